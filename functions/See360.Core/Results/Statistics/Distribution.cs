namespace See360.Core.Results.Statistics;

/// <summary>*Verteilhäufigkeit*: how many answers each step of a scale got. Units, weeks and surveys are rolled up by
/// adding distributions, never by averaging what was computed from them.</summary>
public sealed class Distribution
{
    private readonly int[] _counts;

    /// <param name="min">The lowest step.</param>
    /// <param name="max">The highest step.</param>
    public Distribution(int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(min, max);
        (Min, Max, _counts) = (min, max, new int[max - min + 1]);
    }

    public int Min { get; }

    public int Max { get; }

    public int Total { get; private set; }

    /// <summary>Lowest step first.</summary>
    public IReadOnlyList<int> Counts => _counts;

    public int At(int score) => _counts[score - Min];

    public int Between(int lowest, int highest)
    {
        var count = 0;
        for (var score = lowest; score <= highest; score++)
        {
            count += At(score);
        }

        return count;
    }

    /// <exception cref="ArgumentOutOfRangeException">Not a step of this scale.</exception>
    public void Add(int score, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, Max);
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        _counts[score - Min] += times;
        Total += times;
    }

    public static Distribution Of(int min, int max, IEnumerable<int> scores)
    {
        var distribution = new Distribution(min, max);
        foreach (var score in scores)
        {
            distribution.Add(score);
        }

        return distribution;
    }
}
