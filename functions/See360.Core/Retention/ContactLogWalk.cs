using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>The contact log of a cycle, and when its people were last asked. The cycle's totals stay, so its funnel stays as it is; they
/// are counted before anything goes, should the cycle never have been closed.</summary>
internal sealed class ContactLogWalk(
    CycleUnits units, CycleRecords cycles, ResponseRecords responses, ParticipantRecords participants, ContactRecords contacts, ContactKeys keys, CloseUnit close,
    TimeProvider clock) : IRetentionWalk
{
    public string Name => "contactLog";

    public RetentionClass Class => RetentionClass.Logs;

    public Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel) => units.FirstAsync(institute, cancel);

    public IAsyncEnumerable<RetentionUnit> UnitsAsync(RetentionContext context, IsoWeek from, CancellationToken cancel) =>
        units.FromAsync(context, from, cycle => RetentionRules.ClaimDueOn(context.Bank.DayOf(cycle.StartedAt), context.Periods, context.Surveys), cancel);

    public async Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel)
    {
        if (await units.ReadAsync(context, unit, cancel) is not { } cycle)
        {
            return new RetentionStep(null);
        }

        await CloseAsync(context, cycle, cancel);
        DateOnly? next = null;
        var (left, more) = await DeleteRows.DueAsync(
            context, cycles.Sends, CycleRecords.SendPartition(context.Bank.Id, cycle.Id), RetentionItem.Mails,
            send => RetentionRules.ClaimDueOn(context.Bank.DayOf(Latest(send)), context.Periods, context.Surveys),
            rows => ForgetClaimsAsync(context, rows, cancel), cancel);
        next = RetentionContext.Earlier(next, left);
        if (more)
        {
            return new RetentionStep(null, More: true);
        }

        (left, more) = await DeleteRows.DueAsync(
            context, responses.Objections, ResponseRecords.Partition(context.Bank.Id, cycle.Id), RetentionItem.Objections,
            objection => RetentionRules.LogDueOn(context.Bank.DayOf(objection.At), context.Periods), null, cancel);
        return new RetentionStep(RetentionContext.Earlier(next, left), More: more);
    }

    /// <summary>One that was paused and forgotten: all its links have long expired.</summary>
    private async Task CloseAsync(RetentionContext context, Cycle cycle, CancellationToken cancel)
    {
        if (cycle is { ClosedAt: not null, Totals: not null })
        {
            return;
        }

        if (cycle.Totals is null)
        {
            var survey = context.Survey(cycle.Id.Survey);
            if (survey is null)
            {
                return;
            }

            await close.DoAsync(new CycleContext(context.Bank, survey, cycle, new CycleStep(CycleStepKind.Close), null, CycleWorker.Alone()), cancel);
        }

        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(context.Bank.Id), cycle.Id.ToString(),
            stored => stored is null ? null : stored with { ClosedAt = stored.ClosedAt ?? clock.GetUtcNow(), NewsletterRetryAt = null }, cancel);
    }

    private static DateTimeOffset Latest(Send send) =>
        new[] { send.ClaimedAt, send.DoneAt ?? send.ClaimedAt, send.DeliveredAt ?? send.ClaimedAt, send.BouncedAt ?? send.ClaimedAt }.Max();

    /// <summary>Objections and bounces stay: keyed hashes, so that nobody is written to again.</summary>
    private async Task ForgetClaimsAsync(RetentionContext context, IReadOnlyList<Versioned<Send>> sends, CancellationToken cancel)
    {
        var invited = sends.Where(s => s.Value.Kind == SendKind.Invitation).ToList();
        context.Spend(invited.Count * 3);
        var people = await Task.WhenAll(invited.Select(s => participants.ReadAsync(context.Bank.Id, s.Value.Participant, cancel)));
        string[] rows = [.. people.OfType<Versioned<Participant>>().SelectMany(p => SurveyLinks.ContactRows(keys, context.Bank.Id, p.Value)).Distinct()];
        foreach (var chunk in rows.Chunk(IRecordStore.MaxBatch))
        {
            await ForgetAsync(context, chunk, cancel);
        }
    }

    private async Task ForgetAsync(RetentionContext context, string[] rows, CancellationToken cancel)
    {
        var partition = ContactRecords.Partition(context.Bank.Id);
        while (true)
        {
            var read = await Task.WhenAll(rows.Select(row => contacts.Contacts.ReadAsync(partition, row, cancel)));
            var changes = new List<RecordChange>();
            foreach (var contact in read.OfType<Versioned<Contact>>())
            {
                var after = ContactAges.Without(contact.Value, at => IsOver(context, at));
                if (after is null)
                {
                    changes.Add(Table<Contact>.Delete(contact));
                }
                else if (after != contact.Value)
                {
                    changes.Add(Table<Contact>.Replace(contact, after));
                }
            }

            if (changes.Count == 0)
            {
                return;
            }

            if ((await contacts.Contacts.WriteAsync(partition, changes, cancel)).Written)
            {
                context.Count(RetentionItem.Contacts, changes.Count);
                return;
            }
        }
    }

    private static bool IsOver(RetentionContext context, DateTimeOffset claimedAt) =>
        RetentionRules.ClaimDueOn(context.Bank.DayOf(claimedAt), context.Periods, context.Surveys) <= context.Today;
}
