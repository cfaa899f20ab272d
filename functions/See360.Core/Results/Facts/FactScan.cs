using System.Collections.Concurrent;

namespace See360.Core.Results.Facts;

/// <summary>Brings every sheet that a filter takes to what counts it; on several processors if they are many.</summary>
internal static class FactScan
{
    /// <summary>A processor is worth it from so many sheets on.</summary>
    private const int SheetsOfAWorker = 1 << 15;

    /// <summary>One sheet in so many: cheaper to gather them than to go through all.</summary>
    private const int Sparse = 2;

    /// <param name="begin">Makes what counts the sheets of one version: those have the same columns. It is used by one thread.</param>
    /// <returns>All that was begun; of one version there may be several. Their order says nothing: what is counted are integers.</returns>
    public static IReadOnlyCollection<TCounter> Run<TCounter>(FactTable table, FactFilter filter, Func<IReadOnlyList<FactColumn>, TCounter> begin)
        where TCounter : ISheetCounter
    {
        var blocks = table.BlocksFor(filter);
        var workers = (int)Math.Min(blocks.Sum(b => (long)b.Count) / SheetsOfAWorker, Environment.ProcessorCount);
        if (workers <= 1)
        {
            var all = new Worker<TCounter>(filter, begin);
            blocks.ForEach(all.Add);
            return all.End();
        }

        var found = new ConcurrentBag<TCounter>();
        var next = -1;
        Parallel.For(0, workers, _ =>
        {
            var worker = new Worker<TCounter>(filter, begin);
            while (Interlocked.Increment(ref next) is var place && place < blocks.Count)
            {
                worker.Add(blocks[place]);
            }

            foreach (var counter in worker.End())
            {
                found.Add(counter);
            }
        });
        return found;
    }

    private sealed class Worker<TCounter>(FactFilter filter, Func<IReadOnlyList<FactColumn>, TCounter> begin)
        where TCounter : ISheetCounter
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
                begun.Counter.Add(new SheetRun(selection));
            }
            else
            {
                (begun.Gathered ??= GatheredSheets.Take(block.Columns.Count)).Add(begun.Counter, selection);
            }
        }

        public List<TCounter> End()
        {
            foreach (var begun in _begun.Values)
            {
                begun.Gathered?.CountIn(begun.Counter);
                begun.Gathered?.GiveBack();
            }

            return [.. _begun.Values.Select(b => b.Counter)];
        }

        private sealed class Begun(TCounter counter)
        {
            public TCounter Counter => counter;

            public GatheredSheets? Gathered { get; set; }
        }
    }
}
