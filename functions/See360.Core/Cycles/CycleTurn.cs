using Microsoft.Extensions.Logging;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>Where a cycle stands between two turns of this loop; what must outlive a crash is in the records.</summary>
/// <param name="Step">What was worked on last.</param>
/// <param name="Cursor">How far; null: from its beginning.</param>
public sealed record TurnState(CycleStep? Step = null, string? Cursor = null)
{
    public static TurnState Beginning { get; } = new();
}

/// <summary>What a turn has come to.</summary>
/// <param name="State">For the next turn.</param>
/// <param name="More">True: the next turn has something to do at once.</param>
/// <param name="LookAgainAt">If not <paramref name="More"/>: when to look again; null if nothing is to come by itself.</param>
public sealed record Turn(TurnState State, bool More, DateTimeOffset? LookAgainAt = null);

/// <summary>One turn of a cycle: asks the plan what is due, and does one unit of it.</summary>
public sealed partial class CycleTurn(
    InstituteRecords institutes,
    SurveyRecords surveys,
    CycleRecords cycles,
    IEnumerable<ICycleUnit> units,
    TimeProvider clock,
    ILogger<CycleTurn> log)
{
    private readonly Dictionary<CycleStepKind, ICycleUnit> _units = units.ToDictionary(unit => unit.Kind);

    public async Task<Turn> TakeAsync(InstituteId institute, CycleId id, TurnState from, CycleWorker worker, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var bank = await institutes.GetAsync(institute, cancel);
        var cycle = await cycles.Cycles.ReadAsync(CycleRecords.Partition(institute), id.ToString(), cancel);
        var survey = await surveys.FindAsync(institute, id.Survey, cancel);
        if (cycle is null || survey is null)
        {
            return new Turn(TurnState.Beginning, More: false);
        }

        var plan = CyclePlanner.Plan(cycle.Value, survey, clock.GetUtcNow());
        if (plan.Do is not { } step)
        {
            return new Turn(TurnState.Beginning, More: false, plan.LookAgainAt);
        }

        var cursor = step == from.Step ? from.Cursor : null;
        var result = await _units[step.Kind].DoAsync(new CycleContext(bank, survey, cycle.Value, step, cursor, worker), cancel);
        if (result.StepDone)
        {
            LogDone(log, id, step.Kind, step.Wave);
            await cycles.Cycles.UpdateAsync(CycleRecords.Partition(institute), id.ToString(),
                stored => stored is null ? null : CyclePlanner.Done(stored, step, clock.GetUtcNow()), cancel);
        }
        else if (result.WaitUntil is { } until)
        {
            return new Turn(TurnState.Beginning, More: false, until);
        }

        return new Turn(new TurnState(step, result.Cursor), More: true);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cycle {Cycle}: {Step} of wave {Wave} done")]
    private static partial void LogDone(ILogger log, CycleId cycle, CycleStepKind step, int wave);
}
