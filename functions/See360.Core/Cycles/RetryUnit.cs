using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Cycles;

/// <summary>Tries the cycle's deferred mails again (soft bounces: 4xx, unreachable), up to 50 at once and up to 72 h after they were
/// claimed. The sending rules are asked again.</summary>
public sealed class RetryUnit(
    ParticipantRecords participants,
    CycleRecords cycles,
    OrganisationRecords organisation,
    ContactClaims contacts,
    Dispatch dispatch,
    ICycleMails mails,
    TimeProvider clock) : ICycleUnit
{
    public CycleStepKind Kind => CycleStepKind.Retry;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        if (SendingRules.Locks(context.Institute, context.Survey, clock.GetUtcNow()).Count > 0)
        {
            return new UnitResult(false, WaitUntil: clock.GetUtcNow().AddMinutes(15));
        }

        var now = clock.GetUtcNow();
        var (due, later) = await DeferredAsync(context, now, cancel);
        var unit = due.Take(ICycleUnit.Recipients).ToList();
        var tried = await Task.WhenAll(unit.Select(send => TryAgainAsync(context, send, cancel)));
        var again = tried.Where(t => t?.State == SendState.Deferred).ToList();

        // A carrier that has taken none of them takes none of the others either: they wait with these.
        DateTimeOffset? rest = due.Count == unit.Count || again.Count == unit.Count ? null : now;
        var next = again.Select(t => t!.NextTryAt).Append(later).Append(rest).Min();
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(),
            cycle => cycle is null ? null : cycle with { NextRetryAt = next }, cancel);
        return UnitResult.Finished;
    }

    /// <summary>Those whose time has come, the longest due first, and when that of the next one comes.</summary>
    private async Task<(List<Versioned<Send>> Due, DateTimeOffset? Next)> DeferredAsync(CycleContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var due = new List<Versioned<Send>>();
        DateTimeOffset? next = null;
        await foreach (var send in cycles.Sends.RangeAsync(context.Ledger, default, cancel))
        {
            if (send.Value.State != SendState.Deferred)
            {
                continue;
            }

            if (send.Value.NextTryAt is { } at && at > now)
            {
                next = next is null || at < next ? at : next;
            }
            else
            {
                due.Add(send);
            }
        }

        return ([.. due.OrderBy(d => d.Value.NextTryAt)], next);
    }

    private async Task<Send?> TryAgainAsync(CycleContext context, Versioned<Send> deferred, CancellationToken cancel)
    {
        var send = deferred.Value;
        var person = (await participants.ReadAsync(context.Institute.Id, send.Participant, cancel))?.Value;
        var advisor = person is null ? null : await organisation.EmployeeAsync(context.Institute.Id, person.Advisor, cancel);
        if (person is null || advisor is null)
        {
            return await dispatch.SkipAsync(context.Ledger, deferred, "advisor-unknown", cancel);
        }

        if (send.Kind != SendKind.SelfImage)
        {
            var (byNumber, byEmail) = await contacts.KnownAsync(context.Institute.Id, person, cancel);
            var verdict = SendingRules.Remind(new SendCase(context.Survey, person, advisor, byNumber, byEmail, clock.GetUtcNow()));
            if (!verdict.Allowed)
            {
                return await dispatch.SkipAsync(context.Ledger, deferred, verdict.Reason, cancel);
            }
        }

        var marked = await dispatch.RetryAsync(context.Ledger, deferred, Mail(context, send, person, advisor), cancel);
        if (marked.BouncedAt is not null && send.Kind != SendKind.SelfImage)
        {
            await contacts.MarkUndeliverableAsync(context.Institute.Id, person, clock.GetUtcNow(), cancel);
        }

        return marked;
    }

    private Outgoing Mail(CycleContext context, Send send, Participant person, Employee advisor) =>
        new(context, send.Kind, send.Participant, send.MailId, send.Wave, send.Advisor, stop => send.Kind switch
        {
            SendKind.Invitation => mails.InvitationAsync(context.Institute, context.Survey, person, advisor, stop),
            SendKind.SelfImage => mails.SelfImageAsync(context.Institute, context.Survey, person, advisor, stop),
            _ => mails.ReminderAsync(context.Institute, context.Survey, person, advisor, send.Kind - SendKind.Reminder1 + 1, stop),
        });
}
