namespace See360.Core.Results.Statistics;

/// <summary>Pearson's correlation of pairs, with Fisher's z interval (R. A. Fisher, "On the 'Probable Error' of a Coefficient of
/// Correlation", Metron 1, 1921): tanh(artanh r ± z/√(n − 3)).</summary>
public struct Correlation
{
    /// <summary>Fewer pairs say nothing.</summary>
    public const int Least = 30;

    private double _x;
    private double _y;
    private double _xx;
    private double _yy;
    private double _xy;

    public int N { get; private set; }

    /// <summary>Pairs of a mean and another number.</summary>
    /// <param name="answers">The means are sums of so many numbers.</param>
    public void Add(PairSums sums, int answers)
    {
        N += checked((int)sums.N);
        _x += (double)sums.X / answers;
        _y += sums.Y;
        _xx += (double)sums.XX / (answers * answers);
        _yy += sums.YY;
        _xy += (double)sums.XY / answers;
    }

    /// <returns>−1 to 1; nothing below <see cref="Least"/> pairs, or if one side is always the same.</returns>
    public readonly Measure Measured()
    {
        var (varianceX, varianceY) = ((N * _xx) - (_x * _x), (N * _yy) - (_y * _y));
        const double Smallest = 1e-9;
        if (N < Least || varianceX <= Smallest * N * N || varianceY <= Smallest * N * N)
        {
            return new Measure(N, null, null, null);
        }

        var r = Math.Clamp(((N * _xy) - (_x * _y)) / Math.Sqrt(varianceX * varianceY), -1, 1);
        var (z, margin) = (Math.Atanh(Math.Clamp(r, -1 + 1e-12, 1 - 1e-12)), Interval95.Z / Math.Sqrt(N - 3));
        return new Measure(N, r, Math.Min(r, Math.Tanh(z - margin)), Math.Max(r, Math.Tanh(z + margin)));
    }
}
