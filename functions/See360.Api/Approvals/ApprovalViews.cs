using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Api.Approvals;

/// <summary>Surveys as the pages of *Freigaben* show them.</summary>
internal static class ApprovalViews
{
    public static ApprovalLine Line(ReviewedSurvey reviewed, Language language) => new(
        reviewed.Survey.Id, reviewed.Survey.Name.In(language), reviewed.Survey.Kind, reviewed.Survey.Confidentiality, reviewed.Stage,
        reviewed.Survey.Version, reviewed.Questions,
        reviewed.Findings.Count(f => f.Severity == FindingSeverity.Error), reviewed.Findings.Count(f => f.Severity == FindingSeverity.Warning),
        reviewed.Survey.ApprovedAt);

    public static ApprovalView View(ReviewedSurvey reviewed, IReadOnlyDictionary<string, string> names, Language language)
    {
        var shown = reviewed.Shown;
        return new ApprovalView(
            Line(reviewed, language),
            reviewed.Survey.AsksSelfImage,
            shown?.Introduction,
            shown?.Thanks,
            [.. (shown?.Questions ?? []).Select(question => Question(shown!, question))],
            [.. reviewed.Findings.Select(f => new FindingView(f.Severity, f.Code, f.QuestionId, f.Text.In(language)))],
            [.. reviewed.History.Select(d => new ApprovalDecisionView(d.Number, d.Step, d.Version, d.Reason, names[d.By], d.At))]);
    }

    private static PreviewedQuestion Question(SurveyDraft draft, Question question) => new(
        question.Id, question.Kind, question.Text, question.Help, question.Required, Scale(draft, question),
        [.. FixedChoices.For(question).Select(choice => choice.Text), .. question.Anchors ?? []],
        question.SelfText,
        question.Field is { } field ? FieldTexts.Of(field) : null,
        question.Factor is { } factor ? FactorTexts.Of(factor) : null,
        question.Branches is { Count: > 0 });

    /// <summary>Of questions that are answered on a scale with named ends.</summary>
    private static RatingScale? Scale(SurveyDraft draft, Question question) => question.Kind switch
    {
        QuestionKind.Rating => draft.RatingScale,
        QuestionKind.Nps => Scores.Nps,
        QuestionKind.Csat => Scores.Csat,
        _ => null,
    };
}

/// <param name="Name">In the caller's language.</param>
/// <param name="Version">Published version; 0: none yet.</param>
/// <param name="Questions">How many, without info texts.</param>
internal sealed record ApprovalLine(
    SurveyId Id, string Name, SurveyKind Kind, ConfidentialityMode Confidentiality, SurveyStage Stage, int Version, int Questions,
    int Errors, int Warnings, DateTimeOffset? ApprovedAt);

/// <summary>A survey with all its texts, in both languages.</summary>
/// <param name="History">Newest first.</param>
internal sealed record ApprovalView(
    ApprovalLine Survey, bool AsksSelfImage, LocalizedText? Introduction, LocalizedText? Thanks, IReadOnlyList<PreviewedQuestion> Questions,
    IReadOnlyList<FindingView> Findings, IReadOnlyList<ApprovalDecisionView> History);

/// <param name="Options">What can be chosen, or the seven levels, in order.</param>
/// <param name="Branches">True if the next question depends on the answer.</param>
internal sealed record PreviewedQuestion(
    string Id, QuestionKind Kind, LocalizedText Text, LocalizedText? Help, bool Required, RatingScale? Scale, IReadOnlyList<LocalizedText> Options,
    LocalizedText? SelfText, LocalizedText? Field, LocalizedText? Factor, bool Branches);

/// <param name="Text">In the caller's language.</param>
internal sealed record FindingView(FindingSeverity Severity, string Code, string? QuestionId, string Text);

internal sealed record ApprovalDecisionView(int Number, ApprovalStep Step, int Version, string Reason, string By, DateTimeOffset At);
