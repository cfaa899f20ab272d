using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using See360.Azure.Cycles;
using See360.Azure.Drop;
using See360.Core.Results.Reports;
using See360.Core.Results.Segments;
using See360.Core.Retention;

namespace See360.Functions;

/// <summary>What nobody waits for: once an hour.</summary>
public sealed class Housekeeping(CycleStarter starter, DropBlobs drop, RetainAll retain, FoldAll fold, SendDueReports reports, TimeProvider time)
{
    /// <summary>How long, after its beginning, the history of an orchestration can be looked at once it is over.</summary>
    private static readonly TimeSpan _keepHistory = TimeSpan.FromDays(14);

    /// <summary>By then the event of a dropped file has come, or never will.</summary>
    private static readonly TimeSpan _eventsTake = TimeSpan.FromMinutes(30);

    /// <summary>Starts orchestrations of open cycles that have failed or were lost, imports dropped files that no event has told of,
    /// deletes what no institute may keep any longer and the history of what is over, folds results that are final, sends the reports that are due. What fails keeps nothing else from being done; the invocation fails at its end.</summary>
    [Function(nameof(Housekeeping))]
    public async Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancel)
    {
        var failed = new List<Exception>();
        await TryAsync(() => starter.HealAsync(durable, cancel));
        await TryAsync(() => drop.SweepAsync(time.GetUtcNow() - _eventsTake, cancel));
        await TryAsync(() => retain.RunAsync(cancel));
        await TryAsync(() => fold.RunAsync(cancel));
        await TryAsync(() => reports.RunAsync(cancel));
        await TryAsync(() => durable.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(
                CreatedTo: time.GetUtcNow() - _keepHistory, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated]),
            cancel));
        if (failed.Count > 0)
        {
            throw new AggregateException("Not everything could be done.", failed);
        }

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                failed.Add(e);
            }
        }
    }
}
