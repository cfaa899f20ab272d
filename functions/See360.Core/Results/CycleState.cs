using See360.Core.Cycles;
using See360.Core.Participants;

namespace See360.Core.Results;

/// <param name="LastSentAt">When its newest wave was started.</param>
public sealed record CycleState(CycleId Id, bool Closed, DateTimeOffset LastSentAt, CycleTotals Totals);

/// <param name="AskedAt">When the mail left.</param>
public sealed record SelfImageAsk(CycleId Cycle, ParticipantId Participant, string Advisor, DateTimeOffset AskedAt);
