using See360.Core.Decisions;

namespace See360.Core.Surveys;

public enum ApprovalStep
{
    Approved,
    Withdrawn,
}

/// <summary>A survey's approval (*Freigabe*), or its end.</summary>
/// <param name="Version">The published version at that time.</param>
/// <param name="Reason">Of a withdrawal; may be empty.</param>
public sealed record ApprovalDecision(
    int Number, ApprovalStep Step, int Version, string By, DateTimeOffset At, string Reason = "") : IDecision
{
    /// <summary>The latest decision on a survey. An approval from before they were kept counts as the first one.</summary>
    public static ApprovalDecision? Latest(Survey survey) => survey switch
    {
        { ApprovalDecided: { } decided } => decided,
        { ApprovedAt: { } at } => new ApprovalDecision(1, ApprovalStep.Approved, survey.Version, survey.ApprovedBy ?? DecidedBy.Operator, at),
        _ => null,
    };
}
