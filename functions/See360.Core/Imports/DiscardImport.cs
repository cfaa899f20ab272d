using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Takes back an import of which nothing has been confirmed: its rows and its source go, the record stays and
/// says so. Can be repeated after a crash.</summary>
public sealed class DiscardImport(ImportRecords imports, ParticipantRecords participants, SourceArchive archive, TimeProvider time)
{
    /// <param name="refusedCode">Why the file was refused in the middle, or null if a person discards it.</param>
    /// <returns>How many rows this call has deleted: another host may be at the same import.</returns>
    public async Task<int> RunAsync(
        InstituteId institute, BatchId batch, CancellationToken cancel = default, string? refusedCode = null, LocalizedText? refusedText = null)
    {
        var partition = ImportRecords.Partition(institute);
        var import = await imports.Imports.UpdateAsync(partition, batch.ToString(), stored => stored is { State: ImportState.Reading or ImportState.Preview }
            ? stored with
            {
                State = ImportState.Undone,
                UndoneAt = time.GetUtcNow(),
                RefusedCode = refusedCode,
                RefusedText = refusedText,
                Rows = 0,
                Counts = new Dictionary<ParticipantState, int>(),
            }
            : stored, cancel);
        if (import is not { State: ImportState.Undone })
        {
            return 0;
        }

        var deleted = await DeleteRowsAsync(ParticipantRecords.Partition(institute, batch), cancel);
        await archive.DeleteAsync(import.StoredAs, cancel);
        var known = await imports.Files.ReadAsync(partition, import.FileHash, cancel);
        if (known?.Value.Batch == batch)
        {
            await imports.Files.WriteAsync(partition, [Table<KnownFile>.Delete(known)], cancel);
        }

        return deleted;
    }

    /// <summary>Discards what processes left behind that died while reading, this week and the last.</summary>
    internal async Task AbandonedAsync(InstituteId institute, IsoWeek week, CancellationToken cancel)
    {
        foreach (var of in (IsoWeek[])[week.Plus(-1), week])
        {
            foreach (var import in await imports.OfWeekAsync(institute, of, cancel))
            {
                if (import.IsAbandoned(time.GetUtcNow()))
                {
                    await RunAsync(institute, import.Id, cancel, "interrupted", new LocalizedText(
                        "Das Einlesen wurde unterbrochen. Bitte laden Sie die Datei noch einmal hoch.",
                        "Reading was interrupted. Please upload the file again."));
                }
            }
        }
    }

    private async Task<int> DeleteRowsAsync(string partition, CancellationToken cancel)
    {
        var deleted = 0;
        while (true)
        {
            var rows = new List<RecordChange>();
            await foreach (var row in participants.Participants.RangeAsync(partition, new RowRange(Take: IRecordStore.MaxBatch), cancel))
            {
                rows.Add(Table<Participant>.Delete(row));
            }

            if (rows.Count == 0)
            {
                return deleted;
            }

            deleted += (await participants.Participants.WriteAsync(partition, rows, cancel)).Written ? rows.Count : 0;
        }
    }
}
