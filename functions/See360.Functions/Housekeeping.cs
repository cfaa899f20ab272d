using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using See360.Azure.Cycles;
using See360.Azure.Drop;

namespace See360.Functions;

/// <summary>What nobody waits for: once an hour.</summary>
public sealed class Housekeeping(CycleStarter starter, DropBlobs drop, TimeProvider time)
{
    /// <summary>How long the history of a finished orchestration can be looked at.</summary>
    private static readonly TimeSpan _keepHistory = TimeSpan.FromDays(14);

    /// <summary>By then the event of a dropped file has come, or never will.</summary>
    private static readonly TimeSpan _eventsTake = TimeSpan.FromMinutes(30);

    /// <summary>Starts orchestrations of open cycles that have failed or were lost, imports dropped files that no event has told of, and
    /// deletes the history of what is over.</summary>
    [Function(nameof(Housekeeping))]
    public async Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancel)
    {
        await starter.HealAsync(durable, cancel);
        await drop.SweepAsync(time.GetUtcNow() - _eventsTake, cancel);
        var finished = new PurgeInstancesFilter(
            CreatedTo: time.GetUtcNow() - _keepHistory, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]);
        await durable.PurgeAllInstancesAsync(finished, cancel);
    }
}
