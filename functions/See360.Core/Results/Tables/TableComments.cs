using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>The comments of one institute. Those of closed cycles are kept as long as somebody asks for them.</summary>
internal sealed class TableComments(CycleReader reader, FoldedMonths months, TimeProvider clock)
{
    private const int AtOnce = 8;

    private static readonly TimeSpan _keptFor = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (ulong Mark, TableComment[] Comments)> _kept = [];
    private DateTimeOffset _askedAt;

    /// <param name="cycles">Of which comments are wanted.</param>
    /// <returns>In their order.</returns>
    public async Task<TableComment[][]> PartsAsync(IReadOnlyList<CycleFacts> cycles, FactNames names, CancellationToken cancel)
    {
        var parts = new TableComment[cycles.Count][];
        var folded = await months.CommentsAsync(cycles.Where(c => c is ClosedCycle { Folded: true } && Kept(c) is null).Select(c => c.Id), cancel);
        await Parallel.ForAsync(0, cycles.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, stop) =>
            parts[i] = cycles[i] is OpenCycle open ? open.Comments()
                : Kept(cycles[i]) ?? (cycles[i] is ClosedCycle { Folded: true } && folded.TryGetValue(cycles[i].Id, out var read) ? read : await reader.CommentsAsync(cycles[i].Id, names, stop)));
        for (var i = 0; i < parts.Length; i++)
        {
            if (cycles[i].Final)
            {
                _kept[cycles[i].Key] = (cycles[i].Blocks.Mark, parts[i]);
            }
        }

        _askedAt = clock.GetUtcNow();
        return parts;
    }

    /// <summary>Gives the memory back if nobody has asked for some time.</summary>
    public void Forget()
    {
        if (_kept.Count > 0 && clock.GetUtcNow() - _askedAt > _keptFor)
        {
            _kept.Clear();
        }
    }

    private TableComment[]? Kept(CycleFacts cycle) => _kept.TryGetValue(cycle.Key, out var kept) && kept.Mark == cycle.Blocks.Mark ? kept.Comments : null;
}
