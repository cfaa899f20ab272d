using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>One pass over the columns: everything that a page shows of one slice, counted once.</summary>
public static class FactPass
{
    /// <summary>Up to three codes above the highest are looked for, and never there.</summary>
    private const int Counted = AnswerCode.Scores + 3;

    /// <returns>Each group that has a column in a block that was looked at, by key and scale.</returns>
    public static FactCount<TKey> Run<TKey>(FactTable table, FactFilter filter, Grouping<TKey> grouping)
        where TKey : notnull
    {
        var count = new FactCount<TKey>(grouping);
        var versions = FactScan.Run(table, filter, columns => new Version<TKey>(grouping, columns));
        foreach (var version in versions)
        {
            version.AddTo(count);
        }

        return count;
    }

    /// <summary>What was found so far of the blocks of one version: they have the same columns.</summary>
    private sealed class Version<TKey> : ISheetCounter
        where TKey : notnull
    {
        private readonly Grouping<TKey> _grouping;
        private readonly Grouping<TKey>.Layout _layout;
        private readonly long[] _counts;
        private readonly CustomerSums[] _sums;
        private int _sheets;

        public Version(Grouping<TKey> grouping, IReadOnlyList<FactColumn> columns)
        {
            (_grouping, _layout) = (grouping, grouping.Of(columns));
            (_counts, _sums) = (new long[columns.Count * Counted], new CustomerSums[_layout.Groups.Count]);
        }

        public bool Wants(int column) => _layout.Wanted[column];

        public void Add(SheetRun sheets)
        {
            _sheets += sheets.Count;
            if (sheets.Whole is not { } block || !_layout.Kept || !KeptCount.IsFor(block))
            {
                Count(sheets, _counts, _sums);
                return;
            }

            if (block.Kept(_layout) is not { } kept)
            {
                var (counts, sums) = (new long[_counts.Length], new CustomerSums[_sums.Length]);
                Count(sheets, counts, sums);
                block.Keep(kept = new KeptCount(_layout, counts, sums));
            }

            kept.AddTo(_counts, _sums);
        }

        private void Count(SheetRun sheets, Span<long> counts, Span<CustomerSums> sums)
        {
            var columns = sheets.Answers;
            var length = sheets.End - sheets.Start;
            var mask = sheets.Mask.IsEmpty ? default : sheets.Mask.Slice(sheets.Start, length);
            for (var column = 0; column < columns.Length; column++)
            {
                if (Wants(column))
                {
                    ColumnKernels.Count(
                        columns[column].AsSpan(sheets.Start, length), mask, AnswerCode.CannotJudge, _layout.Highest[column], counts.Slice(column * Counted, Counted));
                }
            }

            for (var group = 0; group < sums.Length; group++)
            {
                var (place, members) = _layout.Groups[group];
                if (members.Length > 1 && _grouping.Key(place).Scale is { } scale)
                {
                    sums[group] += Grouping<TKey>.FitsVectors(members, scale)
                        ? ColumnKernels.Sums(columns, members, sheets.Mask, sheets.Start, sheets.End)
                        : ColumnKernels.SumsOfMany(columns, members, sheets.Mask, sheets.Start, sheets.End);
                }
            }
        }

        public void AddTo(FactCount<TKey> count)
        {
            count.Sheets += _sheets;
            for (var group = 0; group < _sums.Length; group++)
            {
                var (place, members) = _layout.Groups[group];
                var tally = count.At(place);
                foreach (var column in members)
                {
                    tally.Add(_counts.AsSpan(column * Counted, AnswerCode.Scores));
                }

                if (_grouping.Key(place).Scale is { } scale)
                {
                    tally.Add(members.Length > 1
                        ? _sums[group]
                        : CustomerSums.OfCounts(_counts.AsSpan((members[0] * Counted) + AnswerCode.First, AnswerCode.Scores - AnswerCode.First), scale.Min, scale.Max));
                }
            }
        }
    }
}
