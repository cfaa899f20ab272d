using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Surveys;

public sealed class SurveyChecksTests
{
    private static readonly LocalizedText s_text = new("Frage", "Question");

    [Fact]
    public void NoQuestion_IsAnError() => Expect(Draft(), (FindingSeverity.Error, "no-question", null));

    [Fact]
    public void OnlyAnInfoText_IsAnError() =>
        Expect(Draft(new Question("a", QuestionKind.Info, s_text)), (FindingSeverity.Error, "no-question", null));

    [Fact]
    public void TwentyQuestions_AreFine() => Expect(Draft([.. Enumerable.Range(1, 20).Select(i => Text($"q{i}"))]));

    [Fact]
    public void MoreThanTwentyQuestions_AreAWarning() =>
        Expect(Draft([.. Enumerable.Range(1, 21).Select(i => Text($"q{i}"))]), (FindingSeverity.Warning, "many-questions", null));

    [Theory]
    [InlineData(1, 5, true)]
    [InlineData(1, 6, true)]
    [InlineData(1, 7, true)]
    [InlineData(0, 10, true)]
    [InlineData(0, 5, false)]
    [InlineData(1, 10, false)]
    [InlineData(5, 1, false)]
    public void Scale_MustBeOneOfFour(int min, int max, bool allowed)
    {
        var draft = Draft(Text("a")) with { RatingScale = new RatingScale(min, max, s_text, s_text) };

        Expect(draft, allowed ? [] : [(FindingSeverity.Error, "scale", null)]);
    }

    [Fact]
    public void MissingEnglish_IsAnError() =>
        Expect(Draft(Text("a") with { Help = new LocalizedText("Hilfe", " ") }), (FindingSeverity.Error, "text-missing", "a"));

    [Fact]
    public void MissingIntroduction_IsAnError() =>
        Expect(Draft(Text("a")) with { Introduction = new LocalizedText("", "") }, (FindingSeverity.Error, "text-missing", null));

    [Fact]
    public void SameIdTwice_IsAnError() =>
        Expect(Draft(Text("a"), Text("a")), (FindingSeverity.Error, "question-twice", "a"));

    [Theory]
    [InlineData("")]
    [InlineData("Frage")]
    [InlineData("frage_1")]
    [InlineData("end")]
    [InlineData("a12345678901234567890123456789012345678901")]
    public void IdInAnotherForm_IsAnError(string id) =>
        Expect(Draft(Text(id)), (FindingSeverity.Error, "question-id", id));

    [Theory]
    [InlineData("Hat {{berater}} geholfen?", true)]
    [InlineData("Hat {{Berater}} geholfen?", false)]
    [InlineData("Hat {{name}} geholfen?", false)]
    [InlineData("Hat {{berater geholfen?", false)]
    public void Placeholder_MustBeTheKnownOne(string text, bool fine) =>
        Expect(Draft(Text("a") with { Text = new LocalizedText(text, "Question") }), fine ? [] : [(FindingSeverity.Error, "placeholder", "a")]);

    [Fact]
    public void SelfTextWithPlaceholder_IsAnError() =>
        Expect(
            Draft(Text("a") with { SelfText = new LocalizedText("Wie gut ist {{berater}}?", "How good?") }),
            (FindingSeverity.Error, "placeholder-self", "a"));

    [Fact]
    public void ChoiceQuestionWithoutTwoChoices_IsAnError()
    {
        Choice[] same = [new("x", s_text), new("x", s_text)];

        Expect(Draft(Text("a") with { Kind = QuestionKind.SingleChoice }), (FindingSeverity.Error, "choices", "a"));
        Expect(Draft(Text("a") with { Kind = QuestionKind.MultipleChoice, Choices = [same[0]] }), (FindingSeverity.Error, "choices", "a"));
        Expect(Draft(Text("a") with { Kind = QuestionKind.MultipleChoice, Choices = same }), (FindingSeverity.Error, "choices", "a"));
    }

    [Fact]
    public void YesNoAndFcr_HaveTheirFixedChoices()
    {
        Expect(Draft(Text("a") with { Kind = QuestionKind.YesNo }, Text("b") with { Kind = QuestionKind.Fcr, Choices = FixedChoices.Fcr }));
        Expect(Draft(Text("a") with { Kind = QuestionKind.Fcr, Choices = FixedChoices.YesNo }), (FindingSeverity.Error, "choices", "a"));
    }

    [Fact]
    public void LevelQuestion_HasSevenAnchors()
    {
        var level = Text("a") with { Kind = QuestionKind.Level };
        LocalizedText[] Anchors(int n) => [.. Enumerable.Repeat(s_text, n)];

        Expect(Draft(level with { Anchors = Anchors(7) }));
        Expect(Draft(level with { Anchors = Anchors(6) }), (FindingSeverity.Error, "anchors", "a"));
        Expect(Draft(level), (FindingSeverity.Error, "anchors", "a"));
        Expect(Draft(Text("a") with { Anchors = Anchors(7) }), (FindingSeverity.Error, "anchors", "a"));
    }

    [Fact]
    public void RequiredInfo_IsAnError() =>
        Expect(Draft(new Question("i", QuestionKind.Info, s_text, Required: true), Text("a")), (FindingSeverity.Error, "info-required", "i"));

    [Fact]
    public void RatingWithoutFieldOrFactor_IsAWarning() =>
        Expect(
            Draft(new Question("a", QuestionKind.Rating, s_text, Field: BusinessField.Payments)),
            (FindingSeverity.Warning, "field-or-factor-missing", "a"));

    [Fact]
    public void JumpToNowhere_IsADeadEnd() =>
        Expect(Draft(Text("a") with { Branches = [new Branch("c")] }, Text("b")), (FindingSeverity.Error, "dead-end", "a"));

    [Fact]
    public void JumpBackwardOrToItself_IsAnError() =>
        Expect(
            Draft(Text("a"), Text("b") with { Branches = [new Branch("a")] }, Text("c") with { Branches = [new Branch("c")] }),
            (FindingSeverity.Error, "branch-backward", "b"),
            (FindingSeverity.Error, "branch-backward", "c"));

    [Fact]
    public void QuestionThatNothingLeadsTo_IsAnError() =>
        Expect(
            Draft(Text("a") with { Branches = [new Branch("c")] }, Text("b"), Text("c") with { Branches = [new Branch(Branch.End)] }, Text("d")),
            (FindingSeverity.Error, "unreachable", "b"),
            (FindingSeverity.Error, "unreachable", "d"));

    [Fact]
    public void BranchAfterAnUnconditionalOne_IsNeverTaken() =>
        Expect(
            Draft(new Question("n", QuestionKind.Nps, s_text, Branches: [new Branch("a"), new Branch(Branch.End, MinScore: 9)]), Text("a")),
            (FindingSeverity.Error, "branch-never-taken", "n"));

    [Fact]
    public void ConditionThatNoAnswerMeets_IsNeverTaken()
    {
        Branch[] impossible =
        [
            new(Branch.End, MinScore: 11),
            new(Branch.End, MinScore: 8, MaxScore: 7),
            new(Branch.End, AnyChoice: ["yes"]),
            new(Branch.End, CannotJudge: true),
        ];

        Assert.All(impossible, branch => Expect(
            Draft(new Question("n", QuestionKind.Nps, s_text, Branches: [branch]), Text("a")),
            (FindingSeverity.Error, "branch-never-taken", "n")));
    }

    private static Question Text(string id) => new(id, QuestionKind.FreeText, s_text);

    private static SurveyDraft Draft(params IReadOnlyList<Question> questions) =>
        new(SurveyId.Parse("probe"), Scores.OneToFive, s_text, s_text, questions);

    private static void Expect(SurveyDraft draft, params (FindingSeverity, string, string?)[] expected)
    {
        var findings = SurveyChecks.Check(draft);

        Assert.Equal(expected, findings.Select(f => (f.Severity, f.Code, f.QuestionId)));
        Assert.All(findings, f => Assert.True(f.Text.IsComplete));
    }
}
