using System.Text.RegularExpressions;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Surveys.Sets;
using See360.Core.Texts;

namespace See360.Core.Tests.Surveys;

public sealed partial class QuestionSetsTests
{
    public static TheoryData<string> Ids => [.. QuestionSets.All.Select(set => set.Id)];

    public static TheoryData<string> SpecialistIds => [.. DefaultSurveys.All.Select(survey => survey.SetId)];

    /// <summary>At 320 px a line holds about 30 letters.</summary>
    [Fact]
    public void FactorTexts_OnANarrowPage_CanBeBrokenInGoodPlaces() => Assert.All(
        FactorTexts.All.SelectMany(f => FactorTexts.Of(f).De.Split(' ', '-', '\u00AD')), part => Assert.InRange(part.Length, 1, 22));

    [Fact]
    public void All_SevenSpecialistsServiceAndMaturity_HaveDifferentIds()
    {
        Assert.Equal(9, QuestionSets.All.Select(set => set.Id).Distinct().Count());
        Assert.All(DefaultSurveys.All, survey => Assert.NotNull(QuestionSets.Find(survey.SetId)));
        Assert.NotNull(QuestionSets.Find("kundenservice"));
        Assert.NotNull(QuestionSets.Find("reifegrad"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Set_AsShipped_HasNoFindings(string id) => Assert.Empty(SurveyChecks.Check(Draft(Set(id))));

    [Theory]
    [MemberData(nameof(SpecialistIds))]
    public void SpecialistSet_HasTenToSixteenQuestions(string id) => Assert.InRange(Set(id).Questions.Count, 10, 16);

    [Theory]
    [MemberData(nameof(SpecialistIds))]
    public void SpecialistSet_AsksForEightFactorsAndMore_OfBothKinds(string id)
    {
        var factors = Set(id).Questions.Where(q => q.Factor is not null).Select(q => q.Factor!.Value).Distinct().ToList();

        Assert.True(factors.Count >= 8, string.Join(", ", factors));
        Assert.InRange(factors.Count(FactorTexts.IsPersonDependent), 4, 6);
        Assert.InRange(factors.Count(f => !FactorTexts.IsPersonDependent(f)), 3, 4);
    }

    [Fact]
    public void SpecialistSets_Together_AskForAllFieldsAndFactors()
    {
        var questions = DefaultSurveys.All.SelectMany(survey => Set(survey.SetId).Questions).ToList();

        Assert.Equal(FieldTexts.All, questions.Select(q => q.Field).OfType<BusinessField>().Distinct().Order());
        Assert.Equal(FactorTexts.All, questions.Select(q => q.Factor).OfType<CompetitiveFactor>().Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Set_SaysThatTakingPartIsVoluntary_AndNotEachAnswer(string id)
    {
        var introduction = Set(id).Introduction;

        Assert.EndsWith("Die Teilnahme ist freiwillig.", introduction.De, StringComparison.Ordinal);
        Assert.EndsWith("Taking part is voluntary.", introduction.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Set_HasOneNpsAndOneCsatQuestion_UnlessItIsAboutTheBankItself(string id)
    {
        var expected = id == "reifegrad" ? 0 : 1;

        Assert.Equal(expected, Set(id).Questions.Count(q => q.Kind == QuestionKind.Nps));
        Assert.Equal(expected, Set(id).Questions.Count(q => q.Kind == QuestionKind.Csat));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void RatingQuestion_HasFieldFactorAndSelfText(string id) =>
        Assert.All(Set(id).Questions.Where(q => q.Kind == QuestionKind.Rating), q =>
        {
            Assert.NotNull(q.Field);
            Assert.NotNull(q.Factor);
            Assert.StartsWith("Wie würden Ihre Kunden bewerten, wie gut ", q.SelfText!.De, StringComparison.Ordinal);
            Assert.StartsWith("How would your customers rate how well ", q.SelfText!.En, StringComparison.Ordinal);
        });

    /// <summary>The scale runs from "gar nicht gut" to "sehr gut"; a question that does not ask "how well" would not fit it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void RatingQuestion_AsksHowWell(string id) =>
        Assert.All(Set(id).Questions.Where(q => q.Kind == QuestionKind.Rating), q =>
        {
            Assert.StartsWith("Wie gut ", q.Text.De, StringComparison.Ordinal);
            Assert.StartsWith("How well ", q.Text.En, StringComparison.Ordinal);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreCompleteCalmAndShort(string id)
    {
        var set = Set(id);
        LocalizedText[] texts = [set.Name, set.Purpose, set.Introduction, set.Thanks, set.RatingScale.MinLabel, set.RatingScale.MaxLabel, .. set.Questions.SelectMany(Texts)];

        Assert.All(texts, text =>
        {
            Assert.True(text.IsComplete);
            Assert.DoesNotContain('!', text.De + text.En);
            Assert.Equal(text.De.Trim(), text.De);
            Assert.Equal(text.En.Trim(), text.En);
            Assert.Equal(text.De.Contains("{{berater}}", StringComparison.Ordinal), text.En.Contains("{{berater}}", StringComparison.Ordinal));
        });
        Assert.All(set.Questions, q => Assert.InRange(q.Text.De.Length, 10, 120));
        Assert.All(set.Questions, q => Assert.InRange(q.Text.En.Length, 10, 120));
    }

    /// <summary>"Herr Klein" is "Herrn Klein" after a preposition; the placeholder knows the first form only.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Placeholder_StandsAsSubject(string id) =>
        Assert.All(Set(id).Questions.SelectMany(Texts).Append(Set(id).Introduction), text =>
            Assert.DoesNotMatch(PrepositionBeforePlaceholder(), text.De));

    [Fact]
    public void SameId_InSeveralSets_IsTheSameQuestion() =>
        Assert.All(
            QuestionSets.All.SelectMany(set => set.Questions).GroupBy(q => q.Id),
            same => Assert.Single(same.Select(q => (q.Kind, q.Text, q.Factor, q.SelfText)).Distinct()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void AnyQuestionSwitchedOff_LeavesAFlowWithoutFaults(string id)
    {
        var set = Set(id);

        Assert.All(set.Questions, off =>
        {
            var questions = QuestionSwitches.Without(set.Questions, new HashSet<string> { off.Id });

            Assert.DoesNotContain(questions, q => q.Id == off.Id);
            Assert.DoesNotContain(SurveyChecks.Check(Draft(set) with { Questions = questions }), f => f.Severity == FindingSeverity.Error);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Version_WrittenAndRead_IsTheSame(string id)
    {
        var draft = Draft(Set(id));

        Assert.True(draft.SaysTheSameAs(RecordJson.Read<SurveyDraft>(RecordJson.Write(draft).Span)));
    }

    private static QuestionSet Set(string id) => QuestionSets.Find(id)!;

    private static SurveyDraft Draft(QuestionSet set) =>
        new(SurveyId.Parse(set.Id), set.RatingScale, set.Introduction, set.Thanks, set.Questions);

    private static IEnumerable<LocalizedText> Texts(Question q) =>
        new[] { q.Text, q.Help, q.SelfText }.OfType<LocalizedText>().Concat((q.Choices ?? []).Select(c => c.Text)).Concat(q.Anchors ?? []);

    [GeneratedRegex(@"\b(an|auf|aus|bei|durch|für|gegen|gegenüber|mit|nach|ohne|über|um|unter|von|vor|zu|zwischen|als|wegen)\s+\{\{berater\}\}", RegexOptions.IgnoreCase)]
    private static partial Regex PrepositionBeforePlaceholder();
}
