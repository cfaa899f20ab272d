using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using See360.Core;
using See360.Core.Cycles;
using See360.Core.Institutes;

namespace See360.Azure.Cycles;

/// <summary>Sees to it that every open cycle has its orchestration. What counts is the stored cycle: an orchestration that has ended
/// may be started again, and one that was lost is.</summary>
/// <param name="name">The orchestrator's.</param>
public sealed partial class CycleStarter(InstituteRecords institutes, StartDueWeek startDue, OpenCycles open, ILogger<CycleStarter> log, string name)
{
    private const int InstitutesAtOnce = 8;

    /// <summary>Starts the week of every institute whose day and hour have come.</summary>
    public Task StartDueAsync(DurableTaskClient durable, CancellationToken cancel) => ForEachAsync(
        async (institute, stop) =>
        {
            if (await startDue.RunAsync(institute.Id, stop))
            {
                await EnsureAsync(durable, institute, wake: true, stop);
            }
        },
        cancel);

    /// <summary>A person has acted: whatever waits at this institute looks again.</summary>
    public async Task WakeAsync(DurableTaskClient durable, InstituteId institute, CancellationToken cancel) =>
        await EnsureAsync(durable, await institutes.GetAsync(institute, cancel), wake: true, cancel);

    /// <summary>Starts what has failed or was lost.</summary>
    public Task HealAsync(DurableTaskClient durable, CancellationToken cancel) =>
        ForEachAsync((institute, stop) => EnsureAsync(durable, institute, wake: false, stop), cancel);

    private async Task EnsureAsync(DurableTaskClient durable, Institute institute, bool wake, CancellationToken cancel)
    {
        foreach (var cycle in await open.ListAsync(institute, cancel))
        {
            var input = CycleInput.Of(institute.Id, cycle);
            var state = await durable.GetInstanceAsync(input.InstanceId, cancel);
            if (state is null or { IsCompleted: true })
            {
                await StartAsync(durable, input, cancel);
            }
            else if (wake)
            {
                await durable.RaiseEventAsync(input.InstanceId, DurableCycle.Woken, "", cancel);
            }
        }
    }

    private async Task StartAsync(DurableTaskClient durable, CycleInput input, CancellationToken cancel)
    {
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(input.InstanceId), cancel);
        }
        catch (Exception e) when (e.GetType().Name.Contains("AlreadyExists", StringComparison.Ordinal) || e.Message.Contains("already exists", StringComparison.OrdinalIgnoreCase))
        {
            LogStartedElsewhere(log, input.InstanceId);
        }
    }

    /// <summary>What fails for one institute holds up no other.</summary>
    private async Task ForEachAsync(Func<Institute, CancellationToken, Task> act, CancellationToken cancel)
    {
        var failed = 0;
        var all = await institutes.AllAsync(cancel);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = InstitutesAtOnce, CancellationToken = cancel }, async (institute, stop) =>
        {
            try
            {
                await act(institute, stop);
            }
            catch (RuleBroken broken)
            {
                LogLocked(log, institute.Id, broken.Code);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Interlocked.Increment(ref failed);
                LogFailed(log, institute.Id, e);
            }
        });
        if (failed > 0)
        {
            throw new InvalidOperationException($"The cycles of {failed} institutes could not be looked at.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cycle {Cycle} was started elsewhere in the same moment")]
    private static partial void LogStartedElsewhere(ILogger log, string cycle);

    [LoggerMessage(Level = LogLevel.Information, Message = "The week of {Institute} does not start: {Code}")]
    private static partial void LogLocked(ILogger log, InstituteId institute, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The cycles of {Institute} could not be looked at")]
    private static partial void LogFailed(ILogger log, InstituteId institute, Exception exception);
}
