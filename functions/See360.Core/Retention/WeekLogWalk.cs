using System.Runtime.CompilerServices;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Results.Exports;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>What the institute has once a week or month: the ledger of newsletters, the log of exports, and the keyed hashes of conversations that were
/// imported. Those lie by the month of the conversation, and are looked for a year longer: some are imported late.</summary>
internal sealed class WeekLogWalk(CycleUnits units, CycleRecords cycles, ImportRecords imports, ExportRecords exports, ImportWalk importWalk) : IRetentionWalk
{
    private const string Newsletters = "newsletters";
    private const string Exports = "exports";
    private const string Conversations = "conversations";
    private const int LateMonths = 12;

    public string Name => "weekLog";

    public RetentionClass Class => RetentionClass.Logs;

    public async Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel)
    {
        var (cycle, import) = (await units.FirstAsync(institute, cancel), await importWalk.FirstAsync(institute, cancel));

        // The month that the first import's conversations are of began before it.
        return cycle is null ? import?.Plus(-5) : import is null || cycle.Value < import.Value ? cycle.Value.Plus(-5) : import.Value.Plus(-5);
    }

    public async IAsyncEnumerable<RetentionUnit> UnitsAsync(RetentionContext context, IsoWeek from, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        for (var week = from; ; week = week.Plus(1))
        {
            cancel.ThrowIfCancellationRequested();
            var newsletters = new RetentionUnit(week, $"{week}|{Newsletters}", RetentionRules.LogDueOn(week.Monday, context.Periods));
            yield return newsletters;
            yield return newsletters with { Key = $"{week}|{Exports}" };
            if (FirstOfMonth(week) is { } month)
            {
                yield return new RetentionUnit(week, $"{week}|{Conversations}", RetentionRules.LogDueOn(month.AddMonths(1).AddDays(-1), context.Periods));
            }

            if (newsletters.FirstLook > context.Today)
            {
                yield break;
            }
        }
    }

    public async Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel)
    {
        var week = IsoWeek.Parse(unit[..8]);
        if (unit[9..] == Newsletters)
        {
            var (next, more) = await DeleteRows.DueAsync(
                context, cycles.Sends, CycleRecords.NewsletterPartition(context.Bank.Id, week), RetentionItem.Mails,
                send => RetentionRules.LogDueOn(context.Bank.DayOf(send.DoneAt ?? send.ClaimedAt), context.Periods), null, cancel);
            return new RetentionStep(more ? null : next, More: more);
        }

        if (unit[9..] == Exports)
        {
            // Newest first: the week's last moment is its first row.
            var bank = context.Bank;
            var range = new RowRange(ExportRecords.Row(RetentionCalendar.Midnight(bank, week.Plus(1).Monday)), ExportRecords.Row(RetentionCalendar.Midnight(bank, week.Monday)));
            var (next, more) = await DeleteRows.DueAsync(
                context, exports.Exports, ExportRecords.Partition(bank.Id), RetentionItem.Exports,
                entry => RetentionRules.LogDueOn(bank.DayOf(entry.At), context.Periods), null, cancel, range);
            return new RetentionStep(more ? null : next, More: more);
        }

        return await ConversationsAsync(context, FirstOfMonth(week)!.Value, cancel);
    }

    private async Task<RetentionStep> ConversationsAsync(RetentionContext context, DateOnly month, CancellationToken cancel)
    {
        DateOnly? next = null;
        var partitions = Enumerable.Range(0, LateMonths + 1).Select(back => ImportRowKeys.Month(context.Bank.Id, month.AddMonths(-back)));
        foreach (var partition in month.Month == 12 ? partitions.Append(ImportRowKeys.Stock(context.Bank.Id, month.Year)) : partitions)
        {
            var (left, more) = await DeleteRows.DueAsync(
                context, imports.Rows, partition, RetentionItem.Conversations,
                row => RetentionRules.LogDueOn(row.Participant.Batch.Week.Monday.AddDays(6), context.Periods), null, cancel);
            next = RetentionContext.Earlier(next, left);
            if (more)
            {
                return new RetentionStep(null, More: true);
            }
        }

        return new RetentionStep(next);
    }

    /// <summary>The month whose first Thursday lies in the week; null: none.</summary>
    private static DateOnly? FirstOfMonth(IsoWeek week) =>
        week.Monday.AddDays(3) is { Day: <= 7 } thursday ? new DateOnly(thursday.Year, thursday.Month, 1) : null;
}
