using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Puts the accepted rows of a preview into their surveys' stock. Every step is an insert if absent, so that
/// it may be called again after a crash at any point, or twice at once, and each row gets in once.</summary>
public sealed class ConfirmImport(ImportRecords imports, ParticipantRecords participants, StockEntry stock, TimeProvider time)
{
    private const int RowsAtOnce = 2000;

    /// <returns>The import as it stands afterwards; null if there is none of this id.</returns>
    /// <exception cref="RuleBroken">It is still being read, or was undone.</exception>
    public async Task<Import?> RunAsync(InstituteId institute, BatchId batch, string by, CancellationToken cancel = default)
    {
        var import = await imports.Imports.UpdateAsync(
            ImportRecords.Partition(institute), batch.ToString(), stored => stored is null ? null : Accept(stored, by), cancel);
        if (import is null or { ConfirmedAt: not null })
        {
            return import;
        }

        var counts = await StockUpAsync(institute, import, cancel);
        return await imports.Imports.UpdateAsync(
            ImportRecords.Partition(institute), batch.ToString(),
            stored => stored!.State == ImportState.Confirmed && stored.ConfirmedAt is null ? stored with { ConfirmedAt = time.GetUtcNow(), Counts = counts } : stored, cancel);
    }

    /// <summary>Ready rows, and those of a strategic survey that are in quarantine for a while: they wait behind the others.</summary>
    internal static bool IsAccepted(Participant participant) =>
        participant.State == ParticipantState.Ready || participant is { State: ParticipantState.Quarantine, NotBefore: not null };

    private static Import Accept(Import import, string by) => import.State switch
    {
        ImportState.Confirmed => import,
        ImportState.Preview => import with { State = ImportState.Confirmed, ConfirmedBy = by },
        ImportState.Reading => throw new RuleBroken("import-being-read", new LocalizedText(
            "Die Datei wird noch eingelesen. Bitte warten Sie einen Moment.", "The file is still being read. Please wait a moment.")),
        _ => throw new RuleBroken("import-undone", new LocalizedText(
            "Dieser Import wurde zurückgenommen. Bitte laden Sie die Datei noch einmal hoch.", "This import was undone. Please upload the file again.")),
    };

    private async Task<Dictionary<ParticipantState, int>> StockUpAsync(InstituteId institute, Import import, CancellationToken cancel)
    {
        var counts = new Dictionary<ParticipantState, int>();
        var rows = new List<Versioned<Participant>>(RowsAtOnce);
        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, import.Id), RowRange.All, cancel))
        {
            if (IsAccepted(row.Value))
            {
                rows.Add(row);
            }
            else
            {
                // A row that has been invited meanwhile was accepted by an earlier, interrupted try.
                Count(row.Value.State == ParticipantState.Invited ? ParticipantState.Ready : row.Value.State);
            }

            if (rows.Count == RowsAtOnce)
            {
                await EnterAsync();
            }
        }

        await EnterAsync();
        return counts;

        async Task EnterAsync()
        {
            foreach (var state in await stock.EnterAsync(institute, import, rows, cancel))
            {
                Count(state);
            }

            rows.Clear();
        }

        void Count(ParticipantState state) => counts[state] = counts.GetValueOrDefault(state) + 1;
    }
}
