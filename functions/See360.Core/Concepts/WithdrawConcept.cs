using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Concepts;

/// <summary>Ends the agreement on the authorisation concept: no mail leaves until there is a new one. Links that have
/// been sent stay valid.</summary>
public sealed class WithdrawConcept(InstituteRecords institutes, ConceptRecords records, TimeProvider clock)
{
    /// <param name="reason">May be empty.</param>
    /// <param name="seen">Number of the latest decision that this person has seen; null: it does not matter.</param>
    /// <exception cref="BadInput">The reason is too long.</exception>
    /// <exception cref="RuleBroken">There is no agreement, or somebody else has decided in between.</exception>
    public async Task<ConceptDecision> RunAsync(
        InstituteId institute, string? reason, string by, int? seen, CancellationToken cancel = default)
    {
        var note = PlainText.Lines("reason", reason, AgreeConcept.LongestNote);
        var decided = await new DecideConcept(institutes, records, clock).RunAsync(
            institute, seen,
            (_, latest, now) => latest is { Step: ConceptStep.Agreed }
                ? latest with { Step = ConceptStep.Withdrawn, By = by, At = now, Note = note }
                : throw new RuleBroken("concept-not-agreed", new LocalizedText(
                    "Es ist keine Zustimmung erfasst, die zurückgezogen werden könnte.",
                    "No agreement is recorded that could be withdrawn.")),
            cancel);
        return decided!;
    }
}
