using See360.Core.Institutes;

namespace See360.Core.Concepts;

/// <summary>Nothing leaves while the authorisation concept is not agreed (§ 87(1) no. 6 BetrVG and the states' laws on
/// staff representation).</summary>
public static class ConceptRules
{
    public const string NotAgreed = "concept-not-agreed";
    public const string Withdrawn = "concept-withdrawn";
    public const string NotEffective = "concept-not-effective";

    /// <summary>Why no mail of the institute may leave now, as a code; null if it may.</summary>
    public static string? Lock(Institute institute, DateTimeOffset now) => institute switch
    {
        { ConceptAgreed.SendingFrom: { } from } when from > institute.DayOf(now) => NotEffective,
        { ConceptAgreed: not null } => null,
        { ConceptDecided.Step: ConceptStep.Withdrawn } => Withdrawn,
        _ => NotAgreed,
    };

    /// <summary>The latest decision. An agreement from before decisions were kept counts as the first one.</summary>
    public static ConceptDecision? Latest(Institute institute) => institute switch
    {
        { ConceptDecided: { } decided } => decided,
        { ConceptAgreed: { } agreed } => new ConceptDecision(
            1, ConceptStep.Agreed, agreed.Version, agreed.By, agreed.At, agreed.By,
            institute.DayOf(agreed.At), institute.DayOf(agreed.At)),
        _ => null,
    };

    /// <summary>The institute once it has decided so. While an older agreement is in force, mails go on leaving until
    /// the new one takes effect.</summary>
    public static Institute Decide(Institute institute, ConceptDecision decision)
    {
        if (decision.Step == ConceptStep.Withdrawn)
        {
            return institute with { ConceptAgreed = null, ConceptDecided = decision };
        }

        var sendingFrom = institute.ConceptAgreed is { } present && (present.SendingFrom is null || present.SendingFrom < decision.EffectiveFrom)
            ? present.SendingFrom
            : decision.EffectiveFrom;
        return institute with
        {
            ConceptAgreed = new ConceptAgreement(decision.Version, decision.By, decision.At, sendingFrom),
            ConceptDecided = decision,
        };
    }
}
