using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Which own names of columns can be taken.</summary>
public static class OwnColumnRules
{
    /// <summary>Names of one institute.</summary>
    public const int MaxNames = 100;

    public const int MaxLength = 120;

    /// <summary>A name and the column it is to stand for, cleaned: the column as our templates write it.</summary>
    /// <exception cref="BadInput">With the field: <paramref name="nameField"/> or <paramref name="columnField"/>.</exception>
    public static OwnColumn Check(string? name, string? column, string nameField = "name", string columnField = "column")
    {
        // Only the template's name counts: a synonym or another own name as the target would be a riddle later.
        var target = ImportColumns.Set.Columns.FirstOrDefault(c => c.Name.Equals(column?.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInput(columnField, "column-unknown", new LocalizedText(
                "Diese Spalte gibt es nicht. Bitte wählen Sie eine Spalte aus der Liste.",
                "There is no such column. Please choose a column from the list."));
        var own = new OwnColumn(FieldTexts.Clean(name ?? ""), target.Name);
        if (own.Name.Length > MaxLength)
        {
            throw new BadInput(nameField, "column-name-too-long", new LocalizedText(
                $"Der Name ist zu lang. Bitte verwenden Sie höchstens {MaxLength} Zeichen, so wie er in der Kopfzeile steht.",
                $"The name is too long. Please use at most {MaxLength} characters, as it stands in the header."));
        }

        if (FieldTexts.Fault(own.Name, MaxLength).Length > 0)
        {
            throw new BadInput(nameField, "column-name-unreadable", new LocalizedText(
                "Der Name enthält einen Zeilenumbruch, ein Steuerzeichen oder ein zerstörtes Zeichen. Bitte tippen Sie ihn neu ein.",
                "The name holds a line break, a control character or a broken character. Please type it anew."));
        }

        if (own.Folded.Length == 0)
        {
            throw new BadInput(nameField, "column-name-empty", new LocalizedText(
                "Bitte geben Sie den Namen an, den Ihre Datei in der Kopfzeile verwendet; er braucht mindestens einen Buchstaben oder eine Ziffer.",
                "Please give the name that your file uses in its header; it needs at least one letter or digit."));
        }

        if (own.Folded == TextFolding.Fold(WriteRejectedRows.ReasonColumn))
        {
            throw new BadInput(nameField, "column-name-reserved", new LocalizedText(
                "„Grund“ heißt die Spalte, die See360 zu abgelehnten Zeilen schreibt; sie wird beim Einlesen übergangen. Bitte nennen Sie die Spalte in Ihrer Datei anders.",
                "\"Grund\" is the column that See360 writes beside rejected rows; it is passed over when a file is read. Please name the column in your file differently."));
        }

        return ImportColumns.Set.Find(own.Name) is var known and >= 0
            ? throw new BadInput(nameField, "column-name-known", new LocalizedText(
                $"Diesen Namen kennt See360 schon: Er steht für die Spalte „{ImportColumns.Set.Columns[known].Name}“. Eine Zuordnung ist nicht nötig.",
                $"See360 knows this name already: it stands for the column \"{ImportColumns.Set.Columns[known].Name}\". No assignment is needed."))
            : own;
    }

    /// <summary>Names given with a file. One that means what it is assigned to anyway needs no entry.</summary>
    /// <exception cref="BadInput">One of them can't be taken; the field is <c>columns</c>.</exception>
    internal static IReadOnlyList<OwnColumn> Checked(IReadOnlyDictionary<string, string>? given)
    {
        var names = new Dictionary<string, OwnColumn>();
        foreach (var (header, column) in given ?? new Dictionary<string, string>())
        {
            if (ImportColumns.Set.Find(header) is var known and >= 0 && ImportColumns.Set.Columns[known].Name == column)
            {
                continue;
            }

            var own = Check(header, column, "columns", "columns");
            if (!names.TryAdd(own.Folded, own))
            {
                throw new BadInput("columns", "column-name-twice", new LocalizedText(
                    "Zwei der Zuordnungen nennen denselben Spaltennamen. Bitte lassen Sie eine weg.",
                    "Two of the assignments give the same column name. Please leave one out."));
            }
        }

        return [.. names.Values];
    }

    internal static RuleBroken TooMany() => new("column-names-too-many", new LocalizedText(
        $"Es sind höchstens {MaxNames} eigene Spaltennamen möglich. Bitte entfernen Sie zuerst Namen, die Sie nicht mehr brauchen.",
        $"At most {MaxNames} own column names are possible. Please remove names that you no longer need first."));
}
