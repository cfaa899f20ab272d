using See360.Core.Imports.Reading;

namespace See360.Core.Organisation;

/// <summary>The columns of a file of units (*OE*); the constants are places in <see cref="Set"/>.</summary>
public static class UnitColumns
{
    public const int Number = 0;
    public const int Name = 1;
    public const int Parent = 2;
    public const int Head = 3;

    public static ColumnSet Set { get; } = new(enoughForHeader: 2,
    [
        new("OE-Nummer", ["OE", "OE-Nr.", "Nummer", "Unit number"], Required: true),
        new("Bezeichnung", ["OE-Bezeichnung", "Name", "Unit name"], Required: true),
        new("Übergeordnete OE", ["Übergeordnete OE-Nummer", "Übergeordnet", "Parent"]),
        new("Leitung (Username)", ["Leitung", "Leiter", "Head"]),
    ]);

    /// <summary>With the unit above, so that the template as it is can be taken over.</summary>
    public static string[][] Example { get; } =
    [
        ["100", "Musterbank", "", ""],
        ["111", "Filiale Altstadt", "100", "max.berater@bank.example"],
    ];
}

/// <summary>The columns of a file of employees; the constants are places in <see cref="Set"/>.</summary>
public static class EmployeeColumns
{
    public const int UserName = 0;
    public const int Salutation = 1;
    public const int Title = 2;
    public const int FirstName = 3;
    public const int LastName = 4;
    public const int Function = 5;
    public const int Unit = 6;
    public const int Phone = 7;
    public const int Specialism = 8;
    public const int Role = 9;

    public static ColumnSet Set { get; } = new(enoughForHeader: 4,
    [
        new("Username (E-Mail)", ["Username", "Benutzername", "E-Mail", "E-Mail-Adresse", "User name"], Required: true),
        new("Anrede", ["Salutation"]),
        new("Titel", ["Akad. Titel", "Präfix", "Title"]),
        new("Vorname", ["First name"], Required: true),
        new("Nachname", ["Familienname", "Name", "Last name"], Required: true),
        new("Funktion", ["Position", "Function"]),
        new("OE-Nummer", ["OE", "OE-Nr.", "Unit"], Required: true),
        new("Telefon", ["Telefonnummer", "Tel.", "Phone"]),
        new("Fachbereich", ["Fachgebiet", "Specialism"]),
        new("Rolle", ["Role"]),
    ]);

    public static IReadOnlyList<string> Example { get; } =
        ["max.berater@bank.example", "Herr", "", "Max", "Berater", "Kundenbetreuer", "111", "+49 30 5550100", "Kundenbetreuer", "Mitarbeiter"];
}
