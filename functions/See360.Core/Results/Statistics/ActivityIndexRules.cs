namespace See360.Core.Results.Statistics;

/// <summary>What an institute counts as activity: weights of the parts and what is aimed at.</summary>
/// <param name="Planned">Invitations sent, of those planned.</param>
/// <param name="Advisors">Advisors in whose name an invitation was sent, of all.</param>
/// <param name="Response">Response rate, of the target.</param>
/// <param name="SelfImages">Advisors with a self-image, of all.</param>
/// <param name="Cases">Cases closed in time.</param>
/// <param name="TargetResponseRate">0–1.</param>
/// <param name="PlannedPerAdvisorAndWeek">Invitations; null: nothing is planned, and that part drops out.</param>
public sealed record ActivityIndexRules(
    double Planned = 0.30,
    double Advisors = 0.20,
    double Response = 0.25,
    double SelfImages = 0.10,
    double Cases = 0.15,
    double TargetResponseRate = 0.35,
    double? PlannedPerAdvisorAndWeek = null)
{
    public static ActivityIndexRules Usual { get; } = new();
}
