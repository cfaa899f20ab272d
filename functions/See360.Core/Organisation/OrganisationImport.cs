using See360.Core.Texts;

namespace See360.Core.Organisation;

/// <summary>What a file of units or employees does, or would do.</summary>
/// <param name="Applied">False for a preview, and for a file with faults: it is taken whole or not at all.</param>
/// <param name="Missing">Active employees that the file does not name.</param>
/// <param name="Deactivated">How many of them became inactive, because that was asked for.</param>
/// <param name="Warnings">What should be looked at although the file is taken.</param>
public sealed record OrganisationImport(
    bool Applied, int Rows, int Created, int Changed, int Unchanged, int Missing, int Deactivated, IReadOnlyList<OrganisationFault> Faults,
    IReadOnlyList<OrganisationFault> Warnings);

/// <summary>Why a file of units or employees is not taken, or what of it should be looked at.</summary>
/// <param name="Line">Line of the file in which the record begins, from 1.</param>
/// <param name="Key">The unit's number or the user name, as far as it can be shown.</param>
public sealed record OrganisationFault(int Line, string Key, string Code, LocalizedText Text);

/// <summary>The texts of <see cref="OrganisationFault"/>; each says what to do.</summary>
public static class OrganisationFaults
{
    /// <summary>A warning; its text names the Fachbereiche that there are.</summary>
    public const string SpecialismUnknown = "specialism-unknown";

    public const string Shape = "wrong-number-of-fields";
    public const string BadText = "field-unreadable";
    public const string NumberMissing = "unit-number-missing";
    public const string NameMissing = "name-missing";
    public const string NumberTwice = "unit-number-twice";
    public const string ParentUnknown = "parent-unknown";
    public const string ParentCycle = "parent-cycle";
    public const string UserNameMissing = "user-name-missing";
    public const string UserNameMalformed = "user-name-malformed";
    public const string UserNameTwice = "user-name-twice";
    public const string UnitUnknown = "unit-unknown";

    public static IReadOnlyDictionary<string, LocalizedText> Texts { get; } = new Dictionary<string, LocalizedText>
    {
        [Shape] = new(
            "Die Zeile hat mehr oder weniger Felder als die Kopfzeile. Bitte prüfen Sie die Trennzeichen.",
            "The row has more or fewer fields than the header. Please check the separators."),
        [BadText] = new(
            "Ein Feld ist zu lang oder enthält einen Zeilenumbruch oder ein Steuerzeichen. Bitte tippen Sie es neu ein.",
            "A field is too long or holds a line break or a control character. Please type it anew."),
        [NumberMissing] = new("Die OE-Nummer fehlt. Bitte ergänzen Sie sie.", "The unit number is missing. Please add it."),
        [NameMissing] = new("Der Name fehlt. Bitte ergänzen Sie ihn.", "The name is missing. Please add it."),
        [NumberTwice] = new(
            "Diese OE-Nummer steht zweimal in der Datei. Bitte entfernen Sie eine der Zeilen.",
            "This unit number stands twice in the file. Please remove one of the rows."),
        [ParentUnknown] = new(
            "Die übergeordnete OE gibt es weder in der Datei noch im Organigramm. Bitte prüfen Sie die Nummer.",
            "The parent unit is neither in the file nor in the org chart. Please check the number."),
        [ParentCycle] = new(
            "Diese OE wäre sich selbst übergeordnet. Bitte prüfen Sie die Spalte „Übergeordnete OE“.",
            "This unit would be its own parent. Please check the column \"Übergeordnete OE\"."),
        [UserNameMissing] = new("Der Username fehlt. Bitte tragen Sie die E-Mail-Adresse ein.", "The user name is missing. Please add the e-mail address."),
        [UserNameMalformed] = new(
            "Der Username ist keine lesbare E-Mail-Adresse. Bitte prüfen Sie ihn.", "The user name is no readable e-mail address. Please check it."),
        [UserNameTwice] = new(
            "Dieser Username steht zweimal in der Datei. Bitte entfernen Sie eine der Zeilen.",
            "This user name stands twice in the file. Please remove one of the rows."),
        [UnitUnknown] = new(
            "Diese OE gibt es nicht. Bitte importieren Sie zuerst die Abteilungen, oder prüfen Sie die Nummer.",
            "There is no such unit. Please import the units first, or check the number."),
    };

    public static LocalizedText UnknownSpecialism(string specialism, IReadOnlyList<LocalizedText> known) => new(
        $"Zum Fachbereich „{specialism}“ passt keine Umfrage: Gespräche dieser Person brauchen einen Namen in der Spalte Umfrage. Bekannt sind: {string.Join(", ", known.Select(k => k.De))}. Bitte prüfen Sie die Schreibweise.",
        $"No survey fits the Fachbereich \"{specialism}\": this person's conversations need a name in the column Umfrage. Known are: {string.Join(", ", known.Select(k => k.De))}. Please check the spelling.");
}
