using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>Ends a survey's approval: no invitation and no reminder of it leaves until it is approved again. Links that
/// have been sent stay valid.</summary>
public sealed class WithdrawApproval(SurveyRecords records, TimeProvider clock)
{
    public const int LongestReason = 500;

    private readonly DecideApproval _decide = new(records, clock);

    /// <param name="reason">May be empty.</param>
    /// <returns>Null if there is no such survey. One that is not approved is left as it is.</returns>
    /// <exception cref="BadInput">The reason is too long.</exception>
    public Task<Survey?> RunAsync(InstituteId institute, SurveyId id, string? reason, string by, CancellationToken cancel = default)
    {
        var why = PlainText.Lines("reason", reason, LongestReason);
        return _decide.RunAsync(
            institute, id,
            (survey, _) => survey.ApprovedAt is null ? null : new ApprovalDecision(0, ApprovalStep.Withdrawn, survey.Version, by, default, why),
            cancel);
    }
}
