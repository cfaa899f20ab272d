using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Statistics;

namespace See360.Core.Tests.Results;

public sealed class ShareTests
{
    [Theory]
    [InlineData(0, 5, 0.0000, 0.4345)]
    [InlineData(3, 5, 0.2307, 0.8824)]
    [InlineData(5, 5, 0.5655, 1.0000)]
    [InlineData(12, 40, 0.1807, 0.4543)]
    [InlineData(18, 50, 0.2414, 0.4986)]
    [InlineData(400, 1000, 0.3701, 0.4307)]
    [InlineData(16, 45, 0.2322, 0.5016)]
    public void Of_Vectors_AreAsInTheDomain(int hits, int n, double low, double high)
    {
        var share = Share.Of(hits, n);

        Assert.Equal((n, (double)hits / n), (share.N, share.Value));
        Close.Equal(low, share.Low);
        Close.Equal(high, share.High);
    }

    [Fact]
    public void Of_NoAnswer_IsNothing() => Assert.Equal(Measure.Nothing, Share.Of(0, 0));

    [Fact]
    public void Of_NoneOrAll_EndsExactlyAtTheScale() =>
        Assert.Equal((0.0, 1.0), (Share.Of(0, 7).Low, Share.Of(7, 7).High));

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, -1)]
    public void Of_ImpossibleCounts_AreRefused(int hits, int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.Of(hits, n));

    /// <summary>The bounds are where the score test just stops refusing: |p̂ − p| = z·√(p(1−p)/n), found by halving.</summary>
    [Fact]
    public void Of_AnyCounts_EqualsTheInvertedScoreTest() => Prop.ForAll(Counts(), c =>
    {
        var share = Share.Of(c.Hits, c.N);
        var p = (double)c.Hits / c.N;
        return Math.Abs(Bound(p, c.N, 0) - share.Low!.Value) < 1e-9 && Math.Abs(Bound(p, c.N, 1) - share.High!.Value) < 1e-9;

        static double Bound(double p, int n, double refused)
        {
            var kept = p;
            for (var i = 0; i < 100; i++)
            {
                var middle = (kept + refused) / 2;
                var inside = Math.Abs(p - middle) <= Interval95.Z * Math.Sqrt(middle * (1 - middle) / n);
                (kept, refused) = inside ? (middle, refused) : (kept, middle);
            }

            return kept;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyCounts_StaysInBoundsMirrorsAndGrows() => Prop.ForAll(Counts(), c =>
    {
        var share = Share.Of(c.Hits, c.N);
        var mirror = Share.Of(c.N - c.Hits, c.N);
        var more = Share.Of(Math.Min(c.N, c.Hits + 1), c.N);
        return 0 <= share.Low && share.Low <= share.Value && share.Value <= share.High && share.High <= 1 && share.Low < share.High
            && Math.Abs(1 - share.Low!.Value - mirror.High!.Value) < 1e-12
            && more.Low >= share.Low && more.High >= share.High;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Csat_IsFourAndFiveOverAll() => Prop.ForAll(Scores.Arbitrary(1, 5), scores =>
    {
        var csat = Share.Csat(Distribution.Of(1, 5, scores));
        return csat == Share.Of(scores.Count(s => s >= 4), scores.Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Csat_OtherScale_IsRefused() => Assert.Throws<ArgumentException>(() => Share.Csat(new Distribution(1, 7)));

    [Fact]
    public void Fcr_IsYesOverYesAndNo() => Assert.Equal((20, 0.75), (Share.Fcr(15, 5).N, Share.Fcr(15, 5).Value));

    [Theory]
    [InlineData(16, 48, 3, 45)]
    [InlineData(0, 10, 0, 10)]
    [InlineData(11, 10, 0, 10)]
    public void ResponseRate_IsCompletedOverDelivered(int completed, int sent, int bounced, int n) =>
        Assert.Equal(Share.Of(Math.Min(completed, n), n), Share.ResponseRate(completed, sent, bounced));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    public void ResponseRate_NothingDelivered_IsNothing(int sent, int bounced) =>
        Assert.Equal(Measure.Nothing, Share.ResponseRate(0, sent, bounced));

    private static Arbitrary<(int Hits, int N)> Counts() =>
        Gen.Choose(1, 2000).SelectMany(n => Gen.Choose(0, n), (n, hits) => (hits, n)).ToArbitrary();
}
