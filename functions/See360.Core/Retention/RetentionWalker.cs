using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>Takes a walk as far as the budget goes. After each unit of which something was deleted it is written down what, and how far the walk
/// is, in this order: killed in between, the unit is looked at once more and nothing is left to delete.</summary>
internal sealed class RetentionWalker(RetentionRecords records, TimeProvider clock)
{
    /// <summary>Days. Nothing new can be due so soon; but the life of a survey's links may have been shortened.</summary>
    private const int AtLeastEvery = 7;

    /// <param name="stored">Null: the walk has never begun.</param>
    /// <returns>False: not everything that is due has been done; the budget is used up, or another host is at the same walk.</returns>
    public async Task<bool> RunAsync(
        RetentionContext context, IRetentionWalk walk, Versioned<RetentionProgress>? stored, DateTimeOffset startedAt, CancellationToken cancel)
    {
        var from = stored?.Value.From ?? await walk.FirstAsync(context.Bank.Id, cancel) ?? IsoWeek.Of(context.Today);
        var looks = new Dictionary<string, RetentionLook>(stored?.Value.Looks ?? new Dictionary<string, RetentionLook>());
        foreach (var unit in looks.Where(l => l.Value.On <= context.Today).Select(l => l.Key).Order(StringComparer.Ordinal).ToList())
        {
            if (!await VisitAsync(unit))
            {
                return false;
            }
        }

        IsoWeek? open = null;
        DateOnly? next = context.Today.AddDays(AtLeastEvery);
        var last = from;
        await foreach (var unit in walk.UnitsAsync(context, from, cancel))
        {
            if (unit.FirstLook > context.Today)
            {
                open = open is null || unit.Week < open ? unit.Week : open;
                next = RetentionContext.Earlier(next, unit.FirstLook);
            }
            else if (!looks.ContainsKey(unit.Key) && !await VisitAsync(unit.Key))
            {
                return false;
            }

            last = unit.Week > last ? unit.Week : last;
        }

        from = open ?? last;
        foreach (var over in looks.Where(l => l.Value.On is null && string.CompareOrdinal(l.Key, from.ToString()) < 0).Select(l => l.Key).ToList())
        {
            looks.Remove(over);
        }

        return await SaveAsync(context.Today, RetentionContext.Earlier(next, looks.Values.Min(l => l.On)));

        async Task<bool> VisitAsync(string unit)
        {
            if (context.Left <= 0)
            {
                await SaveAsync(null);
                return false;
            }

            var before = looks.GetValueOrDefault(unit);
            var step = await walk.DoAsync(context, unit, before?.After, cancel);
            var left = RetentionContext.Earlier(before?.NextSoFar, step.Next);
            looks[unit] = step.More
                ? new RetentionLook(context.Today, step.After, step.After is null ? null : left)
                : new RetentionLook(left <= context.Today ? context.Today.AddDays(1) : left);
            var deleted = await ReportAsync(context, IsoWeek.Parse(unit[..8]), startedAt, cancel);

            // Where nothing was found, looking once more costs less than writing.
            return ((!deleted && !step.More) || await SaveAsync(null)) && !step.More;
        }

        async Task<bool> SaveAsync(DateOnly? doneOn, DateOnly? lookOn = null)
        {
            var (partition, progress) = (RetentionRecords.Partition(context.Bank.Id), new RetentionProgress(from, looks.ToDictionary(), doneOn, lookOn));
            var change = stored is null ? Table<RetentionProgress>.Insert(walk.Name, progress) : Table<RetentionProgress>.Replace(stored, progress);
            var written = await records.Progress.WriteAsync(partition, [change], cancel);
            stored = written.Written ? new Versioned<RetentionProgress>(progress, walk.Name, written.Versions[0]) : stored;
            return written.Written;
        }
    }

    /// <returns>True if something was deleted since the last report.</returns>
    public async Task<bool> ReportAsync(RetentionContext context, IsoWeek week, DateTimeOffset startedAt, CancellationToken cancel)
    {
        var counts = context.TakeCounts();
        if (counts.Count > 0)
        {
            await records.Runs.UpdateAsync(RetentionRecords.Partition(context.Bank.Id), RetentionRecords.RunRow(startedAt),
                run => RetentionRun.Add(run, startedAt, clock.GetUtcNow(), week, counts), cancel);
        }

        return counts.Count > 0;
    }
}
