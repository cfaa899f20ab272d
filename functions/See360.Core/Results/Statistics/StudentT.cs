namespace See360.Core.Results.Statistics;

/// <summary>Student's t distribution, through the regularised incomplete beta function (Abramowitz and Stegun,
/// 26.7.1; its continued fraction 26.5.8, evaluated by Lentz's method as in "Numerical Recipes", 3rd ed., 6.4).</summary>
public static class StudentT
{
    /// <summary>Above this many degrees of freedom the quantile differs from the one here by less than 3·10⁻⁶.</summary>
    private const double MostDegrees = 1e6;

    /// <summary>What is closer than this, relatively or absolutely, is the same but for rounding.</summary>
    private const double Closest = 2e-16;

    /// <summary>The t below which lies the probability <paramref name="p"/>.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    public static double Quantile(double p, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(degrees, 0);
        if (p < 0.5)
        {
            return -Quantile(1 - p, degrees);
        }

        var high = 1.0;
        while (Cumulative(high, degrees) < p)
        {
            high *= 2;
        }

        // From below Newton's method stays below, because the distribution rises ever more slowly; wherever rounding leads it out of the bounds, they are halved.
        var (low, density) = (high == 1.0 ? 0.0 : high / 2, Density(Math.Min(degrees, MostDegrees)));
        for (var (t, middle) = (low, high); ; t = middle)
        {
            var missing = p - Cumulative(t, degrees);
            (low, high) = missing > 0 ? (t, high) : (low, t);
            middle = t + (missing / density(t));
            if (Math.Abs(middle - t) <= Closest * Math.Max(1, t))
            {
                return t;
            }

            middle = middle > low && middle < high ? middle : low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }
        }
    }

    /// <summary>The probability of a value up to <paramref name="t"/>.</summary>
    public static double Cumulative(double t, double degrees)
    {
        degrees = Math.Min(degrees, MostDegrees);
        var tail = 0.5 * IncompleteBeta(degrees / (degrees + (t * t)), t * t / (degrees + (t * t)), degrees / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /// <summary>Abramowitz and Stegun, 26.7.1, as a function of t.</summary>
    private static Func<double, double> Density(double degrees)
    {
        var atZero = Math.Exp(LogGamma((degrees + 1) / 2) - LogGamma(degrees / 2)) / Math.Sqrt(Math.PI * degrees);
        return t => atZero * Math.Pow(1 + (t * t / degrees), -(degrees + 1) / 2);
    }

    /// <summary>I_x(a, b).</summary>
    /// <param name="y">1 − x, given apart because near x = 1 the difference would lose its digits.</param>
    private static double IncompleteBeta(double x, double y, double a, double b)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(y)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(y, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; ; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15 || m == 10_000)
            {
                return h;
            }
        }

        static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }

    /// <summary>ln Γ(x) for x &gt; 0: Stirling's series (Abramowitz and Stegun, 6.1.41), moved up to x ≥ 15 where its
    /// five terms are exact to the last digits.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        while (x < 15)
        {
            shift += Math.Log(x);
            x++;
        }

        var y = 1 / (x * x);
        var series = (1.0 / 12 - (y * (1.0 / 360 - (y * (1.0 / 1260 - (y * (1.0 / 1680 - (y / 1188)))))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - shift;
    }
}
