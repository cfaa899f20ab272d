using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Results.Views;
using See360.Core.Surveys;

namespace See360.Core.Tests.Results.Views;

/// <summary>Each view against the same question put to the answer sheets themselves.</summary>
public class ViewsTests
{
    [Fact]
    public void Overview_AnySlice_IsWhatTheSheetsSay() => ForAnySlice((world, sliced) =>
    {
        var view = Overview.Of(sliced, []);
        var sheets = world.Sheets(sliced);
        var slice = sliced.Slice;

        Assert.Equal(sheets.Count, view.Head.Sheets);
        var nps = sheets.Select(s => s.Answers.GetValueOrDefault("nps")?.Score).OfType<int>().ToList();
        AssertMean(nps.Select(s => s >= 9 ? 100.0 : s >= 7 ? 0 : -100), view.Nps);
        var csat = sheets.Select(s => s.Answers.GetValueOrDefault("csat")?.Score).OfType<int>().ToList();
        AssertMean(csat.Select(s => s >= 4 ? 1.0 : 0), view.Csat);
        AssertMean(csat.Select(s => (double)s), view.Satisfaction);
        var fcr = sheets.Select(s => s.Answers.GetValueOrDefault("fcr")?.Choices?[0]).ToList();
        AssertMean(fcr.Where(c => c is "yes" or "no").Select(c => c == "yes" ? 1.0 : 0), view.Fcr);
        Assert.Equal(fcr.Count(c => c == "unknown"), view.FcrUnknown);

        var ratings = world.Ratings(sheets, view.Head.Scale).SelectMany(r => r).Where(r => IsIn(r.Question, slice)).ToList();
        AssertMean(ratings.Select(r => (double)r.Score), view.Mean);
        AssertLines(view.Factors, ratings, q => q.Factor is { } factor ? Slice.Id(factor) : null);
        AssertLines(view.Fields, ratings, q => q.Field is { } field ? Slice.Id(field) : null);
        if (sliced.Compared is { } there)
        {
            var others = world.Sheets(sliced, there);
            Assert.Equal(others.Count, view.Head.Compare!.Sheets);
            AssertMean(world.Ratings(others, view.Head.Scale).SelectMany(r => r).Where(r => IsIn(r.Question, slice)).Select(r => (double)r.Score), view.Compared!.Mean.Figure);
        }
    });

    [Fact]
    public void Grid_AnySlice_HasEveryCellThatSheetsHave() => ForAnySlice((world, sliced) =>
    {
        var view = Grid.Of(sliced);
        var ratings = world.Ratings(world.Sheets(sliced), view.Head.Scale).SelectMany(r => r)
            .Where(r => r.Question is { Field: not null, Factor: not null } && IsIn(r.Question, sliced.Slice))
            .ToLookup(r => (Slice.Id(r.Question.Field!.Value), Slice.Id(r.Question.Factor!.Value)), r => (double)r.Score);

        Assert.Equal(ratings.Select(c => c.Key).Order(), view.Cells.Where(c => c.Figure.N > 0).Select(c => (c.Field, c.Factor)).Order());
        Assert.All(view.Cells, c => AssertMean(ratings[(c.Field, c.Factor)], c.Figure));
        Assert.All(view.Cells, c => Assert.Equal(c.Figure.N, c.Distribution.Sum()));
    });

    [Fact]
    public void Organisation_EachRow_IsTheOverviewOfTheUnit() => ForAnySlice((world, sliced) =>
    {
        var rows = OrganisationRows.Of(sliced).Rows;
        Assert.Equal(["unit0", "unit1", "unit2", "unit3"], rows.Select(r => r.Unit.Number));
        foreach (var row in rows)
        {
            var compare = row.Unit.Number == "unit0" ? (Comparison?)null : Comparison.Institute;
            var alone = Overview.Of(world.See(sliced.Slice with { Unit = row.Unit.Number, Compare = compare })!, []);

            Assert.Equal((alone.Head.Sheets, alone.Nps, alone.Csat), (row.Sheets, row.Nps, row.Csat));
            Assert.Equal((alone.Compared?.Nps.Diff, alone.Compared?.Csat.Diff), (row.Diffs?.Nps, row.Diffs?.Csat));
            if (alone.Head.Scale == OrganisationRows.Of(sliced).Head.Scale)
            {
                Assert.Equal((alone.Mean, alone.Compared?.Mean.Diff), (row.Mean, row.Diffs?.Mean));
            }
        }
    });

    [Fact]
    public void Trend_EachPoint_IsTheSliceOfItsDays() => ForAnySlice((world, sliced) =>
    {
        foreach (var step in Enum.GetValues<TrendStep>())
        {
            var view = Trend.Of(sliced, step);
            foreach (var point in view.Points.Index().Where(p => p.Index % 7 == 0).Select(p => p.Item))
            {
                var days = SlicePeriod.Parse($"{point.From:yyyy-MM-dd}..{point.To:yyyy-MM-dd}");
                var alone = Loyalty.Of(world.See(sliced.Slice with { Period = days, Compare = null })!);

                Assert.Equal((alone.Head.Sheets, alone.Nps.Figure, alone.Csat.Figure, alone.Fcr.Figure), (point.Sheets, point.Nps, point.Csat, point.Fcr));
            }

            if (step != TrendStep.Rolling)
            {
                Assert.Equal(view.Head.Sheets, view.Points.Sum(p => p.Sheets));
            }
        }
    });

    [Fact]
    public void Compare_UnitWithTheRest_AddsUpToTheInstitute() => ForAnySlice((world, sliced) =>
    {
        var unit = sliced.Slice with { Unit = "unit1", Compare = Comparison.Institute };
        var (part, whole) = (Overview.Of(world.See(unit)!, []), Overview.Of(world.See(unit with { Unit = null, Compare = null })!, []));

        Assert.Equal(whole.Nps.N, part.Nps.N + part.Compared!.Nps.Figure.N);
        Assert.Equal(whole.Csat.N, part.Csat.N + part.Compared.Csat.Figure.N);
        Assert.Equal(whole.Head.Sheets, part.Head.Sheets + part.Head.Compare!.Sheets);
    });

    [Fact]
    public void Questions_AnySlice_AreCountedAsTheSheetsSay() => ForAnySlice((world, sliced) =>
    {
        var sheets = world.Sheets(sliced);
        foreach (var line in Questions.Of(sliced).Questions)
        {
            var asking = sheets.Where(s => world.Versions.Single(v => v.Survey == s.Cycle.Survey && v.Number == s.Version) is var version
                && version.Questions.Any(q => q.Id == line.Id && Of(q.Field) == line.Field && Of(q.Factor) == line.Factor)
                && (line.Kind != QuestionKind.Rating || (version.RatingScale.Min, version.RatingScale.Max) == (line.Scale!.Value.Min, line.Scale.Value.Max))).ToList();
            var answers = asking.Select(s => s.Answers.GetValueOrDefault(line.Id)).Where(a => a is not null).ToList();

            Assert.Equal(answers.Count(a => a!.CannotJudge == true), line.CannotJudge);
            if (line.Kind is QuestionKind.Rating or QuestionKind.Csat or QuestionKind.Level)
            {
                AssertMean(answers.Select(a => a!.Score).OfType<int>().Select(s => (double)s), line.Figure);
            }
            else if (line.Kind == QuestionKind.MultipleChoice)
            {
                Assert.Equal(["a", "b", "c"], line.Choices!.Select(c => c.Id));
                Assert.All(line.Choices!, c => Assert.Equal(answers.Count(a => a!.Choices?.Contains(c.Id) == true), c.Count));
            }

            if (line.Desired is { } desired)
            {
                AssertMean(answers.Select(a => a!.Desired).OfType<int>().Select(s => (double)s), desired.Figure);
            }
        }

        static string? Of<T>(T? value)
            where T : struct, Enum => value is { } known ? Slice.Id(known) : null;
    });

    [Fact]
    public void Importance_AnySlice_IsPearsonsCorrelationOfTheSheets() => ForAnySlice(
        (world, sliced) =>
        {
            var scale = SliceCount.Of(sliced).Scale;
            var importance = DerivedImportance.Of(sliced, SliceCount.Of(sliced));
            Assert.Equal(QuestionKind.Csat, importance.Overall);
            foreach (var factor in FactorTexts.All)
            {
                var sheets = world.Sheets(sliced);
                var pairs = sheets.Zip(world.Ratings(sheets, scale))
                    .Select(s => (X: s.Second.Where(r => r.Question.Factor == factor && (sliced.Slice.Field is null || r.Question.Field == sliced.Slice.Field)).Select(r => (double)r.Score).ToList(), Y: s.First.Answers.GetValueOrDefault("csat")?.Score))
                    .Where(p => p.X.Count > 0 && p.Y is not null)
                    .Select(p => (X: p.X.Average(), Y: (double)p.Y!.Value))
                    .ToList();
                var found = importance.Of(factor);

                Assert.Equal(pairs.Count, found.N);
                if (pairs.Count < Correlation.Least)
                {
                    Assert.Null(found.Value);
                }
                else if (found.Value is { } value)
                {
                    var (x, y) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
                    var slow = pairs.Sum(p => (p.X - x) * (p.Y - y)) / Math.Sqrt(pairs.Sum(p => (p.X - x) * (p.X - x)) * pairs.Sum(p => (p.Y - y) * (p.Y - y)));
                    Assert.Equal(slow, value, 9);
                    Assert.InRange(value, found.Low!.Value, found.High!.Value);
                }
            }
        },
        tests: 20, sheets: 1500);

    [Fact]
    public void Maturity_Lines_AreInTheOrderOfTheirGaps() => ForAnySlice((world, sliced) =>
    {
        var lines = Maturity.Of(sliced with { Slice = sliced.Slice with { Field = null, Factor = null } }).Lines;

        Assert.Equal(lines.OrderByDescending(l => l.Gap).ThenBy(l => l.Current.Value).Select(l => l.Id), lines.Select(l => l.Id));
        Assert.All(lines, l => Assert.Equal(l.Desired.Value - l.Current.Value, l.Gap));
    });

    private static void ForAnySlice(Action<ViewWorld, Sliced> check, int tests = 40, int sheets = 400) => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var world = new ViewWorld(seed, sheets);
            check(world, world.See(ViewWorld.Random(new Random(seed))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static bool IsIn(Question question, Slice slice) =>
        (slice.Field is null || question.Field == slice.Field) && (slice.Factor is null || question.Factor == slice.Factor);

    private static void AssertLines(IReadOnlyList<ResultLine> lines, List<(Question Question, int Score)> ratings, Func<Question, string?> idOf)
    {
        var expected = ratings.Where(r => idOf(r.Question) is not null).ToLookup(r => idOf(r.Question)!, r => (double)r.Score);
        foreach (var line in lines.Where(l => l.Figure.N > 0))
        {
            AssertMean(expected[line.Id], line.Figure);
            Assert.Equal(line.Figure.N, line.Distribution.Sum());
        }
    }

    private static void AssertMean(IEnumerable<double> expected, Figure figure)
    {
        var all = expected.ToList();
        Assert.Equal(all.Count, figure.N);
        Assert.Equal(all.Count == 0, figure.Value is null);
        if (all.Count > 0)
        {
            Assert.Equal(all.Average(), figure.Value!.Value, 9);
            Assert.True(figure.Low is null || (figure.Low <= figure.Value && figure.Value <= figure.High));
        }
    }
}
