using System.Buffers;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>One pass that counts the same groups for each of many parts at once: units, advisors, periods.</summary>
public static class FactSplit
{
    /// <param name="sumsOnly">Of these groups, if they have several columns, only what a mean needs is counted, and no steps: that is fast.</param>
    public static IReadOnlyList<FactCount<TKey>> ByUnit<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, int[] partOf, int parts, Func<TKey, bool>? sumsOnly = null)
        where TKey : notnull => By(table, filter, grouping, s => s.Units, partOf, parts, sumsOnly);

    public static IReadOnlyList<FactCount<TKey>> ByAdvisor<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, int[] partOf, int parts)
        where TKey : notnull => By(table, filter, grouping, s => s.Advisors, partOf, parts);

    /// <param name="bounds">Minutes, ascending; part n begins with the n-th and ends before the next.</param>
    public static IReadOnlyList<FactCount<TKey>> ByPeriod<TKey>(FactTable table, FactFilter filter, Grouping<TKey> grouping, IReadOnlyList<int> bounds)
        where TKey : notnull
    {
        var counts = new FactCount<TKey>[bounds.Count - 1];
        Parallel.For(0, counts.Length, n => counts[n] = FactPass.Run(
            table, filter with { From = Math.Max(filter.From, bounds[n]), To = Math.Min(filter.To, bounds[n + 1]) }, grouping));
        return counts;
    }

    private delegate ushort[] CodesOf(SheetRun sheets);

    /// <param name="codes">Of the sheets: what they are split by.</param>
    /// <param name="partOf">By code: 0 up to <paramref name="parts"/>, or -1 for those that belong to no part, as all codes beyond do.</param>
    /// <returns>By part.</returns>
    private static List<FactCount<TKey>> By<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, CodesOf codes, int[] partOf, int parts, Func<TKey, bool>? sumsOnly = null)
        where TKey : notnull
    {
        var versions = FactScan.Run(table, filter, columns => new Version<TKey>(grouping, columns, codes, partOf, parts, sumsOnly));
        var counts = Enumerable.Range(0, parts).Select(_ => new FactCount<TKey>(grouping)).ToList();
        foreach (var version in versions)
        {
            version.AddTo(counts);
        }

        return counts;
    }

    /// <summary>What was found so far of the blocks of one version, by part; one part more is for the sheets that are in none.</summary>
    private sealed class Version<TKey> : ISheetCounter
        where TKey : notnull
    {
        private readonly Grouping<TKey> _grouping;
        private readonly Grouping<TKey>.Layout _layout;
        private readonly CodesOf _codes;
        private readonly int[] _partOf;
        private readonly int _parts;
        private readonly int[] _sheets;
        private readonly int[]?[] _counts;
        private readonly PartSums?[] _sums;

        public Version(Grouping<TKey> grouping, IReadOnlyList<FactColumn> columns, CodesOf codes, int[] partOf, int parts, Func<TKey, bool>? sumsOnly)
        {
            (_grouping, _layout, _codes, _partOf, _parts) = (grouping, grouping.Of(columns), codes, partOf, parts);
            (_sheets, _counts, _sums) = (new int[parts + 1], new int[columns.Count][], new PartSums[_layout.Groups.Count]);
            foreach (var column in _layout.Groups.Where(g => g.Columns.Length == 1 || sumsOnly?.Invoke(grouping.Key(g.Place).Key) != true).SelectMany(g => g.Columns))
            {
                _counts[column] ??= new int[(parts + 1) * AnswerCode.Scores];
            }

            for (var group = 0; group < _sums.Length; group++)
            {
                var (place, members) = _layout.Groups[group];
                _sums[group] = members.Length > 1 && grouping.Key(place).Scale is { } scale ? new PartSums(members, scale.Max, parts + 1) : null;
            }
        }

        public bool Wants(int column) => _layout.Wanted[column];

        public void Add(SheetRun sheets)
        {
            var (codes, partOf) = (_codes(sheets), _partOf);
            var rented = ArrayPool<int>.Shared.Rent(sheets.End);
            for (var row = sheets.Start; row < sheets.Last; row++)
            {
                var part = sheets.Takes(row) && codes[row] < partOf.Length ? partOf[codes[row]] : -1;
                rented[row] = part < 0 ? _parts : part;
                _sheets[rented[row]]++;
            }

            var parts = rented.AsSpan(sheets.Start, sheets.Last - sheets.Start);
            var columns = sheets.Answers;
            for (var column = 0; column < columns.Length; column++)
            {
                if (_counts[column] is { } counts)
                {
                    Count(columns[column].AsSpan(sheets.Start), parts, counts);
                }
            }

            foreach (var sums in _sums)
            {
                sums?.Add(columns, sheets.Start, parts);
            }

            ArrayPool<int>.Shared.Return(rented);
        }

        public void AddTo(List<FactCount<TKey>> counts)
        {
            for (var part = 0; part < _parts; part++)
            {
                counts[part].Sheets += _sheets[part];
                for (var group = 0; _sheets[part] > 0 && group < _sums.Length; group++)
                {
                    var (place, members) = _layout.Groups[group];
                    var tally = counts[part].At(place);
                    foreach (var column in members)
                    {
                        if (_counts[column] is not null)
                        {
                            tally.Add(Counted(column, part));
                        }
                    }

                    if (_grouping.Key(place).Scale is { } scale)
                    {
                        tally.Add(_sums[group] is { } sums ? sums.Of(part) : CustomerSums.OfCounts(Counted(members[0], part)[AnswerCode.First..], scale.Min, scale.Max));
                    }
                }
            }
        }

        private ReadOnlySpan<int> Counted(int column, int part) => _counts[column].AsSpan(part * AnswerCode.Scores, AnswerCode.Scores);

        private static void Count(ReadOnlySpan<byte> codes, ReadOnlySpan<int> parts, int[] counts)
        {
            for (var row = 0; row < parts.Length; row++)
            {
                // A choice beyond the fourteenth is not counted; the others are.
                var code = codes[row] < AnswerCode.Scores ? codes[row] : AnswerCode.None;
                counts[(parts[row] * AnswerCode.Scores) + code]++;
            }
        }
    }
}
