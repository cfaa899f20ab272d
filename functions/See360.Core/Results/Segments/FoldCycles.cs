using Microsoft.Extensions.Logging;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Results.Segments;

/// <summary>
/// Folds closed cycles into segments, month by month. A host calls it for each institute, as often as it likes: once everything is folded, a call costs a
/// range of at most 70 small records and, for the months that are not over, one of their cycles. It may be killed after any write and called twice at
/// once: files are written under new names and count from the moment on in which the month's record names them, which one of several wins.
/// </summary>
public sealed class FoldCycles(SegmentRecords records, CycleRecords cycles, ResponseRecords responses, SurveyRecords surveys, IFileStore files, TimeProvider clock, ILogger<FoldCycles> log)
{
    /// <summary>So long a closed cycle waits: an answer that was on its way when it closed has arrived by then.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromDays(1);

    private const int AtOnce = 4;

    private readonly SegmentStore _store = new(records, files, log);

    public async Task RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if ((await cycles.Cycles.ListAsync(CycleRecords.Partition(institute), new RowRange(Take: 1), cancel)) is not [var oldest])
        {
            return;
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = TableWindow.FirstWeek(today) is var window && oldest.Id.Week > window ? oldest.Id.Week : window;
        var known = await _store.AllAsync(institute, cancel);
        var due = SegmentMonth.Range(SegmentMonth.Of(first), SegmentMonth.Of(IsoWeek.Of(today)))
            .Where(month => known.GetValueOrDefault(month.ToString()) is not { Value.Complete: true })
            .ToHashSet();
        if (due.Count > 0)
        {
            await FoldAsync(institute, due, known, now, cancel);
        }

        await ForgetAsync(institute, known.Values.Where(m => string.CompareOrdinal(m.Row, SegmentMonth.Of(first).ToString()) < 0), cancel);
    }

    private async Task FoldAsync(
        InstituteId institute, HashSet<SegmentMonth> due, Dictionary<string, Versioned<ResultSegment>> known, DateTimeOffset now, CancellationToken cancel)
    {
        var plans = new SheetPlans(institute, surveys);
        var reader = new CycleReader(institute, plans, cycles, responses);
        var stored = (await reader.CyclesAsync(due.MinBy(m => m.ToString())!.FirstWeek, new FactNames(), cancel)).ToLookup(c => SegmentMonth.Of(c.Value.Id.Week));
        foreach (var month in due.OrderBy(m => m.ToString(), StringComparer.Ordinal))
        {
            var before = known.GetValueOrDefault(month.ToString());
            var resting = before?.Value.Unfolded.Where(u => now - u.Value < UnfoldCycle.RestsFor).ToDictionary() ?? [];
            var wanted = stored[month].Where(c => c.Value is { ClosedAt: { } closed, Totals: not null } && now - closed >= ClosedFor && !resting.ContainsKey(c.Value.Id)).ToList();
            var over = SegmentMonth.Of(IsoWeek.Of(DateOnly.FromDateTime(now.UtcDateTime)).Plus(-1)) is var last && string.CompareOrdinal(month.ToString(), last.ToString()) < 0;
            var complete = over && wanted.Count == stored[month].Count();
            if (before is not null && wanted.Select(c => c.Value.Id).ToHashSet().SetEquals(before.Value.Cycles))
            {
                if (before.Value.Complete != complete || before.Value.Unfolded.Count != resting.Count)
                {
                    await records.Segments.ReplaceAsync(SegmentRecords.Partition(institute), before, before.Value with { Complete = complete, Unfolded = resting }, cancel);
                }

                continue;
            }

            var names = new FactNames();
            var folded = await FoldedAsync(institute, before, wanted, reader, plans, names, cancel);
            await StoreAsync(institute, month, before, folded, names, resting, complete, now, cancel);
        }
    }

    /// <summary>What is folded already comes from its files, the rest from its records; in the order of the cycles.</summary>
    private async Task<FoldedCycle[]> FoldedAsync(
        InstituteId institute, Versioned<ResultSegment>? before, List<Versioned<Cycle>> wanted, CycleReader reader, SheetPlans plans, FactNames names, CancellationToken cancel)
    {
        var facts = before is null ? new Dictionary<CycleId, CycleBlocks>() : await _store.FactsAsync(institute, before, plans, names, cancel);
        var comments = before is null ? new Dictionary<CycleId, TableComment[]>() : await _store.CommentsAsync(institute, before, plans, cancel);
        var folded = new FoldedCycle[wanted.Count];
        await Parallel.ForAsync(0, wanted.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, stop) =>
        {
            var id = wanted[i].Value.Id;
            folded[i] = facts.TryGetValue(id, out var blocks) && comments.TryGetValue(id, out var written)
                ? new FoldedCycle(id, blocks, written)
                : await reader.FoldAsync(id, names, stop);
        });
        return folded;
    }

    private async Task StoreAsync(
        InstituteId institute, SegmentMonth month, Versioned<ResultSegment>? before, FoldedCycle[] folded, FactNames names,
        Dictionary<CycleId, DateTimeOffset> resting, bool complete, DateTimeOffset now, CancellationToken cancel)
    {
        var segment = new ResultSegment(null, null, [.. folded.Select(f => f.Id)], resting, complete);
        if (folded.Length > 0)
        {
            var name = SegmentNames.New(institute, month, now);
            segment = segment with
            {
                Facts = await _store.WriteAsync(name + SegmentNames.Facts, FactsFile.Write(folded, names), cancel),
                Comments = await _store.WriteAsync(name + SegmentNames.Comments, CommentsFile.Write(folded), cancel),
            };
        }

        var partition = SegmentRecords.Partition(institute);
        var stored = before is null
            ? await records.Segments.InsertAsync(partition, month.ToString(), segment, cancel)
            : await records.Segments.ReplaceAsync(partition, before, segment, cancel);

        // Another host was faster, or something is being deleted: then these files are the ones that nobody needs. (A store may have written what it
        // says it has not.)
        var unused = stored ? before?.Value
            : (await records.Segments.ReadAsync(partition, month.ToString(), cancel))?.Value.Facts == segment.Facts ? null : segment;
        await _store.DeleteAsync(unused, cancel);
    }

    /// <summary>Months that no table goes back to.</summary>
    private async Task ForgetAsync(InstituteId institute, IEnumerable<Versioned<ResultSegment>> past, CancellationToken cancel)
    {
        foreach (var month in past)
        {
            await records.Segments.WriteAsync(SegmentRecords.Partition(institute), [Table<ResultSegment>.Delete(month)], cancel);
            await _store.DeleteAsync(month.Value, cancel);
        }
    }
}
