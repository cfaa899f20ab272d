using See360.Core.Institutes;

namespace See360.Core.Surveys;

/// <summary>Keeps what has been worked on. It may be unfinished: the checks stand before publishing.</summary>
public sealed class SaveSurveyDraft(SurveyRecords records)
{
    /// <returns>What publishing would say to it, or null if there is no such survey.</returns>
    public async Task<IReadOnlyList<SurveyFinding>?> SaveAsync(InstituteId institute, SurveyDraft draft, CancellationToken cancel = default)
    {
        if (await records.FindAsync(institute, draft.Survey, cancel) is not { } survey)
        {
            return null;
        }

        await records.Drafts.UpdateAsync(SurveyRecords.Partition(institute), SurveyDraft.Row(survey.Number), _ => draft, cancel);
        return SurveyChecks.Check(draft);
    }
}
