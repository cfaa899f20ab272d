using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using See360.Azure.Cycles;

namespace See360.Functions;

/// <summary>What nobody waits for: once an hour.</summary>
public sealed class Housekeeping(CycleStarter starter, TimeProvider time)
{
    /// <summary>How long the history of a finished orchestration can be looked at.</summary>
    private static readonly TimeSpan _keepHistory = TimeSpan.FromDays(14);

    /// <summary>Starts orchestrations of open cycles that have failed or were lost, and deletes the history of those that are over.</summary>
    [Function(nameof(Housekeeping))]
    public async Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancel)
    {
        await starter.HealAsync(durable, cancel);
        var finished = new PurgeInstancesFilter(
            CreatedTo: time.GetUtcNow() - _keepHistory, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]);
        await durable.PurgeAllInstancesAsync(finished, cancel);
    }
}
