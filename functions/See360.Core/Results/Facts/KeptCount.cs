using See360.Core.Results.Statistics;

namespace See360.Core.Results.Facts;

/// <summary>What was counted of all sheets of a block, kept with it, since neither ever changes: a unit beside the rest of the institute, or years, ask for that
/// again and again. Of the groupings that ask for it together about 5 bytes a sheet, in blocks of a thousand.</summary>
internal sealed class KeptCount
{
    /// <summary>A smaller block is counted as fast.</summary>
    private const int FewestSheets = 256;

    private const int SumsOfGroup = 6;

    private readonly object _layout;
    private readonly ushort[] _counts;
    private readonly uint[] _sums;

    /// <param name="layout">Of what was counted.</param>
    /// <param name="counts">By column and code.</param>
    /// <param name="sums">By group; each customer's at most 255, so that those of a block fit four bytes.</param>
    public KeptCount(object layout, ReadOnlySpan<long> counts, ReadOnlySpan<CustomerSums> sums)
    {
        (_layout, _counts, _sums) = (layout, new ushort[counts.Length], new uint[SumsOfGroup * sums.Length]);
        for (var i = 0; i < counts.Length; i++)
        {
            _counts[i] = checked((ushort)counts[i]);
        }

        for (var i = 0; i < sums.Length; i++)
        {
            var of = sums[i];
            ReadOnlySpan<long> all = [of.Customers, of.N, of.Sum, of.SumSquares, of.SumProducts, of.CountSquares];
            for (var n = 0; n < SumsOfGroup; n++)
            {
                _sums[(i * SumsOfGroup) + n] = checked((uint)all[n]);
            }
        }
    }

    public static bool IsFor(FactBlock block) => block.Count is >= FewestSheets and <= ushort.MaxValue;

    public bool IsOf(object layout) => ReferenceEquals(_layout, layout);

    public bool IsAs(KeptCount other) => IsOf(other._layout);

    public void AddTo(Span<long> counts, Span<CustomerSums> sums)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            counts[i] += _counts[i];
        }

        for (var i = 0; i < sums.Length; i++)
        {
            var of = _sums.AsSpan(i * SumsOfGroup, SumsOfGroup);
            sums[i] += new CustomerSums(of[0], of[1], of[2], of[3], of[4], of[5]);
        }
    }
}
