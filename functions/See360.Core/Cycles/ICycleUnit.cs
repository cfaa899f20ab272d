using See360.Core.Institutes;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>What a unit of work is given.</summary>
/// <param name="Cursor">Where the last unit of this step stopped; null at its beginning, also after a crash.</param>
public sealed record CycleContext(Institute Institute, Survey Survey, Cycle Cycle, CycleStep Step, string? Cursor, CycleWorker Worker)
{
    public string Ledger => CycleRecords.SendPartition(Institute.Id, Cycle.Id);

    public Wave Wave => Cycle.Waves.Single(wave => wave.Number == Step.Wave);
}

/// <param name="StepDone">True if nothing is left of the step.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="WaitUntil">Set if going on now would be of no use (another worker holds a claim).</param>
public sealed record UnitResult(bool StepDone, string? Cursor = null, DateTimeOffset? WaitUntil = null)
{
    public static UnitResult Finished { get; } = new(true);
}

/// <summary>A small, idempotent piece of a step (50 recipients at most): it may be killed at any point and done again.</summary>
public interface ICycleUnit
{
    const int Recipients = 50;

    CycleStepKind Kind { get; }

    Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default);
}
