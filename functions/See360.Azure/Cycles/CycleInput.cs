using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Azure.Cycles;

/// <summary>Which cycle an orchestration runs, and where it goes on.</summary>
/// <param name="From">Null: from the beginning.</param>
public sealed record CycleInput(string Institute, string Cycle, TurnState? From = null)
{
    public static CycleInput Of(InstituteId institute, CycleId cycle) => new(institute.ToString(), cycle.ToString());

    /// <summary>At most 80 characters; the service takes 100.</summary>
    public string InstanceId => $"{Institute}|{Cycle}";

    /// <exception cref="FormatException">Not a cycle.</exception>
    public Task<Turn> TakeAsync(CycleTurn turns, CycleWorker worker, CancellationToken cancel) => turns.TakeAsync(
        InstituteId.Parse(Institute),
        CycleId.TryParse(Cycle, out var id) ? id : throw new FormatException("Not a cycle."),
        From ?? TurnState.Beginning,
        worker,
        cancel);
}
