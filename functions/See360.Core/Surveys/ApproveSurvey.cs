using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>Approves a published survey for sending. The approval stays when a later version is published.</summary>
public sealed class ApproveSurvey(SurveyRecords records, TimeProvider clock)
{
    private readonly DecideApproval _decide = new(records, clock);

    /// <param name="by">User name of who approves.</param>
    /// <param name="seen">The version that this person has looked at; null: whatever is published.</param>
    /// <returns>The approved survey; who approved it first stays. Null if there is no such survey.</returns>
    /// <exception cref="RuleBroken">It has no published version, that version has errors, or it is another one.</exception>
    public async Task<Survey?> ApproveAsync(InstituteId institute, SurveyId id, string by, int? seen = null, CancellationToken cancel = default)
    {
        if (await records.FindAsync(institute, id, cancel) is not { } survey)
        {
            return null;
        }

        var checkedVersion = seen ?? survey.Version;
        if (await records.VersionAsync(institute, id, checkedVersion, cancel) is { } version)
        {
            SurveyFinding.RefuseErrors(SurveyChecks.Check(SurveyDraft.Of(version)));
        }

        return await _decide.RunAsync(institute, id, (present, _) => Approve(present, checkedVersion, by), cancel);
    }

    /// <summary>What the command line says, which may be said at every start: surveys on which nobody has decided yet
    /// are approved; all others are left to those who decide on the page.</summary>
    public async Task<Survey?> ApproveOnceAsync(InstituteId institute, SurveyId id, string by, CancellationToken cancel = default) =>
        await records.FindAsync(institute, id, cancel) is { } survey && ApprovalDecision.Latest(survey) is not null
            ? survey
            : await ApproveAsync(institute, id, by, cancel: cancel);

    private static ApprovalDecision? Approve(Survey survey, int seen, string by) => survey switch
    {
        { Version: 0 } => throw new RuleBroken("survey-not-published", new LocalizedText(
            "Die Umfrage ist noch nicht veröffentlicht. Veröffentlichen Sie sie zuerst und geben Sie sie dann frei.",
            "The survey has not been published yet. Publish it first, then approve it.")),
        _ when survey.Version != seen => throw new RuleBroken("survey-changed", new LocalizedText(
            "Inzwischen ist eine andere Fassung veröffentlicht. Bitte laden Sie die Seite neu und sehen Sie sich die Fragen noch einmal an.",
            "Another version has been published meanwhile. Please reload the page and look at the questions again.")),
        { ApprovedAt: not null } => null,
        _ => new ApprovalDecision(0, ApprovalStep.Approved, survey.Version, by, default),
    };
}
