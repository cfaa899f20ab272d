using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Cycles;

/// <summary>Asks the advisors in whose name a wave has invited for their self-image, each at most twice a year per survey.</summary>
public sealed class AskSelfImagesUnit(
    ParticipantRecords participants,
    CycleRecords cycles,
    OrganisationRecords organisation,
    Dispatch dispatch,
    ICycleMails mails,
    MailIds ids,
    TimeProvider clock) : ICycleUnit
{
    /// <summary>A self-image older than this is asked for again.</summary>
    public static TimeSpan ValidFor { get; } = TimeSpan.FromDays(180);

    public CycleStepKind Kind => CycleStepKind.AskSelfImages;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        if (SendingRules.Locks(context.Institute, context.Survey, clock.GetUtcNow()).Count > 0)
        {
            return new UnitResult(false, WaitUntil: clock.GetUtcNow().AddMinutes(15));
        }

        var concerned = (await AdvisorsAsync(context, cancel))
            .Where(name => context.Cursor is null || string.CompareOrdinal(name, context.Cursor) > 0)
            .Order(StringComparer.Ordinal).Take(ICycleUnit.Recipients).ToList();
        if (concerned.Count == 0)
        {
            return UnitResult.Finished;
        }

        var outgoing = new List<Outgoing>();
        foreach (var name in concerned)
        {
            var employee = await organisation.EmployeeAsync(context.Institute.Id, name, cancel);
            if (employee is { Active: true } && await RequestAsync(context, employee, cancel) is { } request)
            {
                outgoing.Add(Mail(context, employee, request));
            }
        }

        var sent = await dispatch.SendAsync(context.Ledger, outgoing, context.Worker, cancel);
        await RetryTimes.NoteAsync(cycles, context, sent, cancel);
        return sent.Any(s => s.Send is null)
            ? new UnitResult(false, context.Cursor, clock.GetUtcNow().AddMinutes(1))
            : new UnitResult(false, concerned[^1]);
    }

    private async Task<HashSet<string>> AdvisorsAsync(CycleContext context, CancellationToken cancel)
    {
        var advisors = new HashSet<string>();
        await foreach (var send in cycles.Sends.RangeAsync(context.Ledger, RowRange.Prefix($"{SendKind.Invitation}|"), cancel))
        {
            if (send.Value.Wave == context.Step.Wave && send.Value.State is SendState.Sent or SendState.Deferred)
            {
                advisors.Add(send.Value.Advisor);
            }
        }

        return advisors;
    }

    /// <summary>The participant record of the request, or null if the last one is recent.</summary>
    private async Task<Participant?> RequestAsync(CycleContext context, Employee employee, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var id = new ParticipantId(new BatchId(context.Cycle.Id.Week, BatchKind.SelfImage, context.Survey.Number), employee.Number);
        var asked = await cycles.SelfImages.UpdateAsync(
            CycleRecords.SelfImagePartition(context.Institute.Id, context.Survey.Id),
            CycleRecords.SelfImageRow(employee.Number),
            last => last is null || last.AskedAt + ValidFor < now ? new SelfImageRequest(id, now) : last,
            cancel);
        if (asked?.Participant != id)
        {
            return null;
        }

        var request = new Participant(
            id, ParticipantKind.SelfImage, "", employee.Salutation, employee.Title, employee.FirstName, employee.LastName,
            employee.UserName, Language.De, null, employee.UserName, employee.Unit, context.Survey.Id, "", "", LegalBasis.None,
            ParticipantState.Invited, "", [], null, context.Cycle.Id, asked.AskedAt);
        await participants.Participants.InsertAsync(ParticipantRecords.Partition(context.Institute.Id, id.Batch), id.Row, request, cancel);
        return request;
    }

    private Outgoing Mail(CycleContext context, Employee employee, Participant request)
    {
        var mailId = ids.For(context.Institute.Number, SendKind.SelfImage, request.Id);
        return new Outgoing(context, SendKind.SelfImage, request.Id, mailId, context.Step.Wave, employee.UserName,
            stop => mails.SelfImageAsync(context.Institute, context.Survey, request, employee, stop));
    }
}
