namespace See360.Core.Results.Statistics;

/// <summary>
/// Mean of scores: x̄ ± t·s/√n with Student's t at n − 1 degrees of freedom, clipped to the scale (Student, "The
/// Probable Error of a Mean", Biometrika 6, 1908). Shown beside its distribution.
/// </summary>
/// <remarks>
/// One customer often answers several questions of a factor, and alike: to count those as so many customers would
/// promise too much. So the interval is taken over customers (the linearised variance of a ratio, W. G. Cochran,
/// "Sampling Techniques", 3rd ed. 1977, ch. 6 and 9): with m customers and n answers,
/// (m/(m−1))·Σ(sumₖ − countₖ·x̄)² / n², t at m − 1. With one answer each this is s²/n exactly.
/// Where all agree, s is 0 and says that all is certain. An answer is a step, so what was meant lies within half a
/// step of it: s is then taken as that of such rounding, 1/√12 of a step (W. F. Sheppard, 1898).
/// </remarks>
public static class Mean
{
    /// <summary>One answer a customer.</summary>
    public static Measure Of(Distribution answers) => Of(CustomerSums.Of(answers), answers.Min, answers.Max);

    /// <param name="customers">Each with one answer or more.</param>
    public static Measure Of(IReadOnlyCollection<CustomerSum> customers, int min, int max) =>
        Of(customers.Aggregate(default(CustomerSums), (sums, c) => sums + CustomerSums.Of(c.Count, c.Sum)), min, max);

    public static Measure Of(CustomerSums sums, int min, int max)
    {
        if (sums.N == 0)
        {
            return Measure.Nothing;
        }

        var n = checked((int)sums.N);
        var mean = (double)sums.Sum / n;
        if (sums.Customers < 2)
        {
            return new Measure(n, mean, null, null);
        }

        var margin = StudentT.Quantile(Interval95.UpperProbability, sums.Customers - 1) * StandardError(sums);
        return new Measure(n, mean, Math.Max(min, mean - margin), Math.Min(max, mean + margin), margin);
    }

    /// <summary>s, with n − 1; null below two answers. The measured one: 0 if all agree.</summary>
    public static double? StandardDeviation(Distribution answers)
    {
        var (n, sum, squares) = ((long)answers.Total, 0L, 0L);
        for (var score = answers.Min; score <= answers.Max; score++)
        {
            sum += (long)score * answers.At(score);
            squares += (long)score * score * answers.At(score);
        }

        // Whole numbers up to the division: nothing cancels.
        return n < 2 ? null : Math.Sqrt(((n * squares) - (sum * sum)) / ((double)n * (n - 1)));
    }

    /// <summary>Of two customers or more.</summary>
    internal static double StandardError(CustomerSums sums)
    {
        double m = sums.Customers;
        var squares = sums.Deviation;
        return squares == 0 ? Math.Sqrt(1.0 / 12 / m) : Math.Sqrt(m / (m - 1) * (double)squares) / ((double)sums.N * sums.N);
    }
}

/// <summary>What one customer gave to the questions that a mean is taken over.</summary>
public readonly record struct CustomerSum(int Count, long Sum);
