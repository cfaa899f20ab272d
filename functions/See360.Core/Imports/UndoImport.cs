using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Takes an import back until something of it has been sent. A preview is discarded; of a confirmed import the
/// rows leave the stock and are marked as withdrawn, and the file may be imported again. Can be repeated after a crash.</summary>
public sealed class UndoImport(
    ImportRecords imports, ImportRowKeys rowKeys, ParticipantRecords participants, ImportSends sends, ContactClaims claims, DiscardImport discard,
    SourceArchive archive, TimeProvider time)
{
    private const int AtOnce = 32;

    private static readonly TimeSpan _logIsSure = TimeSpan.FromDays(300);

    /// <returns>The import as it stands afterwards; null if there is none of this id.</returns>
    /// <exception cref="RuleBroken">Something of it has been sent, or it is still being read or confirmed.</exception>
    public async Task<Import?> RunAsync(InstituteId institute, BatchId batch, CancellationToken cancel = default)
    {
        var partition = ImportRecords.Partition(institute);
        var import = (await imports.ReadAsync(institute, batch, cancel))?.Value;
        switch (import)
        {
            case null or { State: ImportState.Undone, UndoneAt: not null }:
                return import;
            case { State: ImportState.Reading }:
                throw new RuleBroken("import-being-read", new LocalizedText(
                    "Die Datei wird noch eingelesen. Bitte warten Sie einen Moment.", "The file is still being read. Please wait a moment."));
            case { State: ImportState.Preview }:
                await discard.RunAsync(institute, batch, cancel);

                // Confirmed in this very moment: then it is a confirmed import that is to be undone.
                return await RunAsync(institute, batch, cancel);
            case { State: ImportState.Confirmed, ConfirmedAt: null }:
                throw new RuleBroken("import-being-confirmed", new LocalizedText(
                    "Der Import wird gerade übernommen oder wurde dabei unterbrochen. Bitte übernehmen Sie ihn noch einmal; danach können Sie ihn zurücknehmen.",
                    "The import is being confirmed or was interrupted meanwhile. Please confirm it once more; then you can undo it."));
            case { State: ImportState.Confirmed } when await sends.AnyAsync(institute, import, cancel) || await AnyInvitedAsync(institute, import, cancel):
                throw new RuleBroken("import-sent", new LocalizedText(
                    "Aus diesem Import wurden schon Einladungen gesendet. Er lässt sich nicht mehr zurücknehmen; einzelne Personen können über den Link in ihrer Mail widersprechen.",
                    "Invitations from this import have been sent. It can't be undone any more; single persons can object by the link in their mail."));
        }

        await imports.Imports.UpdateAsync(partition, batch.ToString(), stored => stored! with { State = ImportState.Undone }, cancel);
        var gone = await WithdrawAsync(institute, batch, cancel);
        if (await imports.Files.ReadAsync(partition, import.FileHash, cancel) is { } known && known.Value.Batch == batch)
        {
            await imports.Files.WriteAsync(partition, [Table<KnownFile>.Delete(known)], cancel);
        }

        await archive.DeleteAsync(import.StoredAs, cancel);
        return await imports.Imports.UpdateAsync(partition, batch.ToString(), stored => stored! with { UndoneAt = time.GetUtcNow(), AlreadyInvited = gone }, cancel);
    }

    /// <summary>The contact log is kept for a year: of an older import the rows themselves say whether they were invited.</summary>
    private async Task<bool> AnyInvitedAsync(InstituteId institute, Import import, CancellationToken cancel)
    {
        if (time.GetUtcNow() - import.At < _logIsSure)
        {
            return false;
        }

        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, import.Id), RowRange.All, cancel))
        {
            if (row.Value.State == ParticipantState.Invited)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A row that is invited in this very moment keeps its place: whoever writes the participant first wins.</summary>
    /// <returns>How many were invited before they could be withdrawn: their mails have left, or will.</returns>
    private async Task<int> WithdrawAsync(InstituteId institute, BatchId batch, CancellationToken cancel)
    {
        var gone = 0;
        var chunk = new List<Versioned<Participant>>();
        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, batch), RowRange.All, cancel))
        {
            if (ConfirmImport.IsAccepted(row.Value) || row.Value.State == ParticipantState.Withdrawn)
            {
                chunk.Add(row);
            }
            else if (row.Value.State == ParticipantState.Invited)
            {
                gone++;
            }

            if (chunk.Count == AtOnce)
            {
                gone += await ChunkAsync();
                chunk.Clear();
            }
        }

        return gone + await ChunkAsync();

        async Task<int> ChunkAsync() => (await Task.WhenAll(chunk.Select(r => WithdrawAsync(institute, r, cancel)))).Count(invited => invited);
    }

    /// <returns>True if it was invited before.</returns>
    private async Task<bool> WithdrawAsync(InstituteId institute, Versioned<Participant> row, CancellationToken cancel)
    {
        var participant = row.Value;
        var withdrawn = await participants.Participants.UpdateAsync(
            ParticipantRecords.Partition(institute, participant.Id.Batch), row.Row,
            stored => stored is not null && ConfirmImport.IsAccepted(stored) ? stored with { State = ParticipantState.Withdrawn } : stored, cancel);
        if (withdrawn is not { State: ParticipantState.Withdrawn })
        {
            return withdrawn is { State: ParticipantState.Invited };
        }

        // The quarantine may be claimed already, for an invitation that will now not be sent.
        await claims.ReleaseAsync(institute, participant, cancel);
        await DeleteAsync(
            participants.Waiting, ParticipantRecords.WaitingPartition(institute, participant.Survey!.Value),
            ParticipantRecords.WaitingRow(participant.Advisor, participant.Id, participant.NotBefore ?? default), _ => true, cancel);
        await DeleteAsync(
            imports.Rows, ImportRowKeys.Partition(institute, participant), rowKeys.Row(institute, participant), known => known.Participant == participant.Id, cancel);
        return false;
    }

    private static async Task DeleteAsync<T>(Table<T> table, string partition, string row, Func<T, bool> isMeant, CancellationToken cancel)
        where T : class
    {
        if (await table.ReadAsync(partition, row, cancel) is { } found && isMeant(found.Value))
        {
            await table.WriteAsync(partition, [Table<T>.Delete(found)], cancel);
        }
    }
}
