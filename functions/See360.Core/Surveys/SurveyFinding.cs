using See360.Core.Texts;

namespace See360.Core.Surveys;

public enum FindingSeverity
{
    /// <summary>Publishing is refused.</summary>
    Error,

    /// <summary>Worth a second look; publishing goes on.</summary>
    Warning,
}

/// <summary>What a check has found in a questionnaire.</summary>
/// <param name="Code">Stable, in kebab case.</param>
/// <param name="QuestionId">Null if it concerns the questionnaire as a whole.</param>
/// <param name="Text">Says what to do next.</param>
public sealed record SurveyFinding(FindingSeverity Severity, string Code, string? QuestionId, LocalizedText Text)
{
    internal static SurveyFinding Error(string code, string? questionId, string de, string en) =>
        new(FindingSeverity.Error, code, questionId, new LocalizedText(de, en));

    internal static SurveyFinding Warning(string code, string? questionId, string de, string en) =>
        new(FindingSeverity.Warning, code, questionId, new LocalizedText(de, en));
}
