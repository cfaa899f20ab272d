using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Mail;

/// <summary>The values that templates may name. The names are German because the bank's own people write templates.
/// Every value is present in every mail, empty where it does not apply.</summary>
internal sealed class MailValues
{
    private readonly Institute _institute;
    private readonly Language _language;
    private readonly Dictionary<string, object?> _values;

    public MailValues(Institute institute, Language language, string host)
    {
        (_institute, _language) = (institute, language);
        var imprint = institute.Imprint;
        _values = new Dictionary<string, object?>
        {
            ["sprache"] = DefaultTemplates.Code(language),
            ["institut"] = institute.Name,
            ["institutskennung"] = institute.Id.ToString(),
            ["farbe"] = ButtonColour.Of(institute.AccentColour),
            ["seite"] = host,
            ["telefonWort"] = language == Language.En ? "Phone" : "Telefon",
            ["datenschutzfassung"] = institute.PrivacyNoticeVersion.ToString(CultureInfo.InvariantCulture),
            ["impressum"] = new Dictionary<string, object?>
            {
                ["wort"] = language == Language.En ? "Imprint" : "Impressum",
                ["name"] = imprint.LegalName,
                ["strasse"] = imprint.Street,
                ["ort"] = imprint.City,
                ["telefon"] = imprint.Phone,
                ["email"] = imprint.Email,
                ["register"] = imprint.Register,
            },
        };
        foreach (var name in (string[])["anrede", "absender", "berater", "funktion", "telefon", "foto", "fotoAlt", "umfrage",
            "gespraechstag", "einladungstag", "umfragelink", "widerspruchslink", "gueltigBis", "anlass", "antworten",
            "ergebnislink", "aktivierungslink", "benutzername", "bereich", "von", "bis"])
        {
            _values[name] = "";
        }

        foreach (var name in (string[])["zahlen", "staerken", "schwaechen"])
        {
            _values[name] = Array.Empty<object>();
        }

        foreach (var name in (string[])["intern", "vertraulich", "einwilligung", "letzteErinnerung", "mehrere", "neuerLink"])
        {
            _values[name] = false;
        }
    }

    public IReadOnlyDictionary<string, object?> All => _values;

    public MailValues Set(string name, object? value)
    {
        if (!_values.ContainsKey(name))
        {
            throw new ArgumentException("No template knows this value.", nameof(name));
        }

        _values[name] = value;
        return this;
    }

    public MailValues About(Survey survey) => Set("umfrage", survey.Name.In(_language)).Set("vertraulich", survey.Confidentiality == ConfidentialityMode.Confidential);

    /// <summary>Who signs.</summary>
    public MailValues SignedBy(Employee sender) => Set("absender", sender.FullName).Set("funktion", sender.Function).Set("telefon", sender.Phone);

    /// <summary>The link's last whole day in the institute's zone: a promise that holds at every hour of that day.</summary>
    public MailValues ValidUntil(Survey survey, DateTimeOffset invitedAt) =>
        Set("gueltigBis", Day(LocalDay(invitedAt.AddDays(survey.Rules.TokenLifeDays)).AddDays(-1), withYear: true));

    public MailValues SentTo(Participant participant, DateTimeOffset invitedAt) =>
        Set("anrede", Greeting.Of(_language, participant.Salutation, participant.Title, participant.FirstName, participant.LastName))
            .Set("gespraechstag", participant.ConversationOn is { } day ? Day(day, withYear: false) : "")
            .Set("einladungstag", Day(LocalDay(invitedAt), withYear: false))
            .Set("einwilligung", participant.LegalBasis.Kind == LegalBasisKind.Consent);

    /// <summary>Date and time in the institute's zone: "7. Dezember 2026, 08:00 Uhr".</summary>
    public string Instant(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(_institute.TimeZone));
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = Day(DateOnly.FromDateTime(local.DateTime), withYear: true);
        return _language == Language.En ? $"{day}, {time}" : $"{day}, {time} Uhr";
    }

    private DateOnly LocalDay(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(_institute.TimeZone)).DateTime);

    /// <summary>A narrow screen does not part the day from its month.</summary>
    private string Day(DateOnly day, bool withYear) => (_language, withYear) switch
    {
        (Language.En, true) => day.ToString("d\u00a0MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
        (Language.En, false) => day.ToString("d\u00a0MMMM", CultureInfo.GetCultureInfo("en-GB")),
        (_, true) => day.ToString("d.\u00a0MMMM yyyy", CultureInfo.GetCultureInfo("de-DE")),
        _ => day.ToString("d.\u00a0MMMM", CultureInfo.GetCultureInfo("de-DE")),
    };
}
