using See360.Core.Imports.Reading;
using See360.Core.Institutes;

namespace See360.Core.Imports;

/// <summary>Forgets one of the bank's own names. Imports that were read with it stay as they are.</summary>
public sealed class RemoveOwnColumn(ImportRecords imports)
{
    /// <returns>False if there is no such name.</returns>
    public async Task<bool> RunAsync(InstituteId institute, string? name, CancellationToken cancel = default)
    {
        var folded = TextFolding.Fold(name ?? "");
        var removed = false;
        await imports.OwnColumns.UpdateAsync(
            ImportRecords.Partition(institute),
            OwnColumnNames.Participants,
            stored =>
            {
                removed = stored?.Names.ContainsKey(folded) == true;
                return removed ? stored!.Without(folded) : null;
            },
            cancel);
        return removed;
    }
}
