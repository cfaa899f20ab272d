using See360.Core.Callbacks;
using See360.Core.Contacts;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>Blanks participants in place. What hangs on a person goes first (the place in the stock, the wish for a call): killed in
/// between, the person is still due and all of it is done again.</summary>
internal sealed class EraseParticipants(ParticipantRecords participants, CallbackRecords callbacks, ContactKeys keys)
{
    /// <param name="due">Of one batch, at most 100.</param>
    public async Task RunAsync(
        RetentionContext context, BatchId batch, DateTimeOffset importedAt, IReadOnlyList<Versioned<Participant>> due, CancellationToken cancel)
    {
        if (due.Count == 0)
        {
            return;
        }

        await Task.WhenAll(due.Where(p => ConfirmImport.IsAccepted(p.Value)).Select(p => LeaveStockAsync(context, p.Value, cancel)));
        await Task.WhenAll(due.Where(p => p.Value is { Kind: ParticipantKind.Customer, InvitedAt: not null }).Select(p => ForgetCallAsync(context, p.Value.Id, cancel)));
        var partition = ParticipantRecords.Partition(context.Bank.Id, batch);
        context.Spend(due.Count);
        if ((await participants.Participants.WriteAsync(partition, [.. due.Select(p => Table<Participant>.Replace(p, Erased(context, p.Value)))], cancel)).Written)
        {
            context.Count(RetentionItem.Participants, due.Count);
            return;
        }

        // Another host is at it, or somebody was invited or withdrawn in this moment: one by one, as they stand now.
        foreach (var one in due)
        {
            var now = await participants.Participants.ReadAsync(partition, one.Row, cancel);
            if (now is not null && IsDue(context, now.Value, importedAt) && await participants.Participants.ReplaceAsync(partition, now, Erased(context, now.Value), cancel))
            {
                context.Count(RetentionItem.Participants, 1);
            }
        }
    }

    public static bool IsDue(RetentionContext context, Participant participant, DateTimeOffset importedAt) =>
        participant.ErasedOn is null && context.DueOn(participant, importedAt) <= context.Today;

    private Participant Erased(RetentionContext context, Participant participant) =>
        ErasedParticipant.Of(participant, SurveyLinks.ContactRows(keys, context.Bank.Id, participant), context.Today);

    private async Task LeaveStockAsync(RetentionContext context, Participant participant, CancellationToken cancel)
    {
        var partition = ParticipantRecords.WaitingPartition(context.Bank.Id, participant.Survey!.Value);
        var row = ParticipantRecords.WaitingRow(participant.Advisor, participant.Id, participant.NotBefore ?? default);
        if (await participants.Waiting.ReadAsync(partition, row, cancel) is { } place)
        {
            await participants.Waiting.WriteAsync(partition, [Table<Waiting>.Delete(place)], cancel);
        }
    }

    private async Task ForgetCallAsync(RetentionContext context, ParticipantId participant, CancellationToken cancel)
    {
        var partition = CallbackRecords.Partition(context.Bank.Id);
        while (await callbacks.Callbacks.ReadAsync(partition, participant.ToString(), cancel) is { } wish)
        {
            if ((await callbacks.Callbacks.WriteAsync(partition, [Table<Callback>.Delete(wish)], cancel)).Written)
            {
                lock (context)
                {
                    context.Count(RetentionItem.Callbacks, 1);
                }
            }
        }
    }
}
