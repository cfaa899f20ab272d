using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>One pass over the columns: everything that a page shows of one slice, counted once.</summary>
public static class FactPass
{
    /// <returns>Each group that has a column in a block that was looked at, by key and scale.</returns>
    public static FactCount<TKey> Run<TKey>(FactTable table, FactFilter filter, Grouping<TKey> grouping)
        where TKey : notnull
    {
        var count = new FactCount<TKey>(grouping);
        foreach (var block in table.Blocks)
        {
            using var selection = BlockSelection.Of(block, filter);
            if (selection.Count > 0)
            {
                Add(count, selection, grouping.Of(block.Columns));
            }
        }

        return count;
    }

    private static void Add<TKey>(FactCount<TKey> count, BlockSelection selection, Grouping<TKey>.Layout layout)
        where TKey : notnull
    {
        count.Sheets += selection.Count;
        var columns = selection.Block.Answers;
        var length = selection.End - selection.Start;
        var mask = selection.Mask.IsEmpty ? default : selection.Mask.Slice(selection.Start, length);
        var counts = new long[columns.Length][];
        foreach (var group in layout.Groups)
        {
            var tally = count.At(group.Place);
            foreach (var column in group.Columns)
            {
                // A column in several groups is counted once. Up to three codes above the highest are looked for, and never there.
                if (counts[column] is null)
                {
                    counts[column] = new long[AnswerCode.Scores + 3];
                    ColumnKernels.Count(columns[column].AsSpan(selection.Start, length), mask, AnswerCode.CannotJudge, layout.Highest[column], counts[column]);
                }

                tally.Add(counts[column]);
            }

            if (count.Grouping.Key(group.Place).Scale is { } scale)
            {
                tally.Add(group.Columns.Length == 1 ? Single(counts[group.Columns[0]], scale) : Several(columns, group.Columns, scale, selection));
            }
        }
    }

    /// <summary>One answer a customer: the counts say it all.</summary>
    private static CustomerSums Single(long[] counts, ScoreScale scale)
    {
        var sums = default(CustomerSums);
        for (var score = scale.Min; score <= scale.Max; score++)
        {
            sums += new CustomerSums(1, 1, score, (long)score * score, score, 1) * counts[AnswerCode.OfScore(score)];
        }

        return sums;
    }

    private static CustomerSums Several(byte[][] columns, int[] members, ScoreScale scale, BlockSelection selection) =>
        members.Length * (scale.Max + 1) <= byte.MaxValue
            ? ColumnKernels.Sums([.. members.Select(m => columns[m])], selection.Mask, selection.Start, selection.End)
            : ColumnKernels.SumsOfMany([.. members.Select(m => columns[m])], selection.Mask, selection.Start, selection.End);
}

/// <summary>What <see cref="FactPass"/> has counted.</summary>
public sealed class FactCount<TKey>
    where TKey : notnull
{
    private readonly List<Tally?> _tallies = [];

    internal FactCount(Grouping<TKey> grouping) => Grouping = grouping;

    /// <summary>Answer sheets.</summary>
    public int Sheets { get; internal set; }

    internal Grouping<TKey> Grouping { get; }

    public IEnumerable<(TKey Key, ScoreScale? Scale, Tally Tally)> Groups => _tallies
        .Select((tally, place) => (Grouping.Key(place).Key, Grouping.Key(place).Scale, Tally: tally!))
        .Where(g => g.Tally is not null);

    internal Tally At(int place)
    {
        while (_tallies.Count <= place)
        {
            _tallies.Add(null);
        }

        return _tallies[place] ??= new Tally();
    }
}
