using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>Who was invited, customers and advisors who were asked for their self-image: by the ledger of the cycle, since people of one
/// import are invited over many weeks. What a mail server has said of an address goes with the person.</summary>
internal sealed class InvitedWalk(CycleUnits units, CycleRecords cycles, ParticipantRecords participants, EraseParticipants erase) : IRetentionWalk
{
    public string Name => "invited";

    public RetentionClass Class => RetentionClass.Participants;

    public Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel) => units.FirstAsync(institute, cancel);

    public IAsyncEnumerable<RetentionUnit> UnitsAsync(RetentionContext context, IsoWeek from, CancellationToken cancel) => units.FromAsync(
        context, from,
        cycle => RetentionRules.ParticipantDueOn(
            context.Bank.DayOf(cycle.StartedAt.AddDays(CycleUnits.TokenLifeDays(context, cycle.Id))), context.Periods),
        cancel);

    public async Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel)
    {
        if (await units.ReadAsync(context, unit, cancel) is not { } cycle)
        {
            return new RetentionStep(null);
        }

        DateOnly? next = null;
        var chunk = new List<Versioned<Send>>(IRecordStore.MaxBatch);
        var range = after is null ? RowRange.All : new RowRange(after + RecordKey.Smallest);
        await foreach (var send in cycles.Sends.RangeAsync(CycleRecords.SendPartition(context.Bank.Id, cycle.Id), range, cancel))
        {
            context.Spend(1);
            chunk.Add(send);
            if (chunk.Count == IRecordStore.MaxBatch)
            {
                next = RetentionContext.Earlier(next, await ChunkAsync(context, cycle, chunk, cancel));
                chunk.Clear();
                if (context.Left <= 0)
                {
                    return new RetentionStep(next, send.Row, More: true);
                }
            }
        }

        return new RetentionStep(RetentionContext.Earlier(next, await ChunkAsync(context, cycle, chunk, cancel)));
    }

    private async Task<DateOnly?> ChunkAsync(RetentionContext context, Cycle cycle, List<Versioned<Send>> chunk, CancellationToken cancel)
    {
        DateOnly? next = null;
        var looked = chunk.Where(s => s.Value.Kind is SendKind.Invitation or SendKind.SelfImage || s.Value.Detail.Length > 0).ToList();
        context.Spend(looked.Count);
        var read = await Task.WhenAll(looked.Select(s => participants.ReadAsync(context.Bank.Id, s.Value.Participant, cancel)));
        foreach (var (send, person) in looked.Zip(read))
        {
            var isOver = person is null || person.Value.ErasedOn is not null || EraseParticipants.IsDue(context, person.Value, cycle.StartedAt);
            if (isOver && send.Value.Detail.Length > 0)
            {
                await cycles.Sends.UpdateAsync(CycleRecords.SendPartition(context.Bank.Id, cycle.Id), send.Row,
                    stored => stored is null or { Detail: "" } ? stored : stored with { Detail = "" }, cancel);
            }
            else if (!isOver)
            {
                next = RetentionContext.Earlier(next, context.DueOn(person!.Value, cycle.StartedAt));
            }
        }

        var due = read.OfType<Versioned<Participant>>().DistinctBy(p => p.Value.Id).Where(p => EraseParticipants.IsDue(context, p.Value, cycle.StartedAt));
        foreach (var batch in due.GroupBy(p => p.Value.Id.Batch).ToList())
        {
            await erase.RunAsync(context, batch.Key, cycle.StartedAt, [.. batch], cancel);
        }

        return next;
    }
}
