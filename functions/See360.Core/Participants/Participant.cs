using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Participants;

/// <summary>How somebody is addressed.</summary>
public enum Salutation
{
    None,
    Frau,
    Herr,
    Divers,
    Firma,
    Eheleute,
}

/// <summary>Where a participant stands. The first eight are the visible end states of an imported row.</summary>
public enum ParticipantState
{
    /// <summary>*bereit*</summary>
    Ready,

    /// <summary>*quarantäne*: asked within the quarantine period, by customer number or address, in any survey.</summary>
    Quarantine,

    /// <summary>*widersprochen*</summary>
    Objected,

    /// <summary>*unzustellbar*: a mail to the address has bounced for good.</summary>
    Undeliverable,

    /// <summary>*ohne Rechtsgrundlage*</summary>
    NoLegalBasis,

    /// <summary>*Berater unbekannt*</summary>
    AdvisorUnknown,

    /// <summary>*Dublette*</summary>
    Duplicate,

    /// <summary>*fehlerhaft*</summary>
    Invalid,

    /// <summary>*eingeladen*: the invitation has left.</summary>
    Invited,

    /// <summary>*zurückgenommen*: its import was undone before it was sent.</summary>
    Withdrawn,
}

/// <summary>Why a mail to this person is allowed (BGH VI ZR 225/17, § 7 UWG).</summary>
public enum LegalBasisKind
{
    None,

    /// <summary>§ 7(3) UWG, attested for the batch; never for somebody without a customer number.</summary>
    ExistingCustomer,

    /// <summary>Consent with evidence.</summary>
    Consent,
}

/// <param name="Evidence">Who attested, or the text and source of the consent.</param>
/// <param name="On">Day of consent, or day of attestation.</param>
public sealed record LegalBasis(LegalBasisKind Kind, string Evidence, DateOnly? On)
{
    public static LegalBasis None { get; } = new(LegalBasisKind.None, "", null);
}

/// <summary>
/// One record of an export, or one self-image asked for, from import to retention. Every record of a file has one,
/// also a rejected one. Key: partition <c>institute|batch</c>, row = ordinal in the file.
/// </summary>
/// <param name="CustomerNumber">Text with its leading zeros; empty for a non-customer or an employee.</param>
/// <param name="Email">Trimmed, domain folded; empty if the row had none that can be read.</param>
/// <param name="Advisor">User name of the feedback receiver; for a self-image the employee.</param>
/// <param name="Unit">The advisor's unit at the time of import, so that history does not move with people.</param>
/// <param name="Survey">Null only for a row whose survey is unknown.</param>
/// <param name="Reason">Code of why it is in its state, e.g. <c>email-missing</c>; empty if ready. Texts: ReasonTexts.</param>
/// <param name="Warnings">Codes of what should be looked at although the row is accepted.</param>
/// <param name="Raw">The fields as they stood in the file, only for rows that are not accepted (for the download).</param>
/// <param name="Cycle">The cycle that invited it, or null.</param>
/// <param name="NotBefore">The day from which somebody in quarantine may be taken up; only in strategic surveys.</param>
/// <param name="Line">Line of the file in which the record begins, from 1; 0 for what came from no file.</param>
/// <param name="InvitedAt">UTC; with the survey's token life it decides when the link expires.</param>
/// <param name="ErasedOn">When the personal data were blanked, because their time was over; null: they are there.</param>
/// <param name="ContactRows">Of somebody erased: under which keyed hashes the link of an old mail still objects.</param>
public sealed record Participant(
    ParticipantId Id,
    ParticipantKind Kind,
    string CustomerNumber,
    Salutation Salutation,
    string Title,
    string FirstName,
    string LastName,
    string Email,
    Language Language,
    DateOnly? ConversationOn,
    string Advisor,
    string Unit,
    SurveyId? Survey,
    string Segment,
    string Channel,
    LegalBasis LegalBasis,
    ParticipantState State,
    string Reason,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string>? Raw,
    CycleId? Cycle = null,
    DateTimeOffset? InvitedAt = null,
    DateOnly? NotBefore = null,
    int Line = 0,
    DateOnly? ErasedOn = null,
    IReadOnlyList<string>? ContactRows = null);

public enum ParticipantKind
{
    Customer,
    SelfImage,
    Test,
}
