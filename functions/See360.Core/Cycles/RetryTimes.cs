namespace See360.Core.Cycles;

/// <summary>Deferred mails have to be found again: the cycle remembers when the first of them is due.</summary>
internal static class RetryTimes
{
    public static async Task NoteAsync(CycleRecords cycles, CycleContext context, IReadOnlyList<Dispatched> sent, CancellationToken cancel)
    {
        if (sent.Where(s => s.Send?.State == SendState.Deferred).Min(s => s.Send!.NextTryAt) is { } at)
        {
            await cycles.Cycles.UpdateAsync(
                CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(),
                cycle => cycle is null || cycle.NextRetryAt <= at ? cycle : cycle with { NextRetryAt = at }, cancel);
        }
    }
}
