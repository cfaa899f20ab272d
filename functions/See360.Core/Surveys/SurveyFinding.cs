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

    /// <exception cref="RuleBroken">There is an error among the findings; it says the first one.</exception>
    internal static void RefuseErrors(IReadOnlyList<SurveyFinding> findings)
    {
        var errors = findings.Where(f => f.Severity == FindingSeverity.Error).ToList();
        if (errors.Count == 0)
        {
            return;
        }

        var first = errors[0];
        var question = first.QuestionId is null ? "" : $" ({first.QuestionId})";
        var (moreDe, moreEn) = errors.Count == 1 ? ("", "") : ($" Weitere Fehler: {errors.Count - 1}.", $" Further errors: {errors.Count - 1}.");
        throw new RuleBroken("survey-has-errors", new LocalizedText(first.Text.De + question + moreDe, first.Text.En + question + moreEn));
    }
}
