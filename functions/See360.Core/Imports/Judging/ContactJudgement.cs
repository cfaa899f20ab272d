using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Imports.Judging;

/// <summary>What of a contact decides over a row.</summary>
public readonly record struct ContactFacts(DateTimeOffset? ClaimedAt, bool Objected, bool Undeliverable);

/// <summary>What is known of a row's person and conversation from outside the file.</summary>
public readonly record struct KnownFacts(ContactFacts Number, ContactFacts Address, bool ImportedBefore);

/// <summary>The state of a row whose fields are in order: widersprochen, unzustellbar, Dublette, quarantäne or bereit,
/// in this order.</summary>
public static class ContactJudgement
{
    /// <param name="participant">Ready by its own fields.</param>
    /// <param name="raw">Kept if the row is not accepted.</param>
    public static Participant Judge(Participant participant, IReadOnlyList<string> raw, KnownFacts known, SeenInFile seen, JudgeContext context)
    {
        if (participant.State != ParticipantState.Ready)
        {
            return participant;
        }

        var (state, reason) = known.Number.Objected || known.Address.Objected ? (ParticipantState.Objected, ReasonCodes.Objected)
            : known.Address.Undeliverable ? (ParticipantState.Undeliverable, ReasonCodes.Undeliverable)
            : known.ImportedBefore ? (ParticipantState.Duplicate, ReasonCodes.ImportedBefore)
            : !seen.Add(participant) ? (ParticipantState.Duplicate, ReasonCodes.TwiceInFile)
            : (ParticipantState.Ready, "");
        if (state != ParticipantState.Ready)
        {
            return participant with { State = state, Reason = reason, Raw = raw };
        }

        var survey = context.Survey(participant.Survey!.Value);
        var numberUntil = Until(known.Number, survey);
        var addressUntil = Until(known.Address, survey);
        var until = numberUntil > addressUntil ? numberUntil : addressUntil;
        return until > context.Now
            ? participant with
            {
                State = ParticipantState.Quarantine,
                Reason = numberUntil > context.Now ? ReasonCodes.AskedByNumber : ReasonCodes.AskedByAddress,
                Raw = raw,
                NotBefore = survey.Kind == SurveyKind.Strategic ? context.LocalDay(until).AddDays(1) : null,
            }
            : participant;
    }

    private static DateTimeOffset Until(ContactFacts contact, Survey survey) =>
        contact.ClaimedAt is { } claimed ? claimed.AddDays(survey.Rules.QuarantineDays) : DateTimeOffset.MinValue;
}
