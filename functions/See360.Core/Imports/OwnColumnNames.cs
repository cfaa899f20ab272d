using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>An institute's own names for columns: given once with a file, known for every file after it.</summary>
public sealed class OwnColumnNames(ImportRecords imports)
{
    private const string Participants = "participants";
    private const int MaxNames = 100;

    /// <summary>Remembered names, with those given now on top; from folded header to column name.</summary>
    /// <exception cref="BadInput">A column is named that does not exist.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ForAsync(
        InstituteId institute, IReadOnlyDictionary<string, string>? given, CancellationToken cancel = default)
    {
        var remembered = await imports.OwnColumns.ReadAsync(ImportRecords.Partition(institute), Participants, cancel);
        return Merge(remembered?.Value.Names, Checked(given));
    }

    public async Task RememberAsync(InstituteId institute, IReadOnlyDictionary<string, string>? given, CancellationToken cancel = default)
    {
        if (given is { Count: > 0 })
        {
            await imports.OwnColumns.UpdateAsync(
                ImportRecords.Partition(institute), Participants, stored => new OwnColumns(Merge(stored?.Names, Checked(given))), cancel);
        }
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? remembered, Dictionary<string, string> given)
    {
        var names = new Dictionary<string, string>(remembered ?? given);
        foreach (var (header, column) in given)
        {
            names[header] = column;
        }

        return names;
    }

    private static Dictionary<string, string> Checked(IReadOnlyDictionary<string, string>? given)
    {
        var names = new Dictionary<string, string>();
        foreach (var (header, column) in given ?? new Dictionary<string, string>())
        {
            if (ImportColumns.Set.Find(column) < 0 || given!.Count > MaxNames || header.Length > 200)
            {
                throw new BadInput("columns", "column-unknown", new LocalizedText(
                    "Eine der Zuordnungen nennt keine bekannte Spalte. Bitte wählen Sie die Spalten aus der Liste.",
                    "One of the assignments names no known column. Please choose the columns from the list."));
            }

            names[TextFolding.Fold(header)] = column;
        }

        return names;
    }
}
