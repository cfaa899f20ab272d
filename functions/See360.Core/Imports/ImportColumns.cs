using See360.Core.Imports.Reading;

namespace See360.Core.Imports;

/// <summary>The columns of an export of conversations; the constants are places in <see cref="Set"/>.</summary>
public static class ImportColumns
{
    public const int CustomerNumber = 0;
    public const int Salutation = 1;
    public const int Title = 2;
    public const int FirstName = 3;
    public const int LastName = 4;
    public const int Email = 5;
    public const int ConversationOn = 6;
    public const int Advisor = 7;
    public const int Survey = 8;
    public const int Unit = 9;
    public const int Segment = 10;
    public const int Channel = 11;
    public const int Language = 12;
    public const int LegalBasis = 13;
    public const int ConsentOn = 14;

    public static ColumnSet Set { get; } = new(enoughForHeader: 4,
    [
        new("Kundennummer", ["Kunden-Nr.", "KundenNr", "Kdnr", "Personennummer", "Kd.-Nr.", "Customer number"]),
        new("Anrede", ["Salutation"]),
        new("Titel", ["Akad. Titel", "Akademischer Titel", "Präfix", "Title"]),
        new("Vorname", ["First name"]),
        new("Nachname", ["Familienname", "Name", "Last name"]),
        new("E-Mail", ["E-Mail-Adresse", "Mailadresse", "Mail", "E-Mail Kunde", "E-Mail privat"], Required: true),
        new("Gesprächsdatum", ["Datum des Gesprächs", "Kontaktdatum", "Termin", "Datum", "Conversation date"]),
        new("Berater", ["Berater-E-Mail", "Username", "Username (E-Mail)", "Kundenberater", "Betreuer", "Advisor"], Required: true),
        new("Umfrage", ["Survey"]),
        new("OE", ["OE-Nummer", "Abteilung", "Filiale", "Unit"]),
        new("Segment", ["Kundensegment"]),
        new("Kanal", ["Channel"]),
        new("Sprache", ["Language"]),
        new("Rechtsgrundlage", ["Legal basis"]),
        new("Einwilligungsdatum", ["Einwilligung am", "Datum der Einwilligung", "Consent date"]),
    ]);
}
