using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Statistics;

namespace See360.Core.Tests.Results;

public sealed class StudentTTests
{
    /// <summary>The two-sided 95 % column of every printed table.</summary>
    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(2, 4.302653)]
    [InlineData(3, 3.182446)]
    [InlineData(4, 2.776445)]
    [InlineData(5, 2.570582)]
    [InlineData(6, 2.446912)]
    [InlineData(9, 2.262157)]
    [InlineData(10, 2.228139)]
    [InlineData(13, 2.160369)]
    [InlineData(20, 2.085963)]
    [InlineData(29, 2.045230)]
    [InlineData(30, 2.042272)]
    [InlineData(40, 2.021075)]
    [InlineData(60, 2.000298)]
    [InlineData(120, 1.979930)]
    [InlineData(1000, 1.962339)]
    public void Quantile_TwoSided95Percent_IsAsInTables(int degrees, double table) =>
        Close.Equal(table, StudentT.Quantile(0.975, degrees), 1e-6);

    [Theory]
    [InlineData(0.95, 1, 6.313752)]
    [InlineData(0.95, 10, 1.812461)]
    [InlineData(0.99, 5, 3.364930)]
    [InlineData(0.995, 1, 63.656741)]
    [InlineData(0.995, 30, 2.749996)]
    [InlineData(0.9995, 4, 8.610302)]
    [InlineData(0.75, 7, 0.711142)]
    public void Quantile_OtherProbabilities_AreAsInTables(double p, int degrees, double table) =>
        Close.Equal(table, StudentT.Quantile(p, degrees), 1e-6);

    [Fact]
    public void Quantile_OneDegree_IsCauchys() =>
        Close.Equal(Math.Tan(Math.PI * 0.475), StudentT.Quantile(0.975, 1), 1e-11);

    [Fact]
    public void Quantile_TwoDegrees_IsTheClosedForm()
    {
        const double P = 0.975;
        Close.Equal(((2 * P) - 1) / Math.Sqrt(2 * P * (1 - P)), StudentT.Quantile(P, 2), 1e-12);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e12)]
    public void Quantile_ManyDegrees_IsTheNormalDistributions(double degrees) =>
        Close.Equal(Interval95.Z, StudentT.Quantile(0.975, degrees), 3e-6);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Quantile_NoProbability_IsRefused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(p, 5));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Quantile_NoDegrees_IsRefused(double degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.975, degrees));

    [Fact]
    public void Quantile_IsWhereTheCumulativeReachesP() => Prop.ForAll(
        Gen.Choose(501, 999).SelectMany(_ => Gen.Choose(1, 400), (p, df) => (P: p / 1000.0, Df: df)).ToArbitrary(),
        x => Math.Abs(StudentT.Cumulative(StudentT.Quantile(x.P, x.Df), x.Df) - x.P) < 1e-12
            && Math.Abs(StudentT.Quantile(x.P, x.Df) + StudentT.Quantile(1 - x.P, x.Df)) < 1e-9).QuickCheckThrowOnFailure();

    /// <summary>Halving needs no starting value that could mislead, and sixty steps.</summary>
    [Fact]
    public void Quantile_OfAnyDegrees_IsWhatHalvingFinds() => Prop.ForAll(
        Gen.Choose(5000, 9999).SelectMany(_ => Gen.Choose(0, 600), (p, df) => (P: p / 10_000.0, Df: Math.Exp((df - 100) / 30.0))).ToArbitrary(),
        x => Math.Abs(StudentT.Quantile(x.P, x.Df) - Halved(x.P, x.Df)) <= 1e-9 * Math.Max(1, Halved(x.P, x.Df))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Cumulative_WholeDegrees_IsTheFiniteSeries() => Prop.ForAll(
        Gen.Choose(0, 800).SelectMany(_ => Gen.Choose(1, 200), (t, df) => (T: t / 100.0, Df: df)).ToArbitrary(),
        x => Math.Abs(StudentT.Cumulative(x.T, x.Df) - FiniteSeries(x.T, x.Df)) < 1e-12).QuickCheckThrowOnFailure();

    private static double Halved(double p, double degrees)
    {
        var (low, high) = (0.0, 1.0);
        while (StudentT.Cumulative(high, degrees) < p)
        {
            (low, high) = (high, 2 * high);
        }

        for (var step = 0; step < 200; step++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = StudentT.Cumulative(middle, degrees) < p ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Abramowitz and Stegun 26.7.3 and 26.7.4: slow, and only for whole degrees of freedom.</summary>
    private static double FiniteSeries(double t, int df)
    {
        var angle = Math.Atan(t / Math.Sqrt(df));
        var (sin, cos) = (Math.Sin(angle), Math.Cos(angle));
        var (term, sum) = (df % 2 == 1 ? cos : 1.0, 0.0);
        for (var i = df % 2 == 1 ? 1 : 0; i <= df - 2; i += 2)
        {
            sum += term;
            term *= cos * cos * (i + 1) / (i + 2);
        }

        var within = df % 2 == 1 ? 2 / Math.PI * (angle + (sin * sum)) : sin * sum;
        return (1 + within) / 2;
    }
}
