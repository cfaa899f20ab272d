using System.Buffers;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>One pass that counts the same groups for each of many parts at once: units, advisors, periods.</summary>
public static class FactSplit
{
    /// <param name="codes">Of the sheets: what they are split by.</param>
    /// <param name="partOf">By code: 0 up to <paramref name="parts"/>, or -1 for those that belong to no part.</param>
    /// <returns>By part.</returns>
    public static IReadOnlyList<FactCount<TKey>> By<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, Func<FactBlock, ushort[]> codes, IReadOnlyList<int> partOf, int parts)
        where TKey : notnull
    {
        var counts = Enumerable.Range(0, parts).Select(_ => new FactCount<TKey>(grouping)).ToList();
        foreach (var block in table.Blocks)
        {
            using var selection = BlockSelection.Of(block, filter);
            if (selection.Count > 0)
            {
                Add(counts, selection, grouping.Of(block.Columns), codes(block), partOf);
            }
        }

        return counts;
    }

    public static IReadOnlyList<FactCount<TKey>> ByUnit<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, IReadOnlyList<int> partOf, int parts)
        where TKey : notnull => By(table, filter, grouping, b => b.Units, partOf, parts);

    public static IReadOnlyList<FactCount<TKey>> ByAdvisor<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, IReadOnlyList<int> partOf, int parts)
        where TKey : notnull => By(table, filter, grouping, b => b.Advisors, partOf, parts);

    /// <param name="bounds">Minutes, ascending; part n begins with the n-th and ends before the next.</param>
    public static IReadOnlyList<FactCount<TKey>> ByPeriod<TKey>(FactTable table, FactFilter filter, Grouping<TKey> grouping, IReadOnlyList<int> bounds)
        where TKey : notnull =>
    [
        .. Enumerable.Range(0, bounds.Count - 1).Select(n => FactPass.Run(
            table, filter with { From = Math.Max(filter.From, bounds[n]), To = Math.Min(filter.To, bounds[n + 1]) }, grouping)),
    ];

    private static void Add<TKey>(
        List<FactCount<TKey>> counts, BlockSelection selection, Grouping<TKey>.Layout layout, ushort[] codes, IReadOnlyList<int> partOf)
        where TKey : notnull
    {
        var none = counts.Count;
        var rows = ArrayPool<int>.Shared.Rent(selection.End);
        var last = Math.Min(selection.End, selection.Block.Count);
        var mask = selection.Mask;
        var sheets = new int[none + 1];
        for (var row = selection.Start; row < last; row++)
        {
            var part = mask.IsEmpty || mask[row] != 0 ? partOf[codes[row]] : -1;
            rows[row] = part < 0 ? none : part;
            sheets[rows[row]]++;
        }

        var places = rows.AsSpan(selection.Start, last - selection.Start);
        for (var part = 0; part < none; part++)
        {
            counts[part].Sheets += sheets[part];
        }

        var columns = selection.Block.Answers;
        var byColumn = new long[columns.Length][];
        foreach (var group in layout.Groups)
        {
            foreach (var column in group.Columns)
            {
                var counted = byColumn[column] ??= Count(columns[column].AsSpan(selection.Start), places, none + 1);
                for (var part = 0; part < none; part++)
                {
                    if (sheets[part] > 0)
                    {
                        counts[part].At(group.Place).Add(counted.AsSpan(part * AnswerCode.Scores, AnswerCode.Scores));
                    }
                }
            }

            if (counts[0].Grouping.Key(group.Place).Scale is not null)
            {
                var sums = Sums([.. group.Columns.Select(c => columns[c])], selection.Start, places, none + 1);
                for (var part = 0; part < none; part++)
                {
                    if (sheets[part] > 0)
                    {
                        counts[part].At(group.Place).Add(sums[part]);
                    }
                }
            }
        }

        ArrayPool<int>.Shared.Return(rows);
    }

    private static long[] Count(ReadOnlySpan<byte> codes, ReadOnlySpan<int> places, int parts)
    {
        var counts = new long[(parts * AnswerCode.Scores) + byte.MaxValue];
        for (var row = 0; row < places.Length; row++)
        {
            counts[(places[row] * AnswerCode.Scores) + codes[row]]++;
        }

        return counts;
    }

    private static CustomerSums[] Sums(ReadOnlySpan<byte[]> columns, int start, ReadOnlySpan<int> places, int parts)
    {
        var sums = new CustomerSums[parts];
        for (var row = 0; row < places.Length; row++)
        {
            var (count, sum) = (0, 0);
            foreach (var column in columns)
            {
                var code = column[start + row];
                var answers = code >= AnswerCode.First ? 1 : 0;
                (count, sum) = (count + answers, sum + (AnswerCode.Score(code) * answers));
            }

            ref var total = ref sums[places[row]];
            total += count > 0 ? CustomerSums.Of(count, sum) : default;
        }

        return sums;
    }
}
