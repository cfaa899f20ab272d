using FsCheck;
using FsCheck.Fluent;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Results;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Core.Tests.Results;

public sealed class DisclosureTests
{
    private static readonly SurveyId s_id = SurveyId.Parse("beratung");
    private static readonly IsoWeek s_first = IsoWeek.Parse("2026-W02");
    private static readonly ResultPeriod s_period = ResultPeriod.RollingYear(new DateOnly(2026, 11, 9), TimeZoneInfo.Utc);
    private static readonly Dictionary<string, AskedQuestion> s_questions = ResultsBank.Questions.ToDictionary(
        q => q.Id, q => AskedQuestion.Of(new SurveyVersion(s_id, 1, default, new RatingScale(1, 5, Text(""), Text("")), Text(""), Text(""), []), q));

    [Fact]
    public void Personal_FirstAnswer_IsShownWithGiverDateAndScore()
    {
        var fact = Fact(1, s_first.Plus(44), ("nps", 9)) with { CompletedAt = FakeClock.Monday };
        var shown = Disclosure.Of(Survey(ConfidentialityMode.Personal), [With(fact, "praise", "Danke")], [], s_period);

        var comment = Assert.Single(shown.Comments);
        Assert.Equal((1, 0, "Danke", 9), (shown.Customers, shown.Missing, comment.Text, comment.Nps));
        Assert.Equal((fact.Participant, fact.CompletedAt), (comment.Giver!.Value, comment.At!.Value));
        Assert.Equal(9, Assert.Single(shown.Answers).Answer.Score);
    }

    [Fact]
    public void Personal_OlderThanTheWindow_IsNotShown()
    {
        var old = Fact(1, s_first, ("nps", 9)) with { CompletedAt = s_period.Start.AddTicks(-1) };

        Assert.Equal(0, Disclosure.Of(Survey(ConfidentialityMode.Personal), [old], [], s_period).Customers);
    }

    [Theory]
    [InlineData(1, 0, 4)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 5, 0)]
    [InlineData(9, 5, 0)]
    [InlineData(10, 10, 0)]
    public void Confidential_ScoresComeInBatchesOfFive(int answers, int shown, int missing)
    {
        var disclosed = Confidential(Week(s_first, answers, ("nps", 9)));

        Assert.Equal((shown, missing, shown), (disclosed.Customers, disclosed.Missing, disclosed.Answers.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Confidential_AnswersOfAnOpenWeek_DoNotShowInWhatIsMissing(int answers)
    {
        var disclosed = Disclosure.Of(Survey(ConfidentialityMode.Confidential), [.. Week(s_first, answers, ("nps", 9))], [], s_period);

        Assert.Equal((0, Disclosure.LeastScores), (disclosed.Customers, disclosed.Missing));
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 8)]
    [InlineData(12, 8)]
    [InlineData(13, 13)]
    public void Confidential_CommentsNeedEightCustomers(int answers, int shown)
    {
        var disclosed = Confidential([.. Week(s_first, answers, ("nps", 9)).Select((f, i) => With(f, "praise", $"Text {i}"))]);

        Assert.Equal(shown, disclosed.Comments.Count);
        Assert.All(disclosed.Comments, c => Assert.Equal((null, null, null), (c.Giver, c.At, c.Nps)));
        Assert.DoesNotContain(disclosed.Answers, a => a.Answer.Text is not null);
    }

    [Fact]
    public void Confidential_Comments_AreNotInTheOrderOfAnswers()
    {
        var texts = Confidential([.. Week(s_first, 13).Select((f, i) => With(f, "praise", $"Text {i:D2}"))]).Comments.Select(c => c.Text).ToList();

        Assert.NotEqual(texts.Order(), texts);
    }

    [Fact]
    public void Confidential_OpenCycle_ShowsNothingOfItNorOfLaterOnes()
    {
        ResultFact[] answers = [.. Week(s_first, 5, ("nps", 9)), .. Week(s_first.Plus(1), 5, ("nps", 0)), .. Week(s_first.Plus(2), 5, ("nps", 0))];
        var shown = Disclosure.Of(
            Survey(), answers, [Cycle(s_first, closed: true), Cycle(s_first.Plus(1), closed: false), Cycle(s_first.Plus(2), closed: true)], s_period);

        Assert.Equal(5, shown.Customers);
        Assert.All(shown.Answers, a => Assert.Equal(9, a.Answer.Score));
    }

    [Fact]
    public void Confidential_QuestionThatFewAnswered_IsInNoMean()
    {
        ResultFact[] answers = [.. Week(s_first, 5, ("contact", 4)), .. Week(s_first.Plus(1), 4, ("contact-again", 1)), .. Week(s_first.Plus(2), 1, ("nps", 1))];
        var shown = Confidential(answers);

        Assert.Equal(10, shown.Customers);
        Assert.All(shown.Answers, a => Assert.Equal("contact", a.Answer.Question.Question.Id));
    }

    [Fact]
    public void Confidential_WhoCouldNotJudge_IsNotShown()
    {
        var disclosed = Confidential([.. Week(s_first, 5).Select(f => f with { Answers = [new FactAnswer(s_questions["contact"], CannotJudge: true)] })]);

        Assert.Equal(5, disclosed.Customers);
        Assert.Empty(disclosed.Answers);
    }

    [Fact]
    public void Confidential_NewYear_BeginsNewBatches()
    {
        var shown = Confidential([.. Week(IsoWeek.Parse("2025-W50"), 4, ("nps", 9)), .. Week(IsoWeek.Parse("2026-W02"), 4, ("nps", 9))]);

        Assert.Equal(0, shown.Customers);
    }

    /// <summary>The promise itself: whatever arrives week after week, no difference between two days holds one to four
    /// customers, in no question, and none of the batches ever changes.</summary>
    [Fact]
    public void Confidential_AnyTwoDays_DifferByNobodyOrByABatch()
    {
        var weeks = Gen.Choose(0, 6).ListOf(30);
        Prop.ForAll(weeks.SelectMany(_ => Gen.Choose(0, int.MaxValue), (counts, seed) => (counts, seed)).ToArbitrary(), x =>
        {
            var random = new Random(x.seed);
            var answers = new List<ResultFact>();
            for (var week = 0; week < x.counts.Count; week++)
            {
                answers.AddRange(Week(s_first.Plus(week), x.counts[week]).Select(f => f with
                {
                    CompletedAt = f.CompletedAt.AddDays(random.Next(28)),
                    Answers = [.. s_questions.Values.Where(q => q.Scale is not null && random.Next(3) > 0).Select(q => new FactAnswer(q, Score: random.Next(1, 6)))],
                }));
            }

            Disclosed? before = null;
            for (var day = new DateOnly(2026, 2, 1); day < new DateOnly(2027, 12, 1); day = day.AddDays(7))
            {
                var now = day.ToDateTime(TimeOnly.MinValue);
                CycleState[] cycles = [.. Enumerable.Range(0, x.counts.Count)
                    .Select(w => s_first.Plus(w)).Where(w => w.Monday <= day).Select(w => Cycle(w, w.Monday.AddDays(28) <= day))];
                var shown = Disclosure.Of(
                    Survey(), [.. answers.Where(a => a.CompletedAt <= now)], cycles, ResultPeriod.RollingYear(day, TimeZoneInfo.Utc));
                foreach (var question in s_questions.Keys)
                {
                    var (new_, old) = (Of(shown, question), before is null ? [] : Of(before, question));
                    if (new_.Count is > 0 and < 5 || new_.Except(old).Count() is > 0 and < 5 || old.Except(new_).Count() is > 0 and < 5)
                    {
                        return false;
                    }
                }

                before = shown;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

        static HashSet<int> Of(Disclosed shown, string question) =>
            [.. shown.Answers.Where(a => a.Answer.Question.Question.Id == question).Select(a => a.Customer)];
    }

    private static Disclosed Confidential(IEnumerable<ResultFact> answers)
    {
        var all = answers.ToList();
        return Disclosure.Of(Survey(), all, all.Select(a => a.Cycle).Distinct().Select(c => Cycle(c.Week, closed: true)), s_period);
    }

    private static IEnumerable<ResultFact> Week(IsoWeek week, int answers, params (string Question, int Score)[] scores) =>
        Enumerable.Range(1, answers).Select(i => Fact(i, week, scores));

    private static ResultFact Fact(int number, IsoWeek week, params (string Question, int Score)[] scores) => new(
        new ParticipantId(new BatchId(week, BatchKind.Import, 1), number), ParticipantKind.Customer, false, new CycleId(week, s_id), 1,
        ResultsBank.Jana, "", "", "", new DateTimeOffset(week.Monday.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        [.. scores.Select(s => new FactAnswer(s_questions[s.Question], Score: s.Score))]);

    private static ResultFact With(ResultFact fact, string question, string text) =>
        fact with { Answers = [.. fact.Answers, new FactAnswer(s_questions[question], Text: text)] };

    private static CycleState Cycle(IsoWeek week, bool closed) => new(new CycleId(week, s_id), closed, default, new CycleTotals(0, 0, 0, 0, 0, 0, 0));

    private static Survey Survey(ConfidentialityMode mode = ConfidentialityMode.Confidential) =>
        new(s_id, 1, SurveyKind.EventBased, Text("Beratung"), [], 1, new SurveyRules(), mode, false, "set");

    private static LocalizedText Text(string text) => new(text, text);
}
