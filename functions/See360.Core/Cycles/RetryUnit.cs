using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Cycles;

/// <summary>Tries the cycle's deferred mails again (soft bounces: 4xx, unreachable), up to 72 h after they were claimed. The
/// sending rules are asked again.</summary>
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
        DateTimeOffset? next = null;
        await foreach (var send in cycles.Sends.RangeAsync(context.Ledger, default, cancel))
        {
            if (send.Value.State != SendState.Deferred)
            {
                continue;
            }

            var at = send.Value.NextTryAt is { } due && due > now ? due : (await TryAgainAsync(context, send, cancel))?.NextTryAt;
            next = at is not null && (next is null || at < next) ? at : next;
        }

        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(),
            cycle => cycle is null ? null : cycle with { NextRetryAt = next }, cancel);
        return UnitResult.Finished;
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
