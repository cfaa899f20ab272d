using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Responses;

public sealed class AnswerRulesTests
{
    private static readonly LocalizedText s_text = new("Frage", "Question");

    [Theory]
    [InlineData(QuestionKind.Rating, 0, false)]
    [InlineData(QuestionKind.Rating, 1, true)]
    [InlineData(QuestionKind.Rating, 5, true)]
    [InlineData(QuestionKind.Rating, 6, false)]
    [InlineData(QuestionKind.Nps, -1, false)]
    [InlineData(QuestionKind.Nps, 0, true)]
    [InlineData(QuestionKind.Nps, 10, true)]
    [InlineData(QuestionKind.Nps, 11, false)]
    [InlineData(QuestionKind.Csat, 0, false)]
    [InlineData(QuestionKind.Csat, 5, true)]
    [InlineData(QuestionKind.Csat, 6, false)]
    [InlineData(QuestionKind.Nps, int.MaxValue, false)]
    public void Score_MustLieOnTheScale(QuestionKind kind, int score, bool fits) =>
        Expect(kind, new Answer(score), fits ? null : "score-out-of-scale");

    [Fact]
    public void Rating_OnAnotherScale_FollowsIt()
    {
        var scale = new RatingScale(0, 10, s_text, s_text);

        Assert.Null(AnswerRules.Judge(Question(QuestionKind.Rating), scale, new Answer(0)).Fault);
        Assert.Equal("score-out-of-scale", AnswerRules.Judge(Question(QuestionKind.Csat), scale, new Answer(6)).Fault!.Code);
    }

    [Fact]
    public void CannotJudge_IsForRatingsOnly()
    {
        Expect(QuestionKind.Rating, new Answer(CannotJudge: true), null);
        Expect(QuestionKind.Nps, new Answer(CannotJudge: true), "answer-form");
        Expect(QuestionKind.FreeText, new Answer(CannotJudge: true), "answer-form");
    }

    [Theory]
    [InlineData(1, 7, null)]
    [InlineData(3, null, null)]
    [InlineData(null, 3, null)]
    [InlineData(0, 3, "level-out-of-scale")]
    [InlineData(3, 8, "level-out-of-scale")]
    public void Levels_AreOneToSeven(int? present, int? desired, string? code) =>
        Expect(QuestionKind.Level, new Answer(present, desired), code);

    [Fact]
    public void Desired_IsForLevelsOnly()
    {
        Expect(QuestionKind.Rating, new Answer(3, Desired: 4), "answer-form");
        Expect(QuestionKind.Nps, new Answer(Desired: 4), "answer-form");
    }

    [Theory]
    [InlineData(QuestionKind.YesNo, "yes", null)]
    [InlineData(QuestionKind.YesNo, "unknown", "choice-unknown")]
    [InlineData(QuestionKind.Fcr, "unknown", null)]
    [InlineData(QuestionKind.SingleChoice, "a", null)]
    [InlineData(QuestionKind.SingleChoice, "A", "choice-unknown")]
    [InlineData(QuestionKind.SingleChoice, "a b", "choice-only-one")]
    [InlineData(QuestionKind.SingleChoice, "a a", null)]
    [InlineData(QuestionKind.MultipleChoice, "a b", null)]
    [InlineData(QuestionKind.MultipleChoice, "a c", "choice-unknown")]
    public void Choices_MustBeOffered(QuestionKind kind, string choices, string? code) =>
        Expect(kind, new Answer(Choices: choices.Split(' ')), code);

    [Fact]
    public void ExactlyOneForm_IsTaken()
    {
        Answer[] wrong = [new(), new(3, Text: "drei"), new(3, CannotJudge: true), new(Text: "a", Choices: ["a"]), new(3, Choices: [])];

        Assert.All(wrong, answer => Expect(QuestionKind.Rating, answer, "answer-form"));
        Expect(QuestionKind.FreeText, new Answer(3), "answer-form");
        Expect(QuestionKind.SingleChoice, new Answer(Text: "a"), "answer-form");
    }

    [Fact]
    public void Info_TakesNoAnswer() => Expect(QuestionKind.Info, new Answer(Text: "a"), "answer-form");

    [Fact]
    public void UnknownQuestion_IsAFault()
    {
        var version = new SurveyDraft(SurveyId.Parse("probe"), Scores.OneToFive, s_text, s_text, [Question(QuestionKind.Nps)]).ToVersion(1, default);

        Assert.Equal("question-unknown", AnswerRules.Judge(version, "other", new Answer(1)).Fault!.Code);
        Assert.Null(AnswerRules.Judge(version, "q", new Answer(1)).Fault);
    }

    [Theory]
    [InlineData("  Danke\r\nsehr  ", "Danke\nsehr")]
    [InlineData("a\u0000b\u001bc\u0085d\u009fe", "abcde")]
    [InlineData("a\tb", "a b")]
    [InlineData("Mu\u0308ller", "Müller")]
    [InlineData("rechts\u202Eknil", "rechtsknil")]
    [InlineData("a\ufffeb", "ab")]
    [InlineData("Kunde 👍🏽 👨‍👩‍👧", "Kunde 👍🏽 👨‍👩‍👧")]
    public void Text_IsKeptWithoutControlCharacters(string given, string kept) =>
        Assert.Equal(kept, AnswerRules.Judge(Question(QuestionKind.FreeText), Scores.OneToFive, new Answer(Text: given)).Answer!.Text);

    [Fact]
    public void Text_WithHalfACharacter_LosesIt()
    {
        var half = "a" + (char)0xD83D + "b";

        Assert.Equal("ab", AnswerRules.Judge(Question(QuestionKind.FreeText), Scores.OneToFive, new Answer(Text: half)).Answer!.Text);
    }

    [Fact]
    public void Text_Of4000Characters_FitsAndOneMoreDoesNot()
    {
        Expect(QuestionKind.FreeText, new Answer(Text: new string('x', 4000)), null);
        Expect(QuestionKind.FreeText, new Answer(Text: new string('x', 4001)), "text-too-long");
        Expect(QuestionKind.FreeText, new Answer(Text: "  " + new string('x', 4000) + "\n"), null);
    }

    [Fact]
    public void BlankTextAndNoChoice_AreNoAnswerAndNoFault()
    {
        Assert.Equal(default, AnswerRules.Judge(Question(QuestionKind.FreeText), Scores.OneToFive, new Answer(Text: " \u0000 ")));
        Assert.Equal(default, AnswerRules.Judge(Question(QuestionKind.MultipleChoice), Scores.OneToFive, new Answer(Choices: [])));
    }

    private static Question Question(QuestionKind kind) => new(
        "q", kind, s_text,
        Choices: kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice ? [new Choice("a", s_text), new Choice("b", s_text)] : null);

    private static void Expect(QuestionKind kind, Answer answer, string? code)
    {
        var verdict = AnswerRules.Judge(Question(kind), Scores.OneToFive, answer);

        Assert.Equal(code, verdict.Fault?.Code);
        Assert.Equal(code is null, verdict.Answer is not null);
        Assert.True(verdict.Fault?.Text.IsComplete ?? true);
    }
}
