namespace See360.Core.Results.Statistics;

/// <summary>What every interval of the product has in common: 95 %, two-sided.</summary>
public static class Interval95
{
    /// <summary>The 97.5 % quantile of the standard normal distribution.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>The probability below the upper bound.</summary>
    public const double UpperProbability = 0.975;
}
