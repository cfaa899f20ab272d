using See360.Core.Decisions;

namespace See360.Core.Concepts;

public enum ConceptStep
{
    Agreed,

    /// <summary>The agreement has ended: sending is locked again.</summary>
    Withdrawn,
}

/// <summary>An agreement on the authorisation concept (*Berechtigungskonzept*), or its end.</summary>
/// <param name="Version">Counts the agreements, from 1; of a withdrawal: what was withdrawn.</param>
/// <param name="AgreedWith">Who agreed, e.g. the staff council and the data protection officer.</param>
/// <param name="AgreedOn">In the institute's zone.</param>
/// <param name="EffectiveFrom">Not before <paramref name="AgreedOn"/>.</param>
/// <param name="Title">What the agreed document is called; may be empty.</param>
/// <param name="Note">What was agreed, or why it ended; may be empty.</param>
public sealed record ConceptDecision(
    int Number, ConceptStep Step, int Version, string By, DateTimeOffset At,
    string AgreedWith = "", DateOnly? AgreedOn = null, DateOnly? EffectiveFrom = null, string Title = "", string Note = "") : IDecision;
