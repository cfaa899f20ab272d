using See360.Core.Concepts;
using See360.Core.Results.Statistics;
using See360.Core.Retention;
using See360.Core.ReviewPortals;
using See360.Core.Texts;

namespace See360.Core.Institutes;

/// <summary>A bank: who it is, how it looks, when its week runs, and what it has agreed to.</summary>
/// <param name="Number">1 to 65,535, given once; stands in survey tokens in place of the name.</param>
/// <param name="TimeZone">IANA name; decides weekdays and dates.</param>
/// <param name="SendDay">Weekday on which the automatic weekly cycle starts.</param>
/// <param name="SendAt">Local time at which it starts.</param>
/// <param name="SendsAutomatically">False: mails leave only when a person presses send.</param>
/// <param name="MailDomain">The domain that the bank has delegated for sending; From addresses are in it.</param>
/// <param name="AttestsExistingCustomers">For files from the drop folder: who attested when that rows with a customer
/// number are existing customers (§ 7(3) UWG); null: nobody did.</param>
/// <param name="ConceptAgreed">The authorisation concept's agreement with the staff council; no mail leaves without it.</param>
/// <param name="ConceptDecided">The latest decision on the concept; null: none, or only an agreement from before they were kept.</param>
/// <param name="ReviewLinksDecided">The latest decision on <paramref name="ReviewLinks"/>; null: none.</param>
/// <param name="Retention">How long what is kept; null: <see cref="RetentionPeriods.Default"/>.</param>
/// <param name="ActivityIndex">Weights and targets of the Activity Index; null: the usual ones.</param>
public sealed record Institute(
    InstituteId Id,
    int Number,
    string Name,
    string TimeZone,
    DayOfWeek SendDay,
    TimeOnly SendAt,
    bool SendsAutomatically,
    string MailDomain,
    Imprint Imprint,
    LocalizedText PrivacyNotice,
    int PrivacyNoticeVersion,
    string AccentColour,
    IReadOnlyList<ReviewLink> ReviewLinks,
    IReadOnlyList<PageLink> PageLinks,
    Attestation? AttestsExistingCustomers,
    ConceptAgreement? ConceptAgreed,
    bool IsDemonstration,
    ConceptDecision? ConceptDecided = null,
    ReviewLinksDecision? ReviewLinksDecided = null,
    RetentionPeriods? Retention = null,
    ActivityIndexRules? ActivityIndex = null)
{
    /// <summary>The day of an instant in the institute's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);

    public static Institute With(InstituteId id, int number, string name) => new(
        id, number, name, "Europe/Berlin", DayOfWeek.Monday, new TimeOnly(8, 0), SendsAutomatically: true,
        MailDomain: $"{id}.example", new Imprint(name, "", "", "", "", ""), new LocalizedText("", ""), 1, "#c8102e", [], [], null, null, false);
}

/// <summary>What German law wants under every business letter, and how a customer reaches the bank.</summary>
public sealed record Imprint(string LegalName, string Street, string City, string Phone, string Email, string Register);

/// <summary>A review portal's link on the thank-you page. A Google link is the same for every score.</summary>
/// <param name="PromotersOnly">Only for portals whose rules allow it; never for Google.</param>
public sealed record ReviewLink(string Portal, string Url, LocalizedText Label, bool PromotersOnly);

public sealed record PageLink(string Url, LocalizedText Label);

public sealed record Attestation(string By, DateTimeOffset At);

/// <param name="By">User name of who recorded it.</param>
/// <param name="SendingFrom">The day from which mails may leave; null: at once.</param>
public sealed record ConceptAgreement(int Version, string By, DateTimeOffset At, DateOnly? SendingFrom = null);
