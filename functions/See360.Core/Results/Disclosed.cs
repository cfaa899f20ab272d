using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>What <see cref="Disclosure"/> lets through of one survey's answers to one receiver. Whatever is computed
/// of this, and of nothing else, may be shown to him.</summary>
/// <param name="Customers">Answer sheets that are shown.</param>
/// <param name="Missing">Answers that are wanting before anything is shown; 0: something is shown, or nothing is withheld.</param>
/// <param name="Answers">Scores and first contact resolution; never texts.</param>
public sealed record Disclosed(
    Survey Survey, int Customers, int Missing, IReadOnlyList<ShownAnswer> Answers, IReadOnlyList<ShownComment> Comments)
{
    public bool Confidential => Survey.Confidentiality == ConfidentialityMode.Confidential;
}

/// <param name="Customer">Tells only which answers came together, so that means know how sure they are; never leaves
/// the computation.</param>
public readonly record struct ShownAnswer(int Customer, FactAnswer Answer);

/// <param name="Giver">Null in confidential mode, and then everything after it.</param>
/// <param name="Nps">What the same customer answered to the NPS question.</param>
public sealed record ShownComment(
    Survey Survey, Question Question, string Text, ParticipantId? Giver = null, DateTimeOffset? At = null, int? Nps = null);
