namespace See360.Core.Results.Statistics;

/// <summary>What a correlation of whole numbers x and y needs: the number of pairs, and sums of the numbers, of their squares and of their products.</summary>
public readonly record struct PairSums(long N, long X, long XX, long Y, long YY, long XY)
{
    public static PairSums operator +(PairSums a, PairSums b) => new(a.N + b.N, a.X + b.X, a.XX + b.XX, a.Y + b.Y, a.YY + b.YY, a.XY + b.XY);
}
