using See360.Core.Institutes;

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
        SurveyFinding.RefuseErrors(findings);
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
}
