using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>What results are made of. The one door to it, so that another engine can stand behind it one day.</summary>
public interface IResultFacts
{
    /// <summary>The facts as they are now: an answer that this process has completed before is in them; one that
    /// another process has completed follows within seconds.</summary>
    Task<InstituteFacts> ReadAsync(InstituteId institute, CancellationToken cancel = default);
}

/// <summary>An institute's last fifteen months at one moment; never changes.</summary>
/// <param name="Version">The same text if and only if nothing has changed, in every process alike: good for an ETag.</param>
/// <param name="Facts">Of the cycles in <paramref name="Cycles"/>, in their order; within a cycle in the order of participants.</param>
/// <param name="Cycles">Oldest week first.</param>
/// <param name="Asks">Self-images asked for in cycles that are still open.</param>
public sealed record InstituteFacts(
    string Version,
    IReadOnlyList<ResultFact> Facts,
    IReadOnlyList<CycleState> Cycles,
    IReadOnlyList<SelfImageAsk> Asks,
    IReadOnlyList<Survey> Surveys);

/// <param name="LastSentAt">When its newest wave was started.</param>
public sealed record CycleState(CycleId Id, bool Closed, DateTimeOffset LastSentAt, CycleTotals Totals);

/// <param name="AskedAt">When the mail left.</param>
public sealed record SelfImageAsk(CycleId Cycle, ParticipantId Participant, string Advisor, DateTimeOffset AskedAt);
