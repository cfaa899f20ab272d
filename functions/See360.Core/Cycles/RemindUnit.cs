using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;

namespace See360.Core.Cycles;

/// <summary>Reminds up to 50 of a wave who have not answered. All sending rules are asked again; who is left out has a
/// ledger record that says why.</summary>
public sealed class RemindUnit(
    ParticipantRecords participants,
    CycleRecords cycles,
    OrganisationRecords organisation,
    ResponseRecords responses,
    ContactClaims contacts,
    Dispatch dispatch,
    ICycleMails mails,
    MailIds ids,
    TimeProvider clock) : ICycleUnit
{
    public CycleStepKind Kind => CycleStepKind.Remind;

    public static SendKind KindOf(int reminder) => reminder switch
    {
        1 => SendKind.Reminder1,
        2 => SendKind.Reminder2,
        _ => SendKind.Reminder3,
    };

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        if (SendingRules.Locks(context.Institute, context.Survey, clock.GetUtcNow()).Count > 0)
        {
            return new UnitResult(false, WaitUntil: clock.GetUtcNow().AddMinutes(15));
        }

        var invited = await NextAsync(context, cancel);
        if (invited.Count == 0)
        {
            return UnitResult.Finished;
        }

        var outgoing = new List<Outgoing>();
        foreach (var send in invited.Where(s => s.Value.Wave == context.Step.Wave && s.Value.State == SendState.Sent))
        {
            if (await DueAsync(context, send.Value.Participant, cancel) is { } mail)
            {
                outgoing.Add(mail);
            }
        }

        var sent = await dispatch.SendAsync(context.Ledger, outgoing, context.Worker, cancel);
        await RetryTimes.NoteAsync(cycles, context, sent, cancel);
        return sent.Any(s => s.Send is null)
            ? new UnitResult(false, context.Cursor, clock.GetUtcNow().AddMinutes(1))
            : new UnitResult(false, invited[^1].Row);
    }

    private async Task<List<Versioned<Send>>> NextAsync(CycleContext context, CancellationToken cancel)
    {
        var all = RowRange.Prefix($"{SendKind.Invitation}|");
        // The row right behind the cursor: no key holds a character below the blank.
        var rest = all with { From = context.Cursor is null ? all.From : context.Cursor + " ", Take = ICycleUnit.Recipients };
        var next = new List<Versioned<Send>>();
        await foreach (var send in cycles.Sends.RangeAsync(context.Ledger, rest, cancel))
        {
            next.Add(send);
        }

        return next;
    }

    private async Task<Outgoing?> DueAsync(CycleContext context, ParticipantId id, CancellationToken cancel)
    {
        var institute = context.Institute.Id;
        var person = (await participants.ReadAsync(institute, id, cancel))?.Value;
        var response = await responses.Responses.ReadAsync(ResponseRecords.Partition(institute, context.Cycle.Id), id.ToString(), cancel);
        if (person is null || response?.Value.CompletedAt is not null)
        {
            return null;
        }

        var advisor = await organisation.EmployeeAsync(institute, person.Advisor, cancel);
        var (byNumber, byEmail) = await contacts.KnownAsync(institute, person, cancel);
        var verdict = SendingRules.Remind(new SendCase(context.Survey, person, advisor, byNumber, byEmail, clock.GetUtcNow()));
        if (!verdict.Allowed)
        {
            await SkipAsync(context, person, verdict, cancel);
            return null;
        }

        var kind = KindOf(context.Step.Reminder);
        var mailId = ids.For(context.Institute.Number, kind, id);
        return new Outgoing(context, kind, id, mailId, context.Step.Wave, person.Advisor,
            stop => mails.ReminderAsync(context.Institute, context.Survey, person, advisor!, context.Step.Reminder, stop));
    }

    private async Task SkipAsync(CycleContext context, Participant person, SendVerdict verdict, CancellationToken cancel)
    {
        var kind = KindOf(context.Step.Reminder);
        var now = clock.GetUtcNow();
        var skipped = new Send(kind, person.Id, ids.For(context.Institute.Number, kind, person.Id), context.Step.Wave,
            person.Advisor, SendState.Skipped, now, now, verdict.Reason);
        await cycles.Sends.InsertAsync(context.Ledger, CycleRecords.SendRow(kind, person.Id), skipped, cancel);
    }
}
