using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>The keyed hashes of erased participants, by which the link of an old mail can still object. They go with the answers: what was
/// under a pseudonym is anonymous then.</summary>
internal sealed class LinkWalk(ImportWalk imports, ParticipantRecords participants) : IRetentionWalk
{
    public string Name => "links";

    public RetentionClass Class => RetentionClass.Answers;

    public Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel) => imports.FirstAsync(institute, cancel);

    public async IAsyncEnumerable<RetentionUnit> UnitsAsync(
        RetentionContext context, IsoWeek from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var unit in imports.UnitsAsync(context, from, cancel))
        {
            // As an answer that would have been given on the day of the import; what is younger is looked at again.
            var imported = unit.FirstLook.AddDays(-context.Periods.ParticipantDays - 1);
            var first = unit with { FirstLook = RetentionRules.AnswerDueOn(imported, context.Periods) };
            yield return first;
            if (first.FirstLook > context.Today)
            {
                yield break;
            }
        }
    }

    public async Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel)
    {
        DateOnly? next = null;
        var due = new List<Versioned<Participant>>(IRecordStore.MaxBatch);
        var partition = ParticipantRecords.Partition(context.Bank.Id, BatchId.Parse(unit));
        var range = after is null ? RowRange.All : new RowRange(after + RecordKey.Smallest);
        await foreach (var row in participants.Participants.RangeAsync(partition, range, cancel))
        {
            context.Spend(1);
            if (DueOn(context, row.Value) is { } on)
            {
                if (on <= context.Today)
                {
                    due.Add(row);
                }
                else
                {
                    next = RetentionContext.Earlier(next, on);
                }
            }

            if (due.Count == IRecordStore.MaxBatch || context.Left <= 0)
            {
                await ForgetAsync(context, partition, due, cancel);
                due.Clear();
                if (context.Left <= 0)
                {
                    return new RetentionStep(next, row.Row, More: true);
                }
            }
        }

        await ForgetAsync(context, partition, due, cancel);
        return new RetentionStep(next);
    }

    /// <summary>Who still waits, or is not erased yet, is looked at once a year.</summary>
    private static DateOnly? DueOn(RetentionContext context, Participant participant) =>
        participant is { ContactRows: not null, InvitedAt: { } invited } ? RetentionRules.AnswerDueOn(
            context.Bank.DayOf(invited.AddDays(context.Survey(participant.Cycle?.Survey ?? participant.Survey)?.Rules.TokenLifeDays ?? 0)), context.Periods)
        : participant.ErasedOn is null ? context.Today.AddYears(1)
        : null;

    private async Task ForgetAsync(RetentionContext context, string partition, List<Versioned<Participant>> due, CancellationToken cancel)
    {
        if (due.Count == 0)
        {
            return;
        }

        context.Spend(due.Count);
        var changes = due.Select(p => Table<Participant>.Replace(p, p.Value with { ContactRows = null })).ToList();
        if ((await participants.Participants.WriteAsync(partition, changes, cancel)).Written)
        {
            context.Count(RetentionItem.Links, due.Count);
            return;
        }

        foreach (var change in changes)
        {
            context.Count(RetentionItem.Links, (await participants.Participants.WriteAsync(partition, [change], cancel)).Written ? 1 : 0);
        }
    }
}
