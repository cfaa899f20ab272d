using See360.Core.Imports;
using See360.Core.Participants;

namespace See360.Core.Retention;

/// <summary>What stays of a participant whose time is over: what counts and funnels are made of (advisor, unit, survey, segment, channel,
/// conversation, state, cycle), and nothing that says who it was.</summary>
public static class ErasedParticipant
{
    /// <param name="contactRows">Keyed hashes of number and address: an old mail's link must still be able to object.</param>
    public static Participant Of(Participant participant, IEnumerable<string> contactRows, DateOnly today)
    {
        var wasInvited = participant.InvitedAt is not null;
        var erased = participant with
        {
            CustomerNumber = "",
            Salutation = Salutation.None,
            Title = "",
            FirstName = "",
            LastName = "",
            // An employee's address is his user name, which the record is kept under anyway.
            Email = participant.Kind == ParticipantKind.SelfImage ? participant.Email : "",
            LegalBasis = new LegalBasis(participant.LegalBasis.Kind, "", null),
            Raw = null,
            NotBefore = null,
            ErasedOn = today,
            ContactRows = wasInvited && participant.Kind != ParticipantKind.SelfImage ? [.. contactRows] : null,
        };
        return ConfirmImport.IsAccepted(participant) ? erased with { State = ParticipantState.Withdrawn, Reason = ReasonCodes.Lapsed } : erased;
    }
}
