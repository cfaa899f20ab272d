using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>Approves a published survey for sending. The approval stays when a later version is published.</summary>
public sealed class ApproveSurvey(SurveyRecords records, TimeProvider clock)
{
    /// <param name="by">User name of who approves.</param>
    /// <returns>The approved survey; who approved it first stays. Null if there is no such survey.</returns>
    /// <exception cref="RuleBroken">It has no published version.</exception>
    public Task<Survey?> ApproveAsync(InstituteId institute, SurveyId id, string by, CancellationToken cancel = default) =>
        records.Surveys.UpdateAsync(SurveyRecords.Partition(institute), id.ToString(), survey => Approve(survey, by), cancel);

    private Survey? Approve(Survey? survey, string by) => survey switch
    {
        null => null,
        { ApprovedAt: not null } => survey,
        { Version: 0 } => throw new RuleBroken("survey-not-published", new LocalizedText(
            "Die Umfrage ist noch nicht veröffentlicht. Veröffentlichen Sie sie zuerst und geben Sie sie dann frei.",
            "The survey has not been published yet. Publish it first, then approve it.")),
        _ => survey with { ApprovedAt = clock.GetUtcNow(), ApprovedBy = by },
    };
}
