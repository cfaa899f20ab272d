namespace See360.Core.Results.Statistics;

/// <summary>
/// NPS of one question 0–10: promoters 9–10, passives 7–8, detractors 0–6; 100·(p − d), −100 to 100
/// (F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003).
/// One answer counts +1, 0 or −1, so its variance is p + d − (p − d)².
/// </summary>
public static class NetPromoterScore
{
    public const int LowestPromoter = 9;
    public const int LowestPassive = 7;

    public static Measure Of(Distribution answers)
    {
        if (answers is not { Min: 0, Max: 10 })
        {
            throw new ArgumentException("Only a question from 0 to 10 is an NPS.");
        }

        return Of(
            answers.Between(LowestPromoter, 10), answers.Between(LowestPassive, LowestPromoter - 1), answers.Between(0, LowestPassive - 1));
    }

    /// <summary>
    /// The score that was measured, with the adjusted Wald interval: ¾ promoter, 1½ passives and ¾ detractor are added
    /// before the plain interval is taken, so that 5 of 5 is not shown as certain (B. Rocks, "Interval Estimation for
    /// the Net Promoter Score", The American Statistician 70(4), 2016, after Agresti and Coull).
    /// </summary>
    /// <remarks>The interval's centre lies nearer to 0 than the score. With a single answer it would not reach the
    /// score itself; it is then widened to it.</remarks>
    public static Measure Of(int promoters, int passives, int detractors)
    {
        var n = checked(promoters + passives + detractors);
        if (n == 0)
        {
            return Measure.Nothing;
        }

        var value = 100.0 * (promoters - detractors) / n;
        var (centre, margin) = AdjustedWald(promoters, passives, detractors);
        return new Measure(n, value, Math.Min(value, Math.Max(-100, centre - margin)), Math.Max(value, Math.Min(100, centre + margin)));
    }

    /// <summary>Centre and half width, not clipped.</summary>
    public static (double Centre, double Margin) AdjustedWald(int promoters, int passives, int detractors) =>
        Wald(promoters + 0.75, passives + 1.5, detractors + 0.75);

    internal static (double Centre, double Margin) AdjustedWald(Distribution answers) => AdjustedWald(
        answers.Between(LowestPromoter, 10), answers.Between(LowestPassive, LowestPromoter - 1), answers.Between(0, LowestPassive - 1));

    /// <summary>The plain interval: centre is the score itself. Right for hundreds of answers, certain of itself with few.</summary>
    public static (double Centre, double Margin) PlainWald(int promoters, int passives, int detractors) =>
        Wald(promoters, passives, detractors);

    private static (double Centre, double Margin) Wald(double promoters, double passives, double detractors)
    {
        var n = promoters + passives + detractors;
        var (p, d) = (promoters / n, detractors / n);
        var variance = Math.Max(0, p + d - ((p - d) * (p - d)));
        return (100 * (p - d), 100 * Interval95.Z * Math.Sqrt(variance / n));
    }
}
