using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <param name="Version">The version that new answer sheets are given from now on.</param>
/// <param name="Warnings">What the checks found worth a second look.</param>
public sealed record PublishedSurvey(SurveyVersion Version, IReadOnlyList<SurveyFinding> Warnings);

/// <summary>Makes the draft of a survey its next version. Answer sheets that have been started stay with theirs.</summary>
public sealed class PublishSurvey(SurveyRecords records, TimeProvider clock)
{
    /// <returns>The present version if the draft does not differ from it; null if there is no such survey.</returns>
    /// <exception cref="RuleBroken">The checks found errors.</exception>
    public async Task<PublishedSurvey?> PublishAsync(InstituteId institute, SurveyId id, CancellationToken cancel = default)
    {
        if (await records.FindAsync(institute, id, cancel) is not { } survey
            || await records.Drafts.ReadAsync(SurveyRecords.Partition(institute), SurveyDraft.Row(survey.Number), cancel) is not { Value: var draft })
        {
            return null;
        }

        var findings = SurveyChecks.Check(draft);
        Refuse([.. findings.Where(f => f.Severity == FindingSeverity.Error)]);
        var present = await records.VersionAsync(institute, id, survey.Version, cancel);
        var version = present is not null && SurveyDraft.Of(present).SaysTheSameAs(draft)
            ? present
            : await AddVersionAsync(institute, draft, survey.Version, cancel);
        await records.Surveys.UpdateAsync(
            SurveyRecords.Partition(institute), id.ToString(),
            s => s is null || s.Version >= version.Number ? s : s with { Version = version.Number }, cancel);
        return new PublishedSurvey(version, findings);
    }

    /// <summary>A version that a crash left unnamed stays unused: its number is passed over.</summary>
    private async Task<SurveyVersion> AddVersionAsync(InstituteId institute, SurveyDraft draft, int present, CancellationToken cancel)
    {
        for (var number = present + 1; ; number++)
        {
            var version = draft.ToVersion(number, clock.GetUtcNow());
            if (await records.Versions.InsertAsync(
                SurveyRecords.VersionPartition(institute, draft.Survey), SurveyRecords.VersionRow(number), version, cancel))
            {
                return version;
            }
        }
    }

    private static void Refuse(IReadOnlyList<SurveyFinding> errors)
    {
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
