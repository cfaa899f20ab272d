namespace See360.Core.Results.Statistics;

/// <summary>Shares of answers, 0–1, with the Wilson score interval (E. B. Wilson, "Probable Inference, the Law of
/// Succession, and Statistical Inference", JASA 22, 1927): never outside 0–1, and not certain at 0 of 5.</summary>
public static class Share
{
    /// <param name="hits">0 to <paramref name="n"/>.</param>
    public static Measure Of(int hits, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, n);
        if (n == 0)
        {
            return Measure.Nothing;
        }

        const double Z2 = Interval95.Z * Interval95.Z;
        var p = (double)hits / n;
        var centre = (p + (Z2 / (2.0 * n))) / (1 + (Z2 / n));
        var margin = Interval95.Z / (1 + (Z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (Z2 / (4.0 * n * n)));

        // At the ends the bound is exactly 0 or 1, which rounding errors would miss by 1e-17.
        return new Measure(n, p, hits == 0 ? 0 : centre - margin, hits == n ? 1 : centre + margin);
    }

    /// <summary>CSAT: answers 4 and 5 of 1–5, over all answers.</summary>
    public static Measure Csat(Distribution answers)
    {
        if (answers is not { Min: 1, Max: 5 })
        {
            throw new ArgumentException("Only a question from 1 to 5 is a CSAT.");
        }

        return Of(answers.Between(4, 5), answers.Total);
    }

    /// <summary>First contact resolution: yes over yes and no. "Weiß nicht" is counted apart, by the caller.</summary>
    public static Measure Fcr(int yes, int no) => Of(yes, checked(yes + no));

    /// <summary>*Rücklaufquote*: completed over sent without bounced. <see cref="Measure.N"/> is that denominator.</summary>
    public static Measure ResponseRate(int completed, int sent, int bounced)
    {
        var delivered = sent - bounced;
        return delivered <= 0 ? Measure.Nothing : Of(Math.Min(completed, delivered), delivered);
    }
}
