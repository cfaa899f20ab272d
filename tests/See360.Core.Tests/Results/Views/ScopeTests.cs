using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Results;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Tests.Results.Views;

/// <summary>Who sees what: comments, self-images, the Activity Index.</summary>
public class ScopeTests
{
    private static readonly Question _praise = new("praise", QuestionKind.FreeText, new LocalizedText("Lob?", "Praise?"));
    private static readonly Question _improve = new("improve", QuestionKind.FreeText, new LocalizedText("Besser?", "Better?"));

    private readonly ViewWorld _world = new(1);

    [Theory]
    [InlineData(Role.SalesManagement, ViewWorld.Manager, null, null, 4)]
    [InlineData(Role.SalesManagement, ViewWorld.Manager, "unit1", null, 2)]
    [InlineData(Role.Head, "head@bank.example", null, null, 2)]
    [InlineData(Role.Head, "head@bank.example", "unit2", null, 1)]
    [InlineData(Role.Advisor, "advisor1", null, null, 1)]
    [InlineData(Role.Advisor, "advisor1", "unit1", null, 1)]
    [InlineData(Role.Advisor, "advisor1", null, "advisor1", 1)]
    [InlineData(Role.Advisor, "advisor8", null, "advisor8", 0)]
    public void Comments_ByRole_AreWhatMayBeRead(Role role, string userName, string? unit, string? advisor, int expected)
    {
        TableComment[] comments = [Comment("advisor0", "unit0"), Comment("advisor1", "unit1"), Comment("advisor2", "unit2"), Comment("", "")];

        Assert.Equal(expected, CommentSelection.Of(See(role, userName, unit, advisor), comments).Count);
    }

    [Fact]
    public void Comments_OfASelfImageOrAnInterviewer_AreNeverShown() => Assert.Empty(CommentSelection.Of(
        See(Role.SalesManagement, ViewWorld.Manager),
        [Comment("advisor1", "unit1") with { Marks = SheetMarks.SelfImage }, Comment("advisor1", "unit1") with { Marks = SheetMarks.Interviewer }]));

    [Fact]
    public void Comments_InOrder_ArePraiseFirstThenNewest()
    {
        TableComment[] comments =
        [
            Comment("advisor1", "unit1", "a", nps: 3, minutes: 30), Comment("advisor1", "unit1", "b", nps: 9, minutes: 10),
            Comment("advisor1", "unit1", "c", nps: 9, minutes: 20), Comment("advisor1", "unit1", "d", _improve, nps: 10, minutes: 40),
        ];
        var sliced = See(Role.SalesManagement, ViewWorld.Manager);

        Assert.Equal("c b d a", string.Join(' ', CommentSelection.Of(sliced, comments).Select(c => c.Comment.Text)));
        Assert.Equal("c b", string.Join(' ', CommentSelection.Praise(sliced, comments, 3).Select(c => c.Comment.Text)));
        Assert.Equal("c", string.Join(' ', CommentSelection.Praise(sliced, comments, 1).Select(c => c.Comment.Text)));
    }

    [Fact]
    public void Comments_OfAConfidentialSurvey_HaveNoOrderInTime()
    {
        var survey = _world.Table.Surveys[0];
        _world.Table = _world.Table with { Surveys = [survey with { Confidentiality = ConfidentialityMode.Confidential }] };
        TableComment[] comments = [.. Enumerable.Range(0, 20).Select(n => Comment("advisor1", "unit1", $"text {n}", minutes: n) with { Survey = survey.Id })];
        var sliced = See(Role.SalesManagement, ViewWorld.Manager);

        var found = CommentSelection.Of(sliced, comments);

        Assert.Equal(found.Select(c => c.Comment.Text), CommentSelection.Of(sliced, [.. comments.Reverse()]).Select(c => c.Comment.Text));
        Assert.NotEqual(comments.Reverse().Select(c => c.Text), found.Select(c => c.Comment.Text));
        Assert.All(found, c => Assert.Null(c.Minutes));
    }

    [Fact]
    public void CommentIds_OfTheSameTextTwice_AreNumbered()
    {
        var found = CommentSelection.Of(See(Role.SalesManagement, ViewWorld.Manager), [Comment("advisor1", "unit1", "gut"), Comment("advisor2", "unit2", "gut")]);

        Assert.Equal(2, CommentIds.Of(found).Distinct().Count());
    }

    [Fact]
    public void Own_SelfImageAskedFor_NothingOfTheSurveyIsSeenUntilItIsGiven()
    {
        var survey = _world.Table.Surveys[0] with { AsksSelfImage = true };
        var ask = new SelfImageAsk(new CycleId(new IsoWeek(2026, 46), survey.Id), new ParticipantId(new BatchId(new IsoWeek(2026, 46), BatchKind.SelfImage, 1), 1), "nobody", _world.Now);
        var advisor = Enumerable.Range(0, 9).Select(n => $"advisor{n}").FirstOrDefault(a => !SelfImageSheets.Has(_world.Table.Facts, survey.Id, a)) ?? "advisor-new";
        _world.Table = _world.Table with { Surveys = [survey, .. _world.Table.Surveys.Skip(1)], Asks = [ask with { Advisor = advisor }] };

        var own = See(Role.Advisor, advisor, advisor: advisor);

        Assert.Equal([survey.Id], own.Pending.Select(s => s.Id));
        Assert.DoesNotContain(own.Surveys, s => s.Id == survey.Id);
        Assert.Equal(0, Overview.Of(_world.See(new SliceParameters($"{survey.Id}", "all", Advisor: advisor), advisor, Role.Advisor), []).Head.Sheets);
        Assert.Empty(CommentSelection.Of(See(Role.Advisor, advisor), [Comment(advisor, "unit1") with { Survey = survey.Id }]));
        Assert.Contains("Selbstbild", Overview.Of(own, []).Head.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void SelfImages_OfFewPeople_AreSeenOnlyByThemselves()
    {
        var all = SelfImageMeans.Sheets(See(Role.SalesManagement, ViewWorld.Manager)).Select(s => s.Advisor).Distinct().ToList();
        Assert.True(all.Count >= SelfImageRelease.Least);

        // Two or three of the nine are in each unit, three to five below unit1: never five on both sides.
        foreach (var unit in new[] { "unit1", "unit2", "unit3" })
        {
            var view = SelfImages.Of(See(Role.SalesManagement, ViewWorld.Manager, unit));
            Assert.Equal((0, 0), (view.Advisors, view.Lines.Count(l => l.Self is not null)));
        }

        Assert.Equal(all.Count, SelfImages.Of(See(Role.SalesManagement, ViewWorld.Manager)).Advisors);
        Assert.Equal(1, SelfImages.Of(See(Role.Advisor, all[0], advisor: all[0])).Advisors);
    }

    [Fact]
    public void SelfImage_OfOneself_IsTheMeanOfTheNewestSheets()
    {
        var sliced = See(Role.Advisor, "advisor1", advisor: "advisor1");
        var count = SliceCount.Of(sliced, MeasureKey.Lines);
        var sheets = SelfImageMeans.Sheets(sliced);

        Assert.Equal(sheets.Count, sheets.Select(s => s.Block.Survey).Distinct().Count());
        foreach (var factor in FactorTexts.All)
        {
            var codes = sheets.SelectMany(s => s.Block.Columns.Index()
                .Where(c => c.Item.Asked.Question is { Kind: QuestionKind.Rating } q && q.Factor == factor && c.Item.Asked.Scale == count.Scale)
                .Select(c => s.Block.Answers[c.Index][s.Row]).Where(code => code >= AnswerCode.First)).ToList();
            var line = LinesOf.Factors(sliced, count).FirstOrDefault(l => l.Id == Slice.Id(factor));
            Assert.Equal(codes.Count == 0 ? null : codes.Average(c => AnswerCode.Score(c)), line?.Self);
        }
    }

    [Fact]
    public void ActivityIndex_PartsThatAreNotKnown_DropOutAndAreNamed()
    {
        var index = new ActivityIndex(See(Role.SalesManagement, ViewWorld.Manager)).Of(null);

        Assert.Equal(["advisors"], index.Parts.Select(p => p.Id));
        Assert.Equal((1.0, 0.0), (index.Parts.Sum(p => p.Weight), index.Value));
        Assert.Equal(4, index.Missing.Count);
        Assert.True(new ActivityIndex(See(Role.SalesManagement, ViewWorld.Manager, "unit3")).Of("unit3").TooFew);
        Assert.True(Management.Of(See(Role.Advisor, "advisor1", advisor: "advisor1")).Index.TooFew);
    }

    [Fact]
    public void ActivityIndex_SentMails_CountByTheirAdvisors()
    {
        var survey = _world.Table.Surveys[0].Id;
        var at = new DateTimeOffset(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);
        var totals = new CycleTotals(50, 40, 10, 0, 0, 7, 0, new Dictionary<string, AdvisorReturn>
        {
            ["advisor1"] = new(30, 5, 4),
            ["advisor2"] = new(20, 5, 3),
        });
        _world.Table = _world.Table with { Cycles = [new CycleState(new CycleId(new IsoWeek(2026, 41), survey), true, at, totals)] };

        var index = new ActivityIndex(See(Role.SalesManagement, ViewWorld.Manager)).Of(null);

        // 2 of 9 advisors; 7 of 40 answered, half of 35 %: 100·(0.20·2/9 + 0.25·0.5)/0.45.
        Assert.Equal(["advisors", "response"], index.Parts.Select(p => p.Id));
        Assert.Equal(100 * ((0.20 * 2 / 9) + (0.25 * 0.5)) / 0.45, index.Value!.Value, 9);
        Assert.Equal(new DateOnly(2026, 8, 24), index.From);
        Assert.Equal(new DateOnly(2026, 11, 15), index.To);
    }

    [Fact]
    public void Scope_OfSeveralRoles_IsAllOfThem()
    {
        var scope = ResultScope.Of(new ResultReader(ViewWorld.Chart.Institute.Id, "advisor3", [Role.Advisor, Role.Head], Language.De), ViewWorld.Chart);

        Assert.Equal(["unit0", "unit3"], ViewWorld.Chart.Preorder.Where(scope.MaySee).Select(u => u.Number));
        Assert.True(scope.MaySeeAdvisor("advisor3"));
        Assert.Equal(CommentScope.None, scope.Comments);
    }

    [Fact]
    public void Chart_UnitsInACircle_AreNotLost()
    {
        var units = new[] { new Unit("a", "A", "b", null), new Unit("b", "B", "a", null), new Unit("c", "C", null, null) }.ToDictionary(u => u.Number);

        var chart = new OrganisationChart(Institute.With(InstituteId.Parse("musterbank"), 1, "Musterbank"), units, new Dictionary<string, Employee>(), "1");

        Assert.Equal(["a", "b", "c"], chart.Preorder.Select(u => u.Number).Order());
        Assert.Equal(["a", "b"], chart.Subtree("a").Order());
    }

    private Sliced See(Role role, string userName, string? unit = null, string? advisor = null) =>
        _world.See(new SliceParameters(Period: "all", Unit: unit, Advisor: advisor), userName, role);

    private TableComment Comment(string advisor, string unit, string text = "Sehr nett", Question? question = null, int? nps = 8, int minutes = 0) => new(
        _world.Table.Surveys[0].Id, 1, question ?? _praise, text, advisor, unit, "", "", FactTime.Of(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)) + minutes,
        SheetMarks.Customer, null, nps);
}
