using Microsoft.Extensions.Logging;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>Runs one cycle as far as it goes now: plan, do, plan again, until the plan says wait. Every host runs this
/// loop; what differs is how it waits.</summary>
public sealed partial class CycleLoop(
    InstituteRecords institutes,
    SurveyRecords surveys,
    CycleRecords cycles,
    IEnumerable<ICycleUnit> units,
    TimeProvider clock,
    ILogger<CycleLoop> log)
{
    private readonly Dictionary<CycleStepKind, ICycleUnit> _units = units.ToDictionary(unit => unit.Kind);

    /// <returns>When to look again; null if nothing is to come by itself.</returns>
    public async Task<DateTimeOffset?> RunAsync(InstituteId institute, CycleId id, CycleWorker worker, CancellationToken cancel = default)
    {
        string? cursor = null;
        CycleStep? last = null;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var bank = await institutes.GetAsync(institute, cancel);
            var cycle = await cycles.Cycles.ReadAsync(CycleRecords.Partition(institute), id.ToString(), cancel);
            var survey = await surveys.FindAsync(institute, id.Survey, cancel);
            if (cycle is null || survey is null)
            {
                return null;
            }

            var plan = CyclePlanner.Plan(cycle.Value, survey, clock.GetUtcNow());
            if (plan.Do is null)
            {
                return plan.LookAgainAt;
            }

            cursor = plan.Do == last ? cursor : null;
            last = plan.Do;
            var result = await _units[plan.Do.Kind].DoAsync(new CycleContext(bank, survey, cycle.Value, plan.Do, cursor, worker), cancel);
            cursor = result.Cursor;
            if (result.StepDone)
            {
                LogDone(log, id, plan.Do.Kind, plan.Do.Wave);
                await cycles.Cycles.UpdateAsync(CycleRecords.Partition(institute), id.ToString(),
                    stored => stored is null ? null : CyclePlanner.Done(stored, plan.Do, clock.GetUtcNow()), cancel);
            }
            else if (result.WaitUntil is { } until)
            {
                return until;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cycle {Cycle}: {Step} of wave {Wave} done")]
    private static partial void LogDone(ILogger log, CycleId cycle, CycleStepKind step, int wave);
}
