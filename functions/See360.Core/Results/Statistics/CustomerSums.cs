using System.Numerics;

namespace See360.Core.Results.Statistics;

/// <summary>What the mean of scores and its interval need to know of m customers, of whom the k-th gave cₖ answers that add up to sₖ.
/// Whole numbers, so that the order in which they are added does not matter.</summary>
/// <param name="Customers">m, those with one answer or more.</param>
/// <param name="N">Σ cₖ.</param>
/// <param name="Sum">Σ sₖ.</param>
/// <param name="SumSquares">Σ sₖ².</param>
/// <param name="SumProducts">Σ sₖ·cₖ.</param>
/// <param name="CountSquares">Σ cₖ².</param>
public readonly record struct CustomerSums(long Customers, long N, long Sum, long SumSquares, long SumProducts, long CountSquares)
{
    /// <summary>n²·Σ(sₖ − cₖ·x̄)² with x̄ = S/n, exactly; 0 if every customer's own mean is the same.</summary>
    public Int128 Deviation =>
        ((Int128)N * N * SumSquares) - (2 * (Int128)N * Sum * SumProducts) + ((Int128)Sum * Sum * CountSquares);

    public static CustomerSums Of(long count, long sum) => new(1, count, sum, sum * sum, sum * count, count * count);

    /// <summary>Of questions that each customer answers at most once.</summary>
    public static CustomerSums Of(Distribution answers)
    {
        var sums = default(CustomerSums);
        for (var score = answers.Min; score <= answers.Max; score++)
        {
            sums += new CustomerSums(1, 1, score, (long)score * score, score, 1) * answers.At(score);
        }

        return sums;
    }

    /// <summary>The same of counts.</summary>
    /// <param name="counts">By score, from 0 on.</param>
    public static CustomerSums OfCounts<TCount>(ReadOnlySpan<TCount> counts, int min, int max)
        where TCount : IBinaryInteger<TCount>
    {
        var (n, sum, squares) = (0L, 0L, 0L);
        for (var score = min; score <= max; score++)
        {
            var count = long.CreateChecked(counts[score]);
            (n, sum, squares) = (n + count, sum + (score * count), squares + (score * score * count));
        }

        return new CustomerSums(n, n, sum, squares, sum, n);
    }

    public static CustomerSums operator +(CustomerSums a, CustomerSums b) => new(
        a.Customers + b.Customers, a.N + b.N, a.Sum + b.Sum, a.SumSquares + b.SumSquares, a.SumProducts + b.SumProducts, a.CountSquares + b.CountSquares);

    public static CustomerSums operator *(CustomerSums a, long times) => new(
        a.Customers * times, a.N * times, a.Sum * times, a.SumSquares * times, a.SumProducts * times, a.CountSquares * times);
}
