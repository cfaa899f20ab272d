namespace See360.Core.Results.Statistics;

/// <summary>A figure with its 95 % interval. Never rounded here: rounding is the page's.</summary>
/// <param name="N">Answers (of a rate: mails) that it rests on.</param>
/// <param name="Value">Null if <paramref name="N"/> is 0: nothing was measured, which is not a zero.</param>
/// <param name="Low">Lower bound, within the scale; null where no interval can be given.</param>
/// <param name="High">Upper bound, within the scale; null where no interval can be given.</param>
/// <param name="Margin">Half the width of an interval that lies evenly around the value, before it is clipped to the
/// scale; null for the uneven ones (NPS, shares).</param>
public readonly record struct Measure(int N, double? Value, double? Low, double? High, double? Margin = null)
{
    public static Measure Nothing => default;

    /// <summary>False without an interval: what is not known to be certain excludes nothing.</summary>
    public bool Excludes(double value) => value < Low || value > High;
}
