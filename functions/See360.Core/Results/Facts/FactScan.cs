using System.Collections.Concurrent;

namespace See360.Core.Results.Facts;

/// <summary>Brings every sheet that a filter takes to what counts it; on several processors if they are many.</summary>
internal static class FactScan
{
    /// <summary>A processor is worth it from so many sheets on.</summary>
    private const int SheetsOfAWorker = 1 << 15;

    /// <summary>One sheet in so many: cheaper to gather them than to go through all.</summary>
    private const int Sparse = 3;

    /// <param name="begin">Makes what counts the sheets of one version: those have the same columns. It is used by one thread.</param>
    /// <returns>All that was begun; of one version there may be several. Their order says nothing: what is counted are integers.</returns>
    public static IReadOnlyCollection<TVersion> Run<TVersion>(
        FactTable table, FactFilter filter, Func<IReadOnlyList<FactColumn>, TVersion> begin, CountSheets<TVersion> count)
    {
        var blocks = table.BlocksFor(filter);
        var workers = (int)Math.Min(blocks.Sum(b => (long)b.Count) / SheetsOfAWorker, Environment.ProcessorCount);
        if (workers <= 1)
        {
            var all = new Worker<TVersion>(filter, begin, count);
            blocks.ForEach(all.Add);
            return all.End();
        }

        var found = new ConcurrentBag<TVersion>();
        var next = -1;
        Parallel.For(0, workers, _ =>
        {
            var worker = new Worker<TVersion>(filter, begin, count);
            while (Interlocked.Increment(ref next) is var place && place < blocks.Count)
            {
                worker.Add(blocks[place]);
            }

            foreach (var version in worker.End())
            {
                found.Add(version);
            }
        });
        return found;
    }

    private sealed class Worker<TVersion>(FactFilter filter, Func<IReadOnlyList<FactColumn>, TVersion> begin, CountSheets<TVersion> count)
    {
        private readonly Dictionary<IReadOnlyList<FactColumn>, Begun> _begun = new(ReferenceEqualityComparer.Instance);

        public void Add(FactBlock block)
        {
            using var selection = BlockSelection.Of(block, filter);
            if (selection.Count == 0)
            {
                return;
            }

            if (!_begun.TryGetValue(block.Columns, out var begun))
            {
                _begun[block.Columns] = begun = new Begun(begin(block.Columns));
            }

            if (selection.Mask.IsEmpty || selection.Count * Sparse >= selection.End - selection.Start)
            {
                count(begun.Version, new SheetRun(selection));
            }
            else
            {
                (begun.Gathered ??= new GatheredSheets(block.Columns.Count)).Add(begun.Version, selection, count);
            }
        }

        public List<TVersion> End()
        {
            foreach (var begun in _begun.Values)
            {
                begun.Gathered?.Count(begun.Version, count);
            }

            return [.. _begun.Values.Select(b => b.Version)];
        }

        private sealed class Begun(TVersion version)
        {
            public TVersion Version => version;

            public GatheredSheets? Gathered { get; set; }
        }
    }
}
