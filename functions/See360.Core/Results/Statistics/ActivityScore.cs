namespace See360.Core.Results.Statistics;

/// <summary>
/// *Activity Index*, 0–100: 100·Σ wᵢ·min(1, rᵢ) over the parts that are known, with their weights made to add up to 1 again. No public
/// definition is known; this one is ours, and its parts are always shown.
/// </summary>
public static class ActivityScore
{
    /// <summary>Advisors of a unit: with fewer, it would speak of persons.</summary>
    public const int LeastAdvisors = 5;

    /// <param name="parts">Weight, 0 or more, and ratio to the target, 0 or more.</param>
    /// <returns>Null without a part that weighs something.</returns>
    public static double? Of(IReadOnlyCollection<(double Weight, double Ratio)> parts)
    {
        var weights = parts.Sum(p => p.Weight);
        return weights > 0 ? 100 * parts.Sum(p => p.Weight * Math.Min(1, p.Ratio)) / weights : null;
    }
}
