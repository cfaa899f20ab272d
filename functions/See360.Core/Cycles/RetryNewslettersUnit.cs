using See360.Core.Organisation;
using See360.Core.Storage;

namespace See360.Core.Cycles;

/// <summary>Tries deferred newsletters again, up to 50 at once. They lie in a ledger of their own for the whole institute;
/// every cycle that has met one deferred looks after all of them, also when it is closed, and <see cref="Dispatch"/> lets
/// only one try.</summary>
public sealed class RetryNewslettersUnit(
    CycleRecords cycles, OrganisationRecords organisation, Newsletters newsletters, Dispatch dispatch, TimeProvider clock) : ICycleUnit
{
    public CycleStepKind Kind => CycleStepKind.RetryNewsletters;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var (due, next) = await DeferredAsync(context, now, cancel);
        foreach (var week in due.Take(ICycleUnit.Recipients).GroupBy(d => d.Week).ToList())
        {
            var counts = await newsletters.NewAnswersAsync(context.Institute, week.Key, cancel);
            var tried = await Task.WhenAll(week.Select(d => TryAgainAsync(context, d, counts.GetValueOrDefault(d.Send.Value.Advisor), cancel)));
            next = Earlier(next, tried.Where(t => t?.State == SendState.Deferred).Min(t => t!.NextTryAt));
        }

        next = due.Count > ICycleUnit.Recipients ? now : next;
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(context.Institute.Id), context.Cycle.Id.ToString(),
            cycle => cycle is null ? null : cycle with { NewsletterRetryAt = next }, cancel);
        return UnitResult.Finished;
    }

    /// <summary>Those whose time has come, and when that of the next one comes. A mail is given up within four days: what is
    /// due lies in the week of the noted time, the one before, or one that has begun since.</summary>
    private async Task<(List<Deferred> Due, DateTimeOffset? Next)> DeferredAsync(CycleContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var due = new List<Deferred>();
        DateTimeOffset? next = null;
        var last = SendWeek.LastStart(context.Institute, now).Week;
        for (var week = SendWeek.LastStart(context.Institute, context.Cycle.NewsletterRetryAt ?? now).Week.Plus(-1); week.CompareTo(last) <= 0; week = week.Plus(1))
        {
            await foreach (var send in cycles.Sends.RangeAsync(CycleRecords.NewsletterPartition(context.Institute.Id, week), default, cancel))
            {
                if (send.Value.State != SendState.Deferred)
                {
                    continue;
                }

                if (send.Value.NextTryAt is { } at && at > now)
                {
                    next = Earlier(next, at);
                }
                else
                {
                    due.Add(new Deferred(week, send));
                }
            }
        }

        return (due, next);
    }

    private async Task<Send?> TryAgainAsync(CycleContext context, Deferred deferred, int count, CancellationToken cancel)
    {
        var partition = CycleRecords.NewsletterPartition(context.Institute.Id, deferred.Week);
        var employee = await organisation.EmployeeAsync(context.Institute.Id, deferred.Send.Value.Advisor, cancel);
        var refusal = employee is null ? "advisor-unknown" : !employee.Active ? "advisor-inactive" : count == 0 ? "no-new-answers" : null;
        return refusal is null
            ? await dispatch.RetryAsync(partition, deferred.Send, newsletters.Mail(context, deferred.Week, employee!, count), cancel)
            : await dispatch.SkipAsync(partition, deferred.Send, refusal, cancel);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private sealed record Deferred(IsoWeek Week, Versioned<Send> Send);
}
