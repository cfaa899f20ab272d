using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>Imports: the uploaded file, and who of it was never invited. Who was invited is <see cref="InvitedWalk"/>'s, and is looked
/// after once more here.</summary>
internal sealed class ImportWalk(ImportRecords imports, ParticipantRecords participants, SourceArchive archive, DiscardImport discard, EraseParticipants erase)
    : IRetentionWalk
{
    /// <summary>Who waits in a stock is looked at again: he may have left it without an invitation.</summary>
    private const int LookAgainDays = 28;

    public string Name => "imports";

    public RetentionClass Class => RetentionClass.Participants;

    public async Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel) =>
        (await imports.Imports.ListAsync(ImportRecords.Partition(institute), new RowRange(Take: 1), cancel)) is [var first] ? first.Id.Week : null;

    public async IAsyncEnumerable<RetentionUnit> UnitsAsync(
        RetentionContext context, IsoWeek from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var import in imports.Imports.RangeAsync(ImportRecords.Partition(context.Bank.Id), new RowRange(from.ToString()), cancel))
        {
            var unit = new RetentionUnit(import.Value.Id.Week, import.Row, RetentionRules.ParticipantDueOn(context.Bank.DayOf(import.Value.At), context.Periods));
            yield return unit;
            if (unit.FirstLook > context.Today)
            {
                yield break;
            }
        }
    }

    public async Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel)
    {
        var (bank, batch) = (context.Bank.Id, BatchId.Parse(unit));
        context.Spend(1);
        if ((await imports.ReadAsync(bank, batch, cancel))?.Value is not { } import)
        {
            return new RetentionStep(null);
        }

        if (import.State is ImportState.Reading or ImportState.Preview || import is { State: ImportState.Undone, ConfirmedAt: null })
        {
            // Never taken over: as if somebody had taken it back, or had been killed in doing so.
            context.Spend(import.Rows);
            context.Count(RetentionItem.Participants, await discard.RunAsync(bank, batch, cancel));
            return new RetentionStep(null);
        }

        if (import.StoredAs.Length > 0 && await archive.DeleteIfThereAsync(import.StoredAs, cancel))
        {
            context.Count(RetentionItem.Sources, 1);
        }

        return await RowsAsync(context, import, after, cancel);
    }

    private async Task<RetentionStep> RowsAsync(RetentionContext context, Import import, string? after, CancellationToken cancel)
    {
        DateOnly? next = null;
        var due = new List<Versioned<Participant>>(IRecordStore.MaxBatch);
        var range = after is null ? RowRange.All : new RowRange(after + RecordKey.Smallest);
        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(context.Bank.Id, import.Id), range, cancel))
        {
            context.Spend(1);
            if (EraseParticipants.IsDue(context, row.Value, import.At))
            {
                due.Add(row);
            }
            else if (row.Value.ErasedOn is null)
            {
                next = RetentionContext.Earlier(next, LookAgainOn(context, row.Value, import));
            }

            if (due.Count == IRecordStore.MaxBatch || context.Left <= 0)
            {
                await erase.RunAsync(context, import.Id, import.At, due, cancel);
                due.Clear();
                if (context.Left <= 0)
                {
                    return new RetentionStep(next, row.Row, More: true);
                }
            }
        }

        await erase.RunAsync(context, import.Id, import.At, due, cancel);
        return new RetentionStep(next);
    }

    private static DateOnly LookAgainOn(RetentionContext context, Participant participant, Import import)
    {
        var later = context.Today.AddDays(LookAgainDays);
        return participant.InvitedAt is null && context.DueOn(participant, import.At) is { } on && on < later ? on : later;
    }
}
