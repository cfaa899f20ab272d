namespace See360.Core.Results.Statistics;

/// <summary>
/// The difference of two figures of different customers, with its 95 % interval. Two intervals that overlap do not say that there is no
/// difference (N. Schenker and J. F. Gentleman, The American Statistician 55(3), 2001), so the interval is that of the difference itself.
/// Both sides must be independent: a unit is compared with the rest of the institute, never with the institute that it is part of.
/// </summary>
/// <param name="Value">This one − the other one, as measured.</param>
/// <param name="Low">Null where no interval can be given.</param>
public readonly record struct Difference(double Value, double? Low, double? High)
{
    /// <summary>False where the interval holds 0, and without an interval: *kein verlässlicher Unterschied*.</summary>
    public bool IsReliable => Low > 0 || High < 0;

    /// <summary>Of two shares, −1 to 1: the hybrid score interval, method 10 of R. G. Newcombe, "Interval Estimation for the Difference
    /// Between Independent Proportions", Statistics in Medicine 17, 1998: the squares of the distances to Wilson's bounds are added.</summary>
    /// <returns>Null if a side has no answers.</returns>
    public static Difference? OfShares(Measure one, Measure other)
    {
        if (one is not { Value: { } p1, Low: { } l1, High: { } h1 } || other is not { Value: { } p2, Low: { } l2, High: { } h2 })
        {
            return null;
        }

        var value = p1 - p2;
        return new Difference(value, value - Distance(p1 - l1, h2 - p2), value + Distance(h1 - p1, p2 - l2));
    }

    /// <summary>Of two means over customers: B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population
    /// Variances are Involved", Biometrika 34, 1947, with Satterthwaite's degrees of freedom; standard errors as in <see cref="Mean"/>.</summary>
    /// <returns>Null if a side has no answers; without an interval if one has a single customer.</returns>
    public static Difference? OfMeans(CustomerSums one, CustomerSums other, int min, int max)
    {
        if (one.N == 0 || other.N == 0)
        {
            return null;
        }

        var value = ((double)one.Sum / one.N) - ((double)other.Sum / other.N);
        if (one.Customers < 2 || other.Customers < 2)
        {
            return new Difference(value, null, null);
        }

        var (v1, v2) = (Math.Pow(Mean.StandardError(one), 2), Math.Pow(Mean.StandardError(other), 2));
        var degrees = (v1 + v2) * (v1 + v2) / ((v1 * v1 / (one.Customers - 1)) + (v2 * v2 / (other.Customers - 1)));
        var margin = StudentT.Quantile(Interval95.UpperProbability, degrees) * Math.Sqrt(v1 + v2);
        return new Difference(value, Math.Max(min - max, value - margin), Math.Min(max - min, value + margin));
    }

    /// <summary>Of two NPS, −200 to 200: the Wald interval of the difference after the same ¾, 1½, ¾ are added to each side (Rocks 2016,
    /// as <see cref="NetPromoterScore"/>; the idea for differences is that of Agresti and Caffo, The American Statistician 54, 2000).</summary>
    /// <returns>Null if a side has no answers.</returns>
    public static Difference? OfScores(Distribution one, Distribution other)
    {
        var (a, b) = (NetPromoterScore.Of(one), NetPromoterScore.Of(other));
        if (a.Value is not { } first || b.Value is not { } second)
        {
            return null;
        }

        var ((c1, m1), (c2, m2)) = (NetPromoterScore.AdjustedWald(one), NetPromoterScore.AdjustedWald(other));
        var (value, centre, margin) = (first - second, c1 - c2, Distance(m1, m2));

        // As with a single score: with very few answers the interval would not reach what was measured.
        return new Difference(value, Math.Min(value, Math.Max(-200, centre - margin)), Math.Max(value, Math.Min(200, centre + margin)));
    }

    private static double Distance(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
