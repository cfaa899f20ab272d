using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <param name="Next">Where the next page begins, or null at the end. A page may hold fewer rows than asked for, even
/// none, and still have a next one: long files are looked through piece by piece.</param>
public sealed record ImportRowsPage(IReadOnlyList<Participant> Rows, int? Next);

/// <summary>The rows of an import, in the order of the file, page by page.</summary>
public sealed class ListImportRows(ImportRecords imports, ParticipantRecords participants)
{
    private const int MaxTake = 500;
    private const int MaxLookedAt = 5000;

    /// <param name="after">Ordinal of the last row seen; 0 for the first page.</param>
    /// <returns>Null if there is no such import.</returns>
    public async Task<ImportRowsPage?> RunAsync(
        InstituteId institute, BatchId batch, ParticipantState? state = null, int after = 0, int take = 100, CancellationToken cancel = default)
    {
        if (await imports.ReadAsync(institute, batch, cancel) is null)
        {
            return null;
        }

        take = Math.Clamp(take, 1, MaxTake);
        var rows = new List<Participant>();
        var (lookedAt, last) = (0, 0);
        var from = Math.Clamp(after, 0, 9_999_998) + 1;
        var range = new RowRange(from.ToString("D7", CultureInfo.InvariantCulture), Take: state is null ? take : MaxLookedAt);
        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, batch), range, cancel))
        {
            (lookedAt, last) = (lookedAt + 1, row.Value.Id.Number);
            if (state is null || row.Value.State == state)
            {
                rows.Add(row.Value);
            }

            if (rows.Count == take)
            {
                break;
            }
        }

        return new ImportRowsPage(rows, rows.Count == take || lookedAt == MaxLookedAt ? last : null);
    }
}
