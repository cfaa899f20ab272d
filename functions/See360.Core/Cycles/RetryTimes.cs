namespace See360.Core.Cycles;

/// <summary>Deferred mails have to be found again: the cycle remembers when the first of them is due.</summary>
internal static class RetryTimes
{
    public static Task NoteAsync(CycleRecords cycles, CycleContext context, IReadOnlyList<Dispatched> sent, CancellationToken cancel) =>
        NoteAsync(cycles, context, sent, (cycle, at) => cycle.NextRetryAt <= at ? cycle : cycle with { NextRetryAt = at }, cancel);

    public static Task NoteNewslettersAsync(CycleRecords cycles, CycleContext context, IReadOnlyList<Dispatched> sent, CancellationToken cancel) =>
        NoteAsync(cycles, context, sent, (cycle, at) => cycle.NewsletterRetryAt <= at ? cycle : cycle with { NewsletterRetryAt = at }, cancel);

    private static async Task NoteAsync(
        CycleRecords cycles, CycleContext context, IReadOnlyList<Dispatched> sent, Func<Cycle, DateTimeOffset, Cycle> note, CancellationToken cancel)
    {
        if (sent.Where(s => s.Send?.State == SendState.Deferred).Min(s => s.Send!.NextTryAt) is { } at)
        {
            await cycles.Cycles.UpdateAsync(
                CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(), cycle => cycle is null ? null : note(cycle, at), cancel);
        }
    }
}
