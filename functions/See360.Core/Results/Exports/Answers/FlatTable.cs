using See360.Core.Results.Facts;
using See360.Core.Results.Slices;

namespace See360.Core.Results.Exports;

/// <summary>The answers of a slice, one row a sheet, as the views count them: the same sheets are taken, by the same filter.</summary>
internal sealed class FlatTable
{
    /// <summary>Rows of a worksheet below its header.</summary>
    public const int MostRowsOfASheet = 1_048_575;

    private readonly Sliced _sliced;
    private readonly IReadOnlyList<AnswerKey> _questions;

    private FlatTable(Sliced sliced, IReadOnlyList<(AnswerKey Key, FlatColumn Column)> answers, int count)
    {
        (_sliced, _questions, Count) = (sliced, [.. answers.Select(a => a.Key)], count);
        Columns = [.. FlatColumns.Of(sliced), .. answers.Select(a => a.Column)];
    }

    public IReadOnlyList<FlatColumn> Columns { get; }

    public int Count { get; }

    public static FlatTable Of(Sliced sliced)
    {
        var (blocks, count) = (new List<FactBlock>(), 0);
        foreach (var block in sliced.Table.Facts.Blocks)
        {
            using var selection = BlockSelection.Of(block, sliced.Here.Filter);
            count += selection.Count;
            if (selection.Count > 0)
            {
                blocks.Add(block);
            }
        }

        return new FlatTable(sliced, AnswerColumns.Of(sliced, blocks), count);
    }

    /// <summary>The oldest first. Of every block one row is looked at at a time, so they are never all in memory.</summary>
    public IEnumerable<FlatRow> Rows()
    {
        var layouts = new Dictionary<IReadOnlyList<FactColumn>, AnswerLayout>(ReferenceEqualityComparer.Instance);
        var next = new PriorityQueue<Cursor, (int Minute, int Block)>();
        var open = new List<BlockSelection>();
        try
        {
            foreach (var block in _sliced.Table.Facts.Blocks)
            {
                var selection = BlockSelection.Of(block, _sliced.Here.Filter);
                open.Add(selection);
                if (selection.Count == 0)
                {
                    continue;
                }

                if (!layouts.TryGetValue(block.Columns, out var layout))
                {
                    layouts[block.Columns] = layout = new AnswerLayout(block.Columns, _questions, _sliced.Language);
                }

                var cursor = new Cursor(selection, layout, open.Count);
                if (cursor.Move())
                {
                    next.Enqueue(cursor, (cursor.Minute, cursor.Number));
                }
            }

            while (next.TryPeek(out var cursor, out _))
            {
                yield return cursor.Row;
                if (cursor.Move())
                {
                    next.DequeueEnqueue(cursor, (cursor.Minute, cursor.Number));
                }
                else
                {
                    next.Dequeue();
                }
            }
        }
        finally
        {
            open.ForEach(selection => selection.Dispose());
        }
    }

    /// <summary>Goes through the rows of a block that are taken.</summary>
    private sealed class Cursor(BlockSelection selection, AnswerLayout layout, int number)
    {
        private int _row = selection.Start - 1;

        public int Number => number;

        public int Minute => selection.Block.Minutes[_row];

        public FlatRow Row => new(selection.Block, _row, layout);

        public bool Move()
        {
            do
            {
                _row++;
            }
            while (_row < selection.Block.Count && !selection.Mask.IsEmpty && selection.Mask[_row] == 0);
            return _row < selection.Block.Count && _row < selection.End;
        }
    }
}
