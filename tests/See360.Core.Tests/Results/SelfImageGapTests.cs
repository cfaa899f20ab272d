using See360.Core.Results.Statistics;

namespace See360.Core.Tests.Results;

public sealed class SelfImageGapTests
{
    [Theory]
    [InlineData(4.5, 3.5, 3.0, 4.0, true)]
    [InlineData(2.5, 3.5, 3.0, 4.0, true)]
    [InlineData(4.0, 3.5, 3.0, 3.9, false)]
    [InlineData(4.2, 3.7, 3.6, 3.8, false)]
    [InlineData(4.5, 3.5, 2.4, 4.6, false)]
    [InlineData(4.0, 3.5, 3.0, 4.0, false)]
    public void Of_SelfAndCustomers_IsMarkedOnlyIfLargeAndOutside(double self, double mean, double low, double high, bool marked)
    {
        var gap = SelfImageGap.Of(self, new Measure(20, mean, low, high));

        Close.Equal(self - mean, gap!.Value.Gap, 1e-12);
        Assert.Equal(marked, gap.Value.Marked);
    }

    [Fact]
    public void Of_OneCustomer_IsNeverMarked() => Assert.False(SelfImageGap.Of(5, new Measure(1, 1, null, null))!.Value.Marked);

    [Fact]
    public void Of_TwoCustomersWhoAgree_IsNotMarked() =>
        Assert.False(SelfImageGap.Of(3, Mean.Of(Distribution.Of(1, 5, [4, 4])))!.Value.Marked);

    [Fact]
    public void Of_ThirtyCustomersWhoAgree_IsMarked() =>
        Assert.True(SelfImageGap.Of(3, Mean.Of(Distribution.Of(1, 5, Enumerable.Repeat(5, 30))))!.Value.Marked);

    [Fact]
    public void Of_OneOfTheTwoMissing_IsNoGap()
    {
        Assert.Null(SelfImageGap.Of(null, new Measure(9, 4, 3, 5)));
        Assert.Null(SelfImageGap.Of(4, Measure.Nothing));
    }
}
