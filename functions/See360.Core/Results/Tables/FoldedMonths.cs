using System.Collections.Concurrent;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Storage;

namespace See360.Core.Results.Tables;

/// <summary>What the memory knows of an institute's segments: as they were before it has read anything else.</summary>
internal sealed class FoldedMonths(InstituteId institute, SegmentStore store, SheetPlans plans, TimeProvider clock)
{
    /// <summary>Files are decompressed by so many threads.</summary>
    private const int AtOnce = 2;

    private Dictionary<string, Versioned<ResultSegment>> _months = [];
    private DateTimeOffset _lookedAt;

    /// <returns>Closed cycles of which something may have been deleted or changed since it was last asked.</returns>
    public async Task<HashSet<CycleId>> LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var months = await store.AllAsync(institute, cancel);
        var found = months.Values.SelectMany(m => m.Value.Unfolded.Where(u => IsNew(m.Row, u.Key, u.Value) || HasSettled(u.Value, now))).Select(u => u.Key).ToHashSet();
        (_months, _lookedAt) = (months, now);
        return found;
    }

    /// <summary>Everything that is folded.</summary>
    public async Task<IReadOnlyDictionary<CycleId, CycleBlocks>> FactsAsync(FactNames names, CancellationToken cancel)
    {
        var all = new ConcurrentDictionary<CycleId, CycleBlocks>();
        await Parallel.ForEachAsync(_months.Values, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (month, stop) =>
        {
            foreach (var (id, blocks) in await store.FactsAsync(institute, month, plans, names, stop))
            {
                all[id] = blocks;
            }
        });
        return all;
    }

    /// <summary>The comments of those cycles that lie in segments.</summary>
    public async Task<IReadOnlyDictionary<CycleId, TableComment[]>> CommentsAsync(IEnumerable<CycleId> cycles, CancellationToken cancel)
    {
        var all = new ConcurrentDictionary<CycleId, TableComment[]>();
        var months = cycles.Select(c => SegmentMonth.Of(c.Week).ToString()).Distinct().Where(_months.ContainsKey);
        await Parallel.ForEachAsync(months, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (month, stop) =>
        {
            foreach (var (id, comments) in await store.CommentsAsync(institute, _months[month], plans, stop))
            {
                all[id] = comments;
            }
        });
        return all;
    }

    /// <summary>Has months looked at again that were taken for complete although a cycle of them is not folded: it may have come later, by an import of
    /// records.</summary>
    public async Task ReopenAsync(IEnumerable<Cycle> closed, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - (2 * FoldCycles.ClosedFor);
        var left = closed.Where(c => c is { Totals: not null } && c.ClosedAt < before).Select(c => SegmentMonth.Of(c.Id.Week).ToString());
        foreach (var month in left.Distinct().Where(m => _months.GetValueOrDefault(m) is { Value.Complete: true }))
        {
            await store.ReopenAsync(institute, _months[month], cancel);
        }
    }

    private bool IsNew(string month, CycleId cycle, DateTimeOffset said) =>
        _months.GetValueOrDefault(month)?.Value.Unfolded.TryGetValue(cycle, out var before) != true || before != said;

    private bool HasSettled(DateTimeOffset said, DateTimeOffset now) => said + UnfoldCycle.SettlesAfter is var settled && _lookedAt < settled && settled <= now;
}
