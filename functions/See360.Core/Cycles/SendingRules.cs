using See360.Core.Concepts;
using See360.Core.Contacts;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>Everything that decides whether a mail may leave, as it is known at that moment.</summary>
/// <param name="ByNumber">What is known of the customer number, or null.</param>
/// <param name="ByEmail">What is known of the address, or null.</param>
public sealed record SendCase(
    Survey Survey, Participant Participant, Employee? Advisor, Contact? ByNumber, Contact? ByEmail, DateTimeOffset Now);

/// <summary>Allowed, or the state in which the participant ends and why.</summary>
/// <param name="NotBefore">Of a quarantine: when it is over.</param>
public sealed record SendVerdict(bool Allowed, ParticipantState State, string Reason, DateTimeOffset? NotBefore = null)
{
    public static SendVerdict Allow { get; } = new(true, ParticipantState.Invited, "");

    public static SendVerdict Refuse(ParticipantState state, string reason, DateTimeOffset? notBefore = null) =>
        new(false, state, reason, notBefore);
}

/// <summary>The sending rules (§ 7 UWG, Art. 21 GDPR, § 87 BetrVG), asked when a mail is about to leave: at every
/// invitation and again at every reminder.</summary>
public static class SendingRules
{
    public const string NotApproved = "survey-not-approved";
    public const string ApprovalWithdrawn = "survey-approval-withdrawn";

    /// <summary>Why no mail of the survey may leave at all, as codes; empty if it may.</summary>
    public static IReadOnlyList<string> Locks(Institute institute, Survey survey, DateTimeOffset now)
    {
        var locks = new List<string>();
        if (ConceptRules.Lock(institute, now) is { } concept)
        {
            locks.Add(concept);
        }

        if (survey.ApprovedAt is null || survey.Version == 0)
        {
            locks.Add(survey is { Version: > 0, ApprovalDecided.Step: ApprovalStep.Withdrawn } ? ApprovalWithdrawn : NotApproved);
        }

        return locks;
    }

    public static SendVerdict Invite(SendCase send)
    {
        var verdict = Person(send);
        return verdict.Allowed ? Quarantine(send) : verdict;
    }

    /// <summary>As an invitation, but the person's own claim is no quarantine, and the link must still be alive.</summary>
    public static SendVerdict Remind(SendCase send)
    {
        var verdict = Person(send);
        if (!verdict.Allowed)
        {
            return verdict;
        }

        return send.Participant.InvitedAt is { } invited && invited.AddDays(send.Survey.Rules.TokenLifeDays) > send.Now
            ? SendVerdict.Allow
            : SendVerdict.Refuse(send.Participant.State, "token-expired");
    }

    private static SendVerdict Person(SendCase send)
    {
        var person = send.Participant;
        if (person.State == ParticipantState.Withdrawn || person.ErasedOn is not null)
        {
            return SendVerdict.Refuse(ParticipantState.Withdrawn, "withdrawn");
        }

        if (send.ByNumber?.ObjectedAt is not null || send.ByEmail?.ObjectedAt is not null)
        {
            return SendVerdict.Refuse(ParticipantState.Objected, "objected");
        }

        if (person.Email.Length == 0 || send.ByEmail?.UndeliverableAt is not null)
        {
            return SendVerdict.Refuse(ParticipantState.Undeliverable, "undeliverable");
        }

        if (person.LegalBasis.Kind == LegalBasisKind.None
            || (person.LegalBasis.Kind == LegalBasisKind.ExistingCustomer && person.CustomerNumber.Length == 0))
        {
            return SendVerdict.Refuse(ParticipantState.NoLegalBasis, "no-legal-basis");
        }

        return send.Advisor is { Active: true }
            ? SendVerdict.Allow
            : SendVerdict.Refuse(ParticipantState.AdvisorUnknown, send.Advisor is null ? "advisor-unknown" : "advisor-inactive");
    }

    private static SendVerdict Quarantine(SendCase send)
    {
        var until = new[] { send.ByNumber, send.ByEmail }
            .Where(contact => contact?.ClaimedAt is not null && contact.ClaimedBy != send.Participant.Id)
            .Select(contact => contact!.ClaimedAt!.Value.AddDays(send.Survey.Rules.QuarantineDays))
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();
        return until > send.Now ? SendVerdict.Refuse(ParticipantState.Quarantine, "quarantine", until) : SendVerdict.Allow;
    }
}
