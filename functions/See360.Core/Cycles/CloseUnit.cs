using See360.Core.Participants;
using See360.Core.Responses;

namespace See360.Core.Cycles;

/// <summary>Closes a cycle whose last link has expired: its numbers are counted once more and stay.</summary>
public sealed class CloseUnit(CycleRecords cycles, ResponseRecords responses) : ICycleUnit
{
    public CycleStepKind Kind => CycleStepKind.Close;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        var partition = ResponseRecords.Partition(context.Institute.Id, context.Cycle.Id);
        var invited = (await cycles.Sends.ListAsync(context.Ledger, cancel: cancel)).Where(s => s.Kind == SendKind.Invitation && s.State is SendState.Sent or SendState.Failed).ToList();
        var bounced = invited.Count(s => s.State == SendState.Failed || s.BouncedAt is not null);
        var sheets = (await responses.Responses.ListAsync(partition, cancel: cancel)).Where(r => r.Kind == ParticipantKind.Customer).ToList();
        var openings = await responses.Openings.ListAsync(partition, cancel: cancel);
        var totals = new CycleTotals(
            invited.Count, invited.Count - bounced, bounced, openings.Count, sheets.Count, sheets.Count(s => s.CompletedAt is not null), Declined: 0);
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(),
            cycle => cycle is null ? null : cycle with { Totals = totals }, cancel);
        return UnitResult.Finished;
    }
}
