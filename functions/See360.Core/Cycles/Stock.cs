using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>A survey's stock as a work list: who is next, and who leaves it.</summary>
public sealed class Stock(ParticipantRecords participants, CycleRecords cycles, OrganisationRecords organisation, TimeProvider clock)
{
    /// <summary>The next places: of an event-based survey in order, of a strategic one its weekly dose, spread evenly
    /// over the advisors who have somebody waiting. Reads a few rows, however large the stock is.</summary>
    public async Task<IReadOnlyList<Versioned<Waiting>>> TakeAsync(CycleContext context, int most, CancellationToken cancel = default)
    {
        var partition = ParticipantRecords.WaitingPartition(context.Institute.Id, context.Survey.Id);
        if (context.Survey.Kind == SurveyKind.EventBased)
        {
            var next = new List<Versioned<Waiting>>();
            await foreach (var place in participants.Waiting.RangeAsync(partition, new RowRange(Take: most), cancel))
            {
                next.Add(place);
            }

            return next;
        }

        var (invited, unmarked) = await DosedAsync(context, cancel);
        if (unmarked.Count > 0)
        {
            return [.. unmarked.Take(most)];
        }

        var left = Math.Min(most, (context.Survey.Rules.WeeklyDose ?? 0) - invited);
        return left <= 0 ? [] : await SpreadAsync(context, partition, left, cancel);
    }

    /// <summary>Takes out who is done with. Who is only in quarantine in a strategic survey is put behind, to the day
    /// on which it ends.</summary>
    public async Task LeaveAsync(CycleContext context, IReadOnlyList<InviteCase> cases, IReadOnlyList<Dispatched> sent, CancellationToken cancel = default)
    {
        var held = sent.Where(s => s.Send is null).Select(s => s.Outgoing.Participant).ToHashSet();
        var changes = new List<RecordChange>();
        foreach (var @case in cases.Where(c => !c.IsLost && c.Place.Row.Length > 0 && !held.Contains(c.Place.Value.Participant)))
        {
            changes.Add(Table<Waiting>.Delete(@case.Place));
            if (@case.Stays(context.Survey))
            {
                var day = DateOnly.FromDateTime(@case.Verdict!.NotBefore!.Value.UtcDateTime).AddDays(1);
                var later = @case.Place.Value with { NotBefore = day };
                changes.Add(Table<Waiting>.Insert(ParticipantRecords.WaitingRow(later.Advisor, later.Participant, day), later));
            }
        }

        var partition = ParticipantRecords.WaitingPartition(context.Institute.Id, context.Survey.Id);
        if (changes.Count > 0 && !(await participants.Waiting.WriteAsync(partition, changes, cancel)).Written)
        {
            foreach (var change in changes)
            {
                // One by one: a row that is gone already (an undo) is just what is wanted.
                await participants.Waiting.WriteAsync(partition, [change], cancel);
            }
        }
    }

    /// <summary>How much of the week's dose the ledger knows, and which of it a dead worker has left unmarked: those
    /// come first, without their place (it is found empty-handed later and dropped).</summary>
    private async Task<(int Invited, List<Versioned<Waiting>> Unmarked)> DosedAsync(CycleContext context, CancellationToken cancel)
    {
        var count = 0;
        var unmarked = new List<Versioned<Waiting>>();
        await foreach (var send in cycles.Sends.RangeAsync(context.Ledger, RowRange.Prefix($"{SendKind.Invitation}|"), cancel))
        {
            count++;
            if (send.Value.State == SendState.Claimed)
            {
                unmarked.Add(new Versioned<Waiting>(new Waiting(send.Value.Participant, send.Value.Advisor), "", ""));
            }
        }

        return (count, unmarked);
    }

    private async Task<IReadOnlyList<Versioned<Waiting>>> SpreadAsync(CycleContext context, string partition, int count, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var queues = new List<Queue<Versioned<Waiting>>>();
        foreach (var advisor in (await organisation.EmployeesAsync(context.Institute.Id, cancel)).Keys.Order(StringComparer.Ordinal))
        {
            var queue = new Queue<Versioned<Waiting>>();
            await foreach (var place in participants.Waiting.RangeAsync(partition, ParticipantRecords.WaitingDue(advisor, today, count), cancel))
            {
                queue.Enqueue(place);
            }

            if (queue.Count > 0)
            {
                queues.Add(queue);
            }
        }

        return FairShare.Pick(queues, count, offset: context.Cycle.Id.Week.Monday.DayNumber / 7);
    }
}

/// <summary>Round after round, one from each queue; where the rounds begin moves on from week to week, so that a dose
/// smaller than the number of advisors reaches all of them in turn.</summary>
public static class FairShare
{
    public static IReadOnlyList<T> Pick<T>(IReadOnlyList<Queue<T>> queues, int count, int offset)
    {
        var picked = new List<T>();
        if (queues.Count == 0)
        {
            return picked;
        }

        // A week's dose takes about `count` advisors: the next week begins behind them.
        var start = (int)((long)offset * Math.Min(count, queues.Count) % queues.Count);
        while (picked.Count < count && queues.Any(q => q.Count > 0))
        {
            for (var i = 0; i < queues.Count && picked.Count < count; i++)
            {
                if (queues[(start + i) % queues.Count].TryDequeue(out var next))
                {
                    picked.Add(next);
                }
            }
        }

        return picked;
    }
}
