using System.Buffers;
using System.Runtime.Intrinsics;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>One pass that counts the same groups for each of many parts at once: units, advisors, periods.</summary>
public static class FactSplit
{
    /// <summary>The squares of so many sheets with up to 72 answers of 10 fit an int.</summary>
    private const int MostSheets = 4_096;

    /// <summary>So many scores of 10 fit a byte.</summary>
    private const int MostMembers = 25;

    /// <param name="sumsOnly">Of these groups, if they have several columns, only what a mean needs is counted, and no steps: that is fast.</param>
    public static IReadOnlyList<FactCount<TKey>> ByUnit<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, int[] partOf, int parts, Func<TKey, bool>? sumsOnly = null)
        where TKey : notnull => By(table, filter, grouping, b => b.Units, partOf, parts, sumsOnly);

    public static IReadOnlyList<FactCount<TKey>> ByAdvisor<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, int[] partOf, int parts)
        where TKey : notnull => By(table, filter, grouping, b => b.Advisors, partOf, parts);

    /// <param name="bounds">Minutes, ascending; part n begins with the n-th and ends before the next.</param>
    public static IReadOnlyList<FactCount<TKey>> ByPeriod<TKey>(FactTable table, FactFilter filter, Grouping<TKey> grouping, IReadOnlyList<int> bounds)
        where TKey : notnull =>
    [
        .. Enumerable.Range(0, bounds.Count - 1).Select(n => FactPass.Run(
            table, filter with { From = Math.Max(filter.From, bounds[n]), To = Math.Min(filter.To, bounds[n + 1]) }, grouping)),
    ];

    /// <param name="codes">Of the sheets: what they are split by.</param>
    /// <param name="partOf">By code: 0 up to <paramref name="parts"/>, or -1 for those that belong to no part.</param>
    /// <returns>By part.</returns>
    private static List<FactCount<TKey>> By<TKey>(
        FactTable table, FactFilter filter, Grouping<TKey> grouping, Func<FactBlock, ushort[]> codes, int[] partOf, int parts, Func<TKey, bool>? sumsOnly = null)
        where TKey : notnull
    {
        var versions = BlockSelection.Walk(
            table, filter, columns => new Version<TKey>(grouping, columns, parts, sumsOnly), (version, selection) => version.Add(selection, codes(selection.Block), partOf));
        var counts = Enumerable.Range(0, parts).Select(_ => new FactCount<TKey>(grouping)).ToList();
        foreach (var version in versions)
        {
            version.AddTo(counts);
        }

        return counts;
    }

    /// <summary>What was found so far of the blocks of one version, by part; one part more is for the sheets that are in none.</summary>
    private sealed class Version<TKey>
        where TKey : notnull
    {
        private readonly Grouping<TKey> _grouping;
        private readonly Grouping<TKey>.Layout _layout;
        private readonly int _parts;
        private readonly int[] _sheets;
        private readonly int[]?[] _counts;
        private readonly CustomerSums[]?[] _sums;

        public Version(Grouping<TKey> grouping, IReadOnlyList<FactColumn> columns, int parts, Func<TKey, bool>? sumsOnly)
        {
            (_grouping, _layout, _parts) = (grouping, grouping.Of(columns), parts);
            (_sheets, _counts, _sums) = (new int[parts + 1], new int[columns.Count][], new CustomerSums[_layout.Groups.Count][]);
            foreach (var column in _layout.Groups.Where(g => g.Columns.Length == 1 || sumsOnly?.Invoke(grouping.Key(g.Place).Key) != true).SelectMany(g => g.Columns))
            {
                _counts[column] ??= new int[(parts + 1) * AnswerCode.Scores];
            }

            for (var group = 0; group < _sums.Length; group++)
            {
                var (place, members) = _layout.Groups[group];
                _sums[group] = members.Length > 1 && grouping.Key(place).Scale is not null ? new CustomerSums[parts + 1] : null;
            }
        }

        public void Add(BlockSelection selection, ushort[] codes, int[] partOf)
        {
            var rented = ArrayPool<int>.Shared.Rent(selection.End);
            var last = Math.Min(selection.End, selection.Block.Count);
            var mask = selection.Mask;
            for (var row = selection.Start; row < last; row++)
            {
                var part = mask.IsEmpty || mask[row] != 0 ? partOf[codes[row]] : -1;
                rented[row] = part < 0 ? _parts : part;
                _sheets[rented[row]]++;
            }

            var parts = rented.AsSpan(selection.Start, last - selection.Start);
            var columns = selection.Block.Answers;
            for (var column = 0; column < columns.Length; column++)
            {
                if (_counts[column] is { } counts)
                {
                    Count(columns[column].AsSpan(selection.Start), parts, counts);
                }
            }

            for (var group = 0; group < _sums.Length; group++)
            {
                if (_sums[group] is { } sums)
                {
                    Sum(columns, _layout.Groups[group].Columns, selection.Start, parts, sums);
                }
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
                        tally.Add(_sums[group] is { } sums ? sums[part] : CustomerSums.OfCounts(Counted(members[0], part)[AnswerCode.First..], scale.Min, scale.Max));
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

        /// <summary>The six sums of a part lie in one vector, so that a sheet is one addition. What a sheet has answered is added up for 32 at a time
        /// as long as that fits a byte.</summary>
        private static void Sum(byte[][] columns, int[] members, int start, ReadOnlySpan<int> parts, CustomerSums[] sums)
        {
            Span<byte> counts = stackalloc byte[ColumnKernels.Width];
            Span<byte> scores = stackalloc byte[ColumnKernels.Width];
            var totals = ArrayPool<Vector256<int>>.Shared.Rent(sums.Length);
            var fits = members.Length <= MostMembers;
            for (var from = 0; from < parts.Length; from += MostSheets)
            {
                totals.AsSpan(0, sums.Length).Clear();
                var to = Math.Min(parts.Length, from + MostSheets);
                for (var row = from; row < to; row += ColumnKernels.Width)
                {
                    var rows = Math.Min(ColumnKernels.Width, to - row);
                    if (fits)
                    {
                        AddUp(columns, members, start + row, counts, scores);
                    }

                    for (var n = 0; n < rows; n++)
                    {
                        var (count, sum) = fits ? (counts[n], scores[n]) : AddUp(columns, members, start + row + n);
                        totals[parts[row + n]] += Vector256.Create(Math.Min(count, 1), count, sum, sum * sum, sum * count, count * count, 0, 0);
                    }
                }

                for (var part = 0; part < sums.Length; part++)
                {
                    var total = totals[part];
                    sums[part] += new CustomerSums(total[0], total[1], total[2], total[3], total[4], total[5]);
                }
            }

            ArrayPool<Vector256<int>>.Shared.Return(totals);
        }

        /// <summary>Answers and sum of scores of 32 sheets; columns are padded to that.</summary>
        private static void AddUp(byte[][] columns, int[] members, int row, Span<byte> counts, Span<byte> scores)
        {
            var (count, sum) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
            foreach (var member in members)
            {
                var codes = Vector256.LoadUnsafe(ref columns[member][row]);
                var answered = Vector256.GreaterThanOrEqual(codes, Vector256.Create(AnswerCode.First));

                // True is 255, which is -1.
                count -= answered;
                sum += (codes - Vector256.Create(AnswerCode.First)) & answered;
            }

            count.CopyTo(counts);
            sum.CopyTo(scores);
        }

        private static (int Count, int Sum) AddUp(byte[][] columns, int[] members, int row)
        {
            var (count, sum) = (0, 0);
            foreach (var member in members)
            {
                var code = columns[member][row];
                var answers = code >= AnswerCode.First ? 1 : 0;
                (count, sum) = (count + answers, sum + (AnswerCode.Score(code) * answers));
            }

            return (count, sum);
        }
    }
}
