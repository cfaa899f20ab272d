using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Responses;

namespace See360.Core.Results;

/// <summary>
/// The funnel of a cycle, in persons: every one is counted once and in every step before his own, so the figures can
/// only fall from step to step. Who has answered has opened, whatever the opening's own record says; and whoever has
/// opened was reached, even if the mark in the ledger was lost in a crash.
/// </summary>
public static class Funnel
{
    /// <param name="sends">The cycle's ledger; only invitations are looked at.</param>
    /// <param name="responses">The cycle's answer sheets, drafts too; only customers' are looked at.</param>
    /// <param name="objections">Who has objected through this cycle's link.</param>
    public static CycleTotals Of(
        IEnumerable<Send> sends, IEnumerable<Response> responses, IEnumerable<Opening> openings, IEnumerable<Objection> objections) =>
        OfSheets(sends.Where(s => s.Kind == SendKind.Invitation).Select(Invitation.Of), responses.Select(r => new Sheet(r.Participant, r.Kind, r.CompletedAt is not null)), openings.Select(o => o.Participant),
            objections.Select(o => o.Participant));

    internal static CycleTotals OfSheets(
        IEnumerable<Invitation> invitations, IEnumerable<Sheet> sheets, IEnumerable<ParticipantId> openings, IEnumerable<ParticipantId> objections)
    {
        var customers = sheets.Where(s => s.Kind == ParticipantKind.Customer).ToList();
        var answered = customers.Where(s => s.Completed).Select(s => s.Participant).ToHashSet();
        var started = customers.Select(s => s.Participant).ToHashSet();
        var declined = objections.ToHashSet();
        var opened = new HashSet<ParticipantId>([.. openings, .. started]);

        var all = new Tally();
        var byAdvisor = new Dictionary<string, Tally>();
        foreach (var send in invitations)
        {
            var seen = opened.Contains(send.Participant) || declined.Contains(send.Participant);
            if (!seen && send.State is not (SendState.Sent or SendState.Failed))
            {
                continue;
            }

            // A mail that was answered has arrived, whatever a later bounce says.
            var bounced = !seen && (send.State == SendState.Failed || send.Bounced);
            if (!byAdvisor.TryGetValue(send.Advisor, out var own))
            {
                byAdvisor[send.Advisor] = own = new Tally();
            }

            foreach (var tally in (ReadOnlySpan<Tally>)[all, own])
            {
                tally.Invited++;
                tally.Bounced += bounced ? 1 : 0;
                tally.Opened += opened.Contains(send.Participant) ? 1 : 0;
                tally.Started += started.Contains(send.Participant) ? 1 : 0;
                tally.Answered += answered.Contains(send.Participant) ? 1 : 0;
                tally.Declined += declined.Contains(send.Participant) ? 1 : 0;
            }
        }

        return new CycleTotals(
            all.Invited, all.Invited - all.Bounced, all.Bounced, all.Opened, all.Started, all.Answered, all.Declined,
            byAdvisor.ToDictionary(a => a.Key, a => new AdvisorReturn(
                a.Value.Invited, a.Value.Bounced, a.Value.Answered, a.Value.Opened, a.Value.Started, a.Value.Declined)));
    }

    /// <summary>What the funnel needs of an answer sheet.</summary>
    internal readonly record struct Sheet(ParticipantId Participant, ParticipantKind Kind, bool Completed);

    /// <summary>What the funnel needs of an invitation in the ledger.</summary>
    internal readonly record struct Invitation(ParticipantId Participant, string Advisor, SendState State, bool Bounced)
    {
        public static Invitation Of(Send send) => new(send.Participant, send.Advisor, send.State, send.BouncedAt is not null);
    }

    private sealed class Tally
    {
        public int Invited { get; set; }

        public int Bounced { get; set; }

        public int Opened { get; set; }

        public int Started { get; set; }

        public int Answered { get; set; }

        public int Declined { get; set; }
    }
}
