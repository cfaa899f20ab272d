using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Statistics;

namespace See360.Core.Tests.Results;

public sealed class NetPromoterScoreTests
{
    [Theory]
    [InlineData(20, 12, 8, 30.00, 24.20)]
    [InlineData(60, 25, 15, 45.00, 14.50)]
    [InlineData(500, 300, 200, 30.00, 4.84)]
    public void PlainWald_Vectors_AreAsInTheDomain(int promoters, int passives, int detractors, double centre, double margin)
    {
        var wald = NetPromoterScore.PlainWald(promoters, passives, detractors);

        Close.Equal(centre, wald.Centre, 0.005);
        Close.Equal(margin, wald.Margin, 0.005);
    }

    [Fact]
    public void PlainWald_TwentyTwelveEight_HasItsStandardError() =>
        Close.Equal(12.349, NetPromoterScore.PlainWald(20, 12, 8).Margin / Interval95.Z, 0.0005);

    [Fact]
    public void AdjustedWald_FivePromoters_IsNotCertain()
    {
        var wald = NetPromoterScore.AdjustedWald(5, 0, 0);

        Close.Equal(62.5, wald.Centre, 0.05);
        Close.Equal(45.0, wald.Margin, 0.05);
    }

    [Fact]
    public void Of_FivePromoters_IsTheScoreWithTheAdjustedInterval()
    {
        var nps = NetPromoterScore.Of(5, 0, 0);

        Assert.Equal((5, 100.0, 100.0), (nps.N, nps.Value, nps.High));
        Close.Equal(17.49, nps.Low, 0.01);
        Assert.Null(nps.Margin);
    }

    [Fact]
    public void Of_NoAnswer_IsNothing() => Assert.Equal(Measure.Nothing, NetPromoterScore.Of(0, 0, 0));

    [Fact]
    public void Of_OnePromoter_ReachesItsOwnScore()
    {
        var nps = NetPromoterScore.Of(1, 0, 0);

        Assert.Equal((100.0, 100.0), (nps.Value, nps.High));
        Close.Equal(-48.5, nps.Low, 0.05);
    }

    [Theory]
    [InlineData(0, -100)]
    [InlineData(6, -100)]
    [InlineData(7, 0)]
    [InlineData(8, 0)]
    [InlineData(9, 100)]
    [InlineData(10, 100)]
    public void Of_Distribution_KnowsWhoIsPromoter(int score, double value) =>
        Assert.Equal(value, NetPromoterScore.Of(Distribution.Of(0, 10, [score])).Value);

    [Fact]
    public void Of_ScaleThatIsNotNps_IsRefused() =>
        Assert.Throws<ArgumentException>(() => NetPromoterScore.Of(Distribution.Of(1, 5, [5])));

    [Fact]
    public void Of_AnyAnswers_EqualsTheSlowWay() => Prop.ForAll(Scores.Arbitrary(0, 10), scores =>
    {
        var nps = NetPromoterScore.Of(Distribution.Of(0, 10, scores));
        double[] signs = [.. scores.Select(s => s >= 9 ? 1.0 : s <= 6 ? -1.0 : 0.0)];
        var mean = signs.Average();

        // The interval again, from a list that really holds ¾ promoter, 1½ passives, ¾ detractor.
        (double Sign, double Weight)[] padded = [.. signs.Select(s => (s, 1.0)), (1, 0.75), (0, 1.5), (-1, 0.75)];
        var n = padded.Sum(x => x.Weight);
        var centre = padded.Sum(x => x.Sign * x.Weight) / n;
        var variance = padded.Sum(x => x.Weight * (x.Sign - centre) * (x.Sign - centre)) / n;
        var margin = Interval95.Z * Math.Sqrt(variance / n);
        return Near(100 * mean, nps.Value)
            && Near(Math.Min(100 * mean, Math.Max(-100, 100 * (centre - margin))), nps.Low)
            && Near(Math.Max(100 * mean, Math.Min(100, 100 * (centre + margin))), nps.High);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_TwoUnits_PoolsAnswersAndNotScores() => Prop.ForAll(Scores.Arbitrary(0, 10), Scores.Arbitrary(0, 10), (one, other) =>
    {
        var pooled = NetPromoterScore.Of(Distribution.Of(0, 10, [.. one, .. other]));
        var (a, b) = (NetPromoterScore.Of(Distribution.Of(0, 10, one)), NetPromoterScore.Of(Distribution.Of(0, 10, other)));
        return Near(((a.Value!.Value * a.N) + (b.Value!.Value * b.N)) / (a.N + b.N), pooled.Value) && pooled.N == a.N + b.N;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_PromotersAndDetractorsSwapped_IsTheMirrorImage() => Prop.ForAll(Counts(), c =>
    {
        var (one, other) = (NetPromoterScore.Of(c.P, c.N, c.D), NetPromoterScore.Of(c.D, c.N, c.P));
        return c.P + c.N + c.D == 0 || (Near(-one.Value!.Value, other.Value) && Near(-one.Low!.Value, other.High) && Near(-one.High!.Value, other.Low));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_OneMorePromoterInPlaceOfADetractor_IsHigher() => Prop.ForAll(Counts(), c =>
    {
        var (less, more) = (NetPromoterScore.Of(c.P, c.N, c.D + 1), NetPromoterScore.Of(c.P + 1, c.N, c.D));
        return more.Value > less.Value && more.Low >= less.Low && more.High >= less.High;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyCounts_StaysInTheScaleAndAroundTheScore() => Prop.ForAll(Counts(), c =>
    {
        var nps = NetPromoterScore.Of(c.P, c.N, c.D);
        return nps.N == 0 || (-100 <= nps.Low && nps.Low <= nps.Value && nps.Value <= nps.High && nps.High <= 100 && nps.Low < nps.High);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_FourTimesTheAnswers_IsMoreCertain() => Prop.ForAll(Counts(), c =>
    {
        var (few, many) = (NetPromoterScore.AdjustedWald(c.P, c.N, c.D), NetPromoterScore.AdjustedWald(4 * c.P, 4 * c.N, 4 * c.D));
        return c.P + c.N + c.D == 0 || many.Margin < few.Margin;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int P, int N, int D)> Counts() =>
        Gen.Choose(0, 60).Three().Select(x => (x.Item1, x.Item2, x.Item3)).ToArbitrary();

    private static bool Near(double expected, double? actual) => actual is { } value && Math.Abs(expected - value) < 1e-9;
}
