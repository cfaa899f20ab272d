namespace See360.Core.Imports;

/// <summary>Why a row is in its state; stored with the participant, so never renamed. Texts: <see cref="ReasonTexts"/>.</summary>
public static class ReasonCodes
{
    // fehlerhaft
    public const string TooFewFields = "too-few-fields";
    public const string TooManyFields = "too-many-fields";
    public const string LineBreak = "line-break-in-field";
    public const string ControlCharacter = "control-character";
    public const string CharacterBroken = "character-broken";
    public const string FieldTooLong = "field-too-long";
    public const string CustomerNumberSpoiled = "customer-number-spoiled";
    public const string CustomerNumberMalformed = "customer-number-malformed";
    public const string EmailMissing = "email-missing";
    public const string EmailMalformed = "email-malformed";
    public const string DateMissing = "date-missing";
    public const string DateUnreadable = "date-unreadable";
    public const string DateImpossible = "date-impossible";
    public const string DateInFuture = "date-in-future";
    public const string SurveyMissing = "survey-missing";
    public const string SurveyUnknown = "survey-unknown";

    // Berater unbekannt
    public const string AdvisorMissing = "advisor-missing";
    public const string AdvisorUnknown = "advisor-unknown";
    public const string AdvisorInactive = "advisor-inactive";

    // ohne Rechtsgrundlage
    public const string NonCustomer = "non-customer";
    public const string NotAttested = "not-attested";
    public const string NoBasisStated = "no-basis-stated";
    public const string BasisUnknown = "legal-basis-unknown";
    public const string ConsentDateMissing = "consent-date-missing";
    public const string ConsentDateUnreadable = "consent-date-unreadable";
    public const string ConsentDateInFuture = "consent-date-in-future";

    // widersprochen, unzustellbar, quarantäne, Dublette
    public const string Objected = "objected";
    public const string Undeliverable = "undeliverable";
    public const string AskedByNumber = "asked-recently-number";
    public const string AskedByAddress = "asked-recently-address";
    public const string TwiceInFile = "twice-in-file";
    public const string ImportedBefore = "imported-before";

    // zurückgenommen
    public const string Lapsed = "lapsed";
}
