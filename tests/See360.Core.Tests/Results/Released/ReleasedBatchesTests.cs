using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Tests.Results.Released;

public sealed class ReleasedBatchesTests
{
    private static readonly Grouping<string> s_questions = new(c => [c.Asked.Question.Id]);
    private readonly ConfidentialSheets _sheets = new();

    [Fact]
    public void Of_FourSheets_ShowsNothingAndSaysWhatIsMissing()
    {
        Give(4, "advisor", "unit");

        var table = _sheets.ReleasedAfter(10, out var released);

        Assert.Equal(0, table.Sheets);
        Assert.Equal(1, released.Missing["advisor"]);
    }

    [Fact]
    public void Of_TwelveSheets_ShowsTwoBatchesOfFive()
    {
        Give(12, "advisor", "unit", nps: 9);

        var table = _sheets.ReleasedAfter(10, out var released);

        Assert.Equal(10, Of(table, "nps").Counts[AnswerCode.OfScore(9)]);
        Assert.Equal(10, table.Sheets);
        Assert.Empty(released.Missing);
    }

    [Fact]
    public void Of_QuestionThatFourAnswered_IsNotShown()
    {
        Give(4, "advisor", "unit", nps: 9);
        Give(6, "advisor", "unit", rating: 3);

        var table = _sheets.ReleasedAfter(10);

        Assert.Equal(10, table.Sheets);
        Assert.Equal(0, Of(table, "nps").Counts.Sum());
        Assert.Equal(5, Of(table, "rating1").Counts[AnswerCode.OfScore(3)]);
    }

    [Fact]
    public void Of_FourCouldNotJudge_ShowsNothingOfTheFifth()
    {
        for (var n = 0; n < 5; n++)
        {
            Give(1, "advisor", "unit", new Dictionary<string, Answer>
            {
                ["rating1"] = n == 0 ? new Answer(1) : new Answer(CannotJudge: true),
                ["fcr"] = new Answer(Choices: [n == 0 ? FixedChoices.No : FixedChoices.Unknown]),
            });
        }

        var table = _sheets.ReleasedAfter(10);

        Assert.Equal(5, table.Sheets);
        Assert.Equal(0, Of(table, "rating1").Counts.Sum() + Of(table, "fcr").Counts.Sum());
    }

    [Fact]
    public void Of_LeftOversOfAYear_GoToTheUnitAndThenToTheInstitute()
    {
        Give(3, "a", "unit1");
        Give(4, "b", "unit1");
        Give(2, "c", "unit2");
        Give(3, "d", "unit3");
        Assert.Equal(0, _sheets.ReleasedAfter(10).Sheets);

        Give(1, "e", "unit2", week: 20);
        var table = _sheets.ReleasedAfter(21, out var released);

        Assert.Equal(7, SheetsOf(table, table.Names.Units.Where(u => u == "unit1")));
        Assert.Equal(0, SheetsOf(table, table.Names.Units.Where(u => u == "unit2")));
        Assert.Equal(12, table.Sheets);
        Assert.Equal(4, released.Missing["e"]);
        Assert.Equal(5, released.Missing["a"]);
    }

    [Fact]
    public void Of_Batch_HasNoSegmentNoChannelNobodyAndOneDate()
    {
        Give(3, "advisor", "unit", week: 0);
        Give(2, "advisor", "unit", week: 3);

        var table = _sheets.ReleasedAfter(10);

        var monday = FactTime.Of(new DateTimeOffset(ConfidentialSheets.FirstWeek.Plus(3).Monday, new TimeOnly(12, 0), TimeSpan.Zero));
        Assert.Equal(5, FactPass.Run(table, new FactFilter(From: monday, To: monday + 1), s_questions).Sheets);
        Assert.Equal(0, FactPass.Run(table, new FactFilter(Segments: table.Names.Segments.Where(s => s == "Private Banking")), s_questions).Sheets);
        Assert.All(table.Blocks.Single().Participants, p => Assert.Equal(0UL, p));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_AnotherWeekCloses_OnlyAddsBatches(int seed)
    {
        var sheets = ConfidentialSheets.Random(seed, customers: 200, weeks: 30);
        var before = new Dictionary<string, int>();
        for (var weeks = 1; weeks <= 30; weeks++)
        {
            var rows = Rows(sheets.ReleasedAfter(weeks));
            Assert.All(before, row => Assert.True(rows.GetValueOrDefault(row.Key) >= row.Value, row.Key));
            before = rows;
        }

        Assert.NotEmpty(before);
    }

    [Fact]
    public void Of_NamesNumberedInAnotherOrder_IsTheSame()
    {
        var sheets = ConfidentialSheets.Random(3, customers: 150, weeks: 30);
        var here = Rows(sheets.ReleasedAfter(30));
        sheets.Responses.Reverse();

        Assert.Equal(here.OrderBy(r => r.Key), Rows(sheets.ReleasedAfter(30)).OrderBy(r => r.Key));
    }

    private static Dictionary<string, int> Rows(FactTable table) => table.Blocks
        .SelectMany(b => Enumerable.Range(0, b.Count).Select(row => string.Join(
            ' ', [b.Version, table.Names.Advisors.Texts[b.Advisors[row]], table.Names.Units.Texts[b.Units[row]], b.Minutes[row], .. b.Answers.Select(a => a[row])])))
        .GroupBy(row => row)
        .ToDictionary(row => row.Key, row => row.Count());

    private static Tally Of(FactTable table, string question) =>
        FactPass.Run(table, new FactFilter(), s_questions).Groups.Single(g => g.Key == question).Tally;

    private static int SheetsOf(FactTable table, CodeSet units) => FactPass.Run(table, new FactFilter(Units: units), s_questions).Sheets;

    private void Give(int times, string advisor, string unit, int? nps = null, int? rating = null, int week = 0)
    {
        var answers = new Dictionary<string, Answer>();
        if (nps is { } score)
        {
            answers["nps"] = new Answer(score);
        }

        if (rating is { } step)
        {
            answers["rating1"] = new Answer(step);
        }

        for (var n = 0; n < times; n++)
        {
            Give(1, advisor, unit, answers, week);
        }
    }

    private void Give(int times, string advisor, string unit, Dictionary<string, Answer> answers, int week = 0)
    {
        for (var n = 0; n < times; n++)
        {
            _sheets.Add(week, advisor, unit, answers);
        }
    }
}
