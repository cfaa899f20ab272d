using FsCheck;
using FsCheck.Fluent;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Responses;

public sealed class JourneyPropertiesTests
{
    [Fact]
    public void RandomSurvey_AsBuilt_PassesTheChecks() => ForAll((draft, _, _) =>
        SurveyChecks.Check(draft).All(f => f.Severity == FindingSeverity.Warning));

    [Fact]
    public void Journey_AnyAnswers_EndsAndNeverRevisitsOrGoesBack() => ForAll((draft, answers, _) => GoesForward(draft, answers));

    [Fact]
    public void Journey_ThroughAnUncheckedSurvey_EndsToo() => ForAll((_, answers, random) => GoesForward(RandomSurveys.Unchecked(random), answers));

    [Fact]
    public void Journey_AnswersOffThePathAddedOrDropped_IsTheSame() => ForAll((draft, answers, random) =>
    {
        var journey = Journey.Of(draft.Questions, answers);
        var more = new Dictionary<string, Answer>(answers);
        foreach (var question in draft.Questions.Where(q => q.Kind != QuestionKind.Info && !journey.Path.Contains(q.Id)))
        {
            more[question.Id] = RandomSurveys.Answer(random, question, draft.RatingScale);
        }

        return SameWay(journey, Journey.Of(draft.Questions, more)) && SameWay(journey, Journey.Of(draft.Questions, journey.Keep(answers)));
    });

    [Fact]
    public void Journey_AlwaysAnsweringTheNext_BecomesComplete() => ForAll((draft, answers, random) =>
    {
        var given = new Dictionary<string, Answer>(answers);
        for (var steps = 0; steps <= draft.Questions.Count; steps++)
        {
            if (Journey.Of(draft.Questions, given).Next is not { } next)
            {
                return Journey.Of(draft.Questions, given).IsComplete;
            }

            given[next] = RandomSurveys.Answer(random, draft.Questions.Single(q => q.Id == next), draft.RatingScale);
        }

        return false;
    });

    [Fact]
    public void FittingAnswer_PassesTheAnswerRulesUnchanged() => ForAll((draft, answers, _) =>
        answers.All(a => AnswerRules.Judge(draft.ToVersion(1, FakeClock.Monday), a.Key, a.Value) is { Fault: null, Answer: { } kept }
            && kept.Score == a.Value.Score && kept.Desired == a.Value.Desired && kept.Text == a.Value.Text
            && kept.CannotJudge == a.Value.CannotJudge && (kept.Choices ?? []).SequenceEqual(a.Value.Choices ?? [])));

    [Fact]
    public void QuestionsSwitchedOff_LeaveTheWayAsIfTheyStayedUnanswered() => ForAll((draft, answers, random) =>
    {
        var off = draft.Questions.Where(_ => random.Next(4) == 0).Select(q => q.Id).ToHashSet();
        var rest = QuestionSwitches.Without(draft.Questions, off);
        var unanswered = answers.Where(a => !off.Contains(a.Key)).ToDictionary();
        var expected = Journey.Of(draft.Questions, unanswered).Path.Where(id => !off.Contains(id));

        return Journey.Of(rest, unanswered).Path.SequenceEqual(expected)
            && SurveyChecks.Check(draft with { Questions = rest }).All(f => f.Severity == FindingSeverity.Warning || f.Code == "no-question");
    });

    [Fact]
    public void SelfImage_OfAnySurvey_IsOneStraightWay() => ForAll((draft, _, _) =>
    {
        var self = SelfImage.Of(draft.ToVersion(1, FakeClock.Monday));
        return self.Questions.All(q => q.Branches is null)
            && Journey.Of(self, new Dictionary<string, Answer>()).Path.SequenceEqual(draft.Questions.Where(q => q.SelfText is not null).Select(q => q.Id));
    });

    private static bool GoesForward(SurveyDraft draft, Dictionary<string, Answer> answers)
    {
        var path = Journey.Of(draft.Questions, answers).Path;
        var order = draft.Questions.Select(q => q.Id).ToList();
        return path.Count > 0 && path[0] == order[0] && path.Zip(path.Skip(1)).All(step => order.IndexOf(step.First) < order.IndexOf(step.Second));
    }

    private static bool SameWay(Journey a, Journey b) => a.Path.SequenceEqual(b.Path) && a.Next == b.Next && a.IsComplete == b.IsComplete;

    private static void ForAll(Func<SurveyDraft, Dictionary<string, Answer>, Random, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var draft = RandomSurveys.Valid(random);
            return holds(draft, RandomSurveys.Answers(random, draft.Questions, draft.RatingScale), random);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
