using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results.Statistics;

namespace See360.Core.Tests.Results;

public sealed class MeanTests
{
    [Fact]
    public void Of_FiveAnswers_IsAsInTheDomain()
    {
        var answers = Distribution.Of(1, 5, [5, 4, 4, 3, 5]);
        var mean = Mean.Of(answers);

        Close.Equal(4.20, mean.Value, 1e-12);
        Close.Equal(0.8367, Mean.StandardDeviation(answers));
        Close.Equal(3.161, mean.Low, 0.0005);
        Close.Equal(5.239, mean.Value + mean.Margin, 0.0005);
        Assert.Equal(5.0, mean.High);
    }

    [Fact]
    public void Of_NoAnswer_IsNothing() => Assert.Equal(Measure.Nothing, Mean.Of(new Distribution(1, 5)));

    [Fact]
    public void Of_OneAnswer_HasNoInterval()
    {
        Assert.Equal(new Measure(1, 4, null, null), Mean.Of(Distribution.Of(1, 5, [4])));
        Assert.Null(Mean.StandardDeviation(Distribution.Of(1, 5, [4])));
    }

    [Fact]
    public void Of_TwoAnswersAtTheEnds_CoverTheScale()
    {
        var mean = Mean.Of(Distribution.Of(1, 5, [1, 5]));

        Assert.Equal((3.0, 1.0, 5.0), (mean.Value, mean.Low, mean.High));
    }

    [Fact]
    public void Of_AllTheSame_IsNotCertain()
    {
        var answers = Distribution.Of(1, 5, [5, 5, 5, 5, 5]);
        var mean = Mean.Of(answers);

        Assert.Equal(0.0, Mean.StandardDeviation(answers));
        Assert.Equal((5.0, 5.0), (mean.Value, mean.High));
        Close.Equal(2.776445 / Math.Sqrt(12 * 5), mean.Margin, 1e-6);
    }

    [Fact]
    public void Of_OneCustomerWithManyAnswers_HasNoInterval() =>
        Assert.Equal(new Measure(3, 4, null, null), Mean.Of([new CustomerSum(3, 12)], 1, 5));

    [Fact]
    public void Of_EachCustomerAnswersTwiceAlike_IsNoMoreCertainThanOnce()
    {
        var once = Mean.Of([new(1, 5), new(1, 3), new(1, 4), new(1, 4)], 1, 5);
        var twice = Mean.Of([new(2, 10), new(2, 6), new(2, 8), new(2, 8)], 1, 5);

        Assert.Equal((once.Value, 8), (twice.Value, twice.N));
        Close.Equal(once.Margin!.Value, twice.Margin, 1e-12);
    }

    [Fact]
    public void Of_AnyAnswers_EqualsTheSlowWay() => Prop.ForAll(Scores.Arbitrary(0, 10), scores =>
    {
        var mean = Mean.Of(Distribution.Of(0, 10, scores));
        var average = scores.Average();
        if (scores.Length < 2)
        {
            return mean == new Measure(1, average, null, null);
        }

        var s = Math.Sqrt(scores.Sum(x => (x - average) * (x - average)) / (scores.Length - 1));
        var margin = StudentT.Quantile(0.975, scores.Length - 1) * (scores.Distinct().Count() == 1 ? 1 / Math.Sqrt(12) : s) / Math.Sqrt(scores.Length);
        return Math.Abs(average - mean.Value!.Value) < 1e-12
            && Math.Abs(margin - mean.Margin!.Value) < 1e-9
            && Math.Abs(Math.Max(0, average - margin) - mean.Low!.Value) < 1e-9
            && Math.Abs(Math.Min(10, average + margin) - mean.High!.Value) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyAnswers_StaysInTheScaleMirrorsAndPools() => Prop.ForAll(Scores.Arbitrary(1, 5), Scores.Arbitrary(1, 5), (one, other) =>
    {
        var (a, b) = (Mean.Of(Distribution.Of(1, 5, one)), Mean.Of(Distribution.Of(1, 5, other)));
        var pooled = Mean.Of(Distribution.Of(1, 5, [.. one, .. other]));
        var mirror = Mean.Of(Distribution.Of(1, 5, one.Select(s => 6 - s)));
        return Math.Abs((((a.Value * a.N) + (b.Value * b.N)) / pooled.N - pooled.Value)!.Value) < 1e-12
            && 1 <= pooled.Low && pooled.Low <= pooled.Value && pooled.Value <= pooled.High && pooled.High <= 5
            && Math.Abs((6 - a.Value - mirror.Value)!.Value) < 1e-12
            && (a.N < 2 || Math.Abs((6 - a.Low - mirror.High)!.Value) < 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_OneAnswerHigher_IsHigher() => Prop.ForAll(Scores.Arbitrary(1, 5), scores =>
    {
        int[] raised = [.. scores.Take(1).Select(s => Math.Min(5, s + 1)), .. scores.Skip(1)];
        return Mean.Of(Distribution.Of(1, 5, raised)).Value >= Mean.Of(Distribution.Of(1, 5, scores)).Value;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AMillionAnswers_StaysExact()
    {
        var answers = new Distribution(1, 5);
        answers.Add(5, 999_999);
        answers.Add(4, 1);

        Close.Equal(0.001, Mean.StandardDeviation(answers), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Distribution_ScoreOutsideItsScale_IsRefused(int score) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Distribution(1, 5).Add(score));
}
