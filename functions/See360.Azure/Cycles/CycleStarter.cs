using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using See360.Core;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Surveys;

namespace See360.Azure.Cycles;

/// <summary>Sees to it that every open cycle has its orchestration. What counts is the stored cycle: an orchestration that has ended
/// may be started again, and one that was lost is.</summary>
/// <param name="name">The orchestrator's.</param>
public sealed partial class CycleStarter(
    InstituteRecords institutes, SurveyRecords surveys, StartDueWeek startDue, OpenCycles open, TimeProvider clock, ILogger<CycleStarter> log, string name)
{
    private const int InstitutesAtOnce = 8;

    /// <summary>Starts the week of every institute whose day and hour have come.</summary>
    public async Task StartDueAsync(DurableTaskClient durable, CancellationToken cancel)
    {
        await ForEachAsync(
            async (institute, stop) =>
            {
                if (await startDue.RunAsync(institute, stop))
                {
                    await EnsureAsync(durable, institute, _ => true, stop);
                }
            },
            cancel);
        LogLooked(log);
    }

    /// <summary>A person has acted: whatever waits at this institute looks again. If that can't be said now, the hourly look makes up
    /// for it: what the person did is stored.</summary>
    public async Task WakeAsync(DurableTaskClient durable, InstituteId institute, CancellationToken cancel)
    {
        try
        {
            await EnsureAsync(durable, await institutes.GetAsync(institute, cancel), _ => true, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogNotWoken(log, institute, e);
        }
    }

    /// <summary>Starts what has failed or was lost, and wakes what sleeps although something is due.</summary>
    public Task HealAsync(DurableTaskClient durable, CancellationToken cancel) => ForEachAsync(
        async (institute, stop) =>
        {
            var live = (await surveys.AllAsync(institute.Id, stop)).ToDictionary(s => s.Id);
            await EnsureAsync(durable, institute, cycle => live.TryGetValue(cycle.Id.Survey, out var survey)
                && CyclePlanner.Plan(cycle, survey, clock.GetUtcNow()).Do is not null, stop);
        },
        cancel);

    private async Task EnsureAsync(DurableTaskClient durable, Institute institute, Predicate<Cycle> wake, CancellationToken cancel)
    {
        foreach (var cycle in await open.ListAsync(institute, cancel))
        {
            var input = CycleInput.Of(institute.Id, cycle.Id);
            if (!await IsRunningAsync(durable, input, cancel))
            {
                await StartAsync(durable, input, cancel);
            }
            else if (wake(cycle))
            {
                await durable.RaiseEventAsync(input.InstanceId, DurableCycle.Woken, "", cancel);
            }
        }
    }

    private static async Task<bool> IsRunningAsync(DurableTaskClient durable, CycleInput input, CancellationToken cancel) =>
        await durable.GetInstanceAsync(input.InstanceId, cancel) is { IsCompleted: false };

    /// <summary>Two that look at the same moment both find nothing running: the service refuses the second, and what it started is
    /// there.</summary>
    private async Task StartAsync(DurableTaskClient durable, CycleInput input, CancellationToken cancel)
    {
        try
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(input.InstanceId), cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            if (!await IsRunningAsync(durable, input, cancel))
            {
                throw;
            }

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

    /// <summary>Operations is alerted if this event's name does not come for half an hour: then nothing runs at all.</summary>
    [LoggerMessage(EventName = "WeeksLookedAt", Level = LogLevel.Information, Message = "Every institute's week was looked at")]
    private static partial void LogLooked(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cycle {Cycle} was started elsewhere in the same moment")]
    private static partial void LogStartedElsewhere(ILogger log, string cycle);

    [LoggerMessage(Level = LogLevel.Error, Message = "The cycles of {Institute} could not be woken; the hourly look will")]
    private static partial void LogNotWoken(ILogger log, InstituteId institute, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The week of {Institute} does not start: {Code}")]
    private static partial void LogLocked(ILogger log, InstituteId institute, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The cycles of {Institute} could not be looked at")]
    private static partial void LogFailed(ILogger log, InstituteId institute, Exception exception);
}
