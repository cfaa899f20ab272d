namespace See360.Core.Results.Statistics;

/// <summary>
/// *Selbstbild / Fremdbild*: self − mean of customers. Self-images run lenient (P. A. Mabe and S. G. West, "Validity
/// of Self-Evaluation of Ability", Journal of Applied Psychology 67, 1982), so only a clear gap is marked: more than
/// half a step, and the self-image outside the customers' interval.
/// </summary>
/// <param name="Gap">Above 0: the advisor rates himself higher than his customers do.</param>
public readonly record struct SelfImageGap(double Gap, bool Marked)
{
    public const double Least = 0.5;

    /// <summary>Null if one of the two is missing.</summary>
    public static SelfImageGap? Of(double? self, Measure customers)
    {
        if (self is not { } own || customers.Value is not { } mean)
        {
            return null;
        }

        var gap = own - mean;

        // 4.2 − 3.7 is 0.5 on paper and a little more in binary.
        return new SelfImageGap(gap, Math.Abs(gap) > Least + 1e-9 && customers.Excludes(own));
    }
}
