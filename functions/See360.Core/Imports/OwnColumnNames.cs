using See360.Core.Imports.Reading;
using See360.Core.Institutes;

namespace See360.Core.Imports;

/// <summary>An institute's own names for columns, as files are read with them: uploads and the drop folder alike. Names
/// that are given with a file are known for every file after it.</summary>
public sealed class OwnColumnNames(ImportRecords imports)
{
    internal const string Participants = "participants";

    /// <summary>Remembered names, with those given now on top; from folded header to column name.</summary>
    /// <exception cref="BadInput">One of the given names can't be taken.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ForAsync(
        InstituteId institute, IReadOnlyDictionary<string, string>? given, CancellationToken cancel = default)
    {
        var remembered = await imports.OwnColumns.ReadAsync(ImportRecords.Partition(institute), Participants, cancel);
        return Merge(remembered?.Value, OwnColumnRules.Checked(given)).Names;
    }

    public async Task RememberAsync(InstituteId institute, IReadOnlyDictionary<string, string>? given, CancellationToken cancel = default)
    {
        if (given is { Count: > 0 })
        {
            await imports.OwnColumns.UpdateAsync(
                ImportRecords.Partition(institute), Participants, stored => Merge(stored, OwnColumnRules.Checked(given)), cancel);
        }
    }

    private static OwnColumns Merge(OwnColumns? stored, IReadOnlyList<OwnColumn> given)
    {
        var own = given.Aggregate(stored ?? OwnColumns.None, (all, name) => all.With(name));
        return own.Names.Count <= OwnColumnRules.MaxNames ? own : throw OwnColumnRules.TooMany();
    }
}

/// <summary>A header of the bank's files and the column that it stands for.</summary>
/// <param name="Name">As the bank writes it.</param>
/// <param name="Column">Name of the column in our templates.</param>
public sealed record OwnColumn(string Name, string Column)
{
    /// <summary>As headers are compared.</summary>
    public string Folded => TextFolding.Fold(Name);
}
