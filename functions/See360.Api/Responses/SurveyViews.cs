using See360.Core;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Api.Responses;

/// <summary>What the survey page gets: of a question only what a customer needs.</summary>
internal sealed record SurveyView(
    SheetState State,
    ParticipantKind Kind,
    Language Language,
    SheetInstitute Institute,
    SheetAdvisor? Advisor,
    DateOnly? ConversationOn,
    LocalizedText? WhoSees,
    bool IsConfidential,
    DateTimeOffset? ExpiresAt,
    IReadOnlyList<PageLink> PageLinks,
    QuestionsView? Survey,
    SheetAnswers? Answers)
{
    public static SurveyView Of(SurveySheet sheet) => new(
        sheet.State, sheet.Kind, sheet.Language, sheet.Institute, sheet.Advisor, sheet.ConversationOn, sheet.WhoSees, sheet.IsConfidential, sheet.ExpiresAt,
        sheet.PageLinks, sheet.Questions is null ? null : QuestionsView.Of(sheet.Questions, sheet.Advisor), sheet.Answers);
}

internal sealed record QuestionsView(
    int Version, RatingScale RatingScale, LocalizedText Introduction, LocalizedText Thanks, IReadOnlyList<QuestionView> Questions)
{
    private const string AdvisorPlaceholder = "{{berater}}";

    private static readonly LocalizedText Nobody = new("Ihre Beratung", "your advisor");

    public static QuestionsView Of(SurveyVersion version, SheetAdvisor? advisor)
    {
        return new QuestionsView(
            version.Number, version.RatingScale, Name(version.Introduction), Name(version.Thanks), [.. version.Questions.Select(View)]);

        QuestionView View(Question question) => new(
            question.Id, question.Kind, Name(question.Text), question.Help is null ? null : Name(question.Help), question.Required,
            FixedChoices.For(question) is { Count: > 0 } choices ? choices : null, question.Anchors, question.Branches);

        LocalizedText Name(LocalizedText text)
        {
            var name = advisor?.Address ?? Nobody;
            return new LocalizedText(
                text.De.Replace(AdvisorPlaceholder, name.De, StringComparison.Ordinal), text.En.Replace(AdvisorPlaceholder, name.En, StringComparison.Ordinal));
        }
    }
}

internal sealed record QuestionView(
    string Id,
    QuestionKind Kind,
    LocalizedText Text,
    LocalizedText? Help,
    bool Required,
    IReadOnlyList<Choice>? Choices,
    IReadOnlyList<LocalizedText>? Anchors,
    IReadOnlyList<Branch>? Branches);

/// <summary>What a device sends. <see cref="AnswerInput"/> says what the parts mean.</summary>
internal sealed record AnswersRequest(int? Revision, Dictionary<string, Answer?>? Answers, Language Language = Language.De, int? Version = null)
{
    private const int MostAnswers = 200;

    private static readonly LocalizedText Unreadable = new(
        "Diese Angaben können wir nicht lesen. Bitte laden Sie die Seite neu.",
        "We can't read this. Please reload the page.");

    public AnswerInput ToInput()
    {
        if (Revision is null)
        {
            throw new BadInput("revision", "revision-missing", Unreadable);
        }

        if (!Enum.IsDefined(Language))
        {
            throw new BadInput("language", "language-unknown", Unreadable);
        }

        var answers = Answers ?? [];
        return answers.Count <= MostAnswers
            ? new AnswerInput(Revision.Value, answers, Language, Version)
            : throw new BadInput("answers", "answers-too-many", Unreadable);
    }
}

internal sealed record CallbackRequestBody(string? Phone, string? Note);

/// <param name="Sheet">What is stored; only if another device was in between, or after completion.</param>
internal sealed record SavedView(int Revision, SheetAnswers? Sheet);

/// <summary>The problem document of a conflict between two devices: with what is stored, so that the page can let
/// the person choose.</summary>
/// <param name="Conflicts">Ids of the questions that both have changed.</param>
internal sealed record ConflictProblem(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<string> Conflicts, SheetAnswers Sheet);
