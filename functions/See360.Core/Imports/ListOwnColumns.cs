using See360.Core.Institutes;

namespace See360.Core.Imports;

/// <summary>Every column of an export, with the names by which it is known: ours, and the bank's own.</summary>
public sealed class ListOwnColumns(ImportRecords imports)
{
    public async Task<IReadOnlyList<KnownColumn>> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var stored = await imports.OwnColumns.ReadAsync(ImportRecords.Partition(institute), OwnColumnNames.Participants, cancel);
        var own = (stored?.Value ?? OwnColumns.None).All().ToLookup(name => name.Column, name => name.Name);
        return
        [
            .. ImportColumns.Set.Columns.Select(column => new KnownColumn(
                column.Name, column.Synonyms, column.Required, [.. own[column.Name].Order(StringComparer.OrdinalIgnoreCase)])),
        ];
    }
}

/// <param name="Name">As our templates write it.</param>
/// <param name="Own">As the bank writes it.</param>
public sealed record KnownColumn(string Name, IReadOnlyList<string> Synonyms, bool Required, IReadOnlyList<string> Own);
