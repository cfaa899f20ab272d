using See360.Core.Responses;
using See360.Core.Results;

namespace See360.Core.Cycles;

/// <summary>Closes a cycle whose last link has expired: its numbers are counted once more and stay.</summary>
public sealed class CloseUnit(CycleRecords cycles, ResponseRecords responses) : ICycleUnit
{
    public CycleStepKind Kind => CycleStepKind.Close;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        var partition = ResponseRecords.Partition(context.Institute.Id, context.Cycle.Id);
        var totals = Funnel.Of(
            await cycles.Sends.ListAsync(context.Ledger, cancel: cancel),
            await responses.Responses.ListAsync(partition, cancel: cancel),
            await responses.Openings.ListAsync(partition, cancel: cancel),
            await responses.Objections.ListAsync(partition, cancel: cancel));
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(),
            cycle => cycle is null ? null : cycle with { Totals = totals }, cancel);
        return UnitResult.Finished;
    }
}
