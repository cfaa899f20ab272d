using System.Collections.Concurrent;
using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>*Absenden* and the automatic start: both open a wave in this week's cycle of every survey that has
/// somebody waiting. From there on there is one path.</summary>
public sealed class StartWeek(
    InstituteRecords institutes, SurveyRecords surveys, ParticipantRecords participants, CycleRecords cycles, CycleBell bell, TimeProvider clock)
{
    /// <param name="startedBy">User name; empty for the automatic start.</param>
    /// <returns>The cycles that have a new wave; none if nobody waits.</returns>
    /// <exception cref="RuleBroken">The concept is not agreed; or no survey with somebody waiting is approved.</exception>
    public async Task<IReadOnlyList<CycleId>> RunAsync(InstituteId institute, string startedBy, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var now = clock.GetUtcNow();
        var week = IsoWeek.Of(now, bank.TimeZone);
        var started = new List<CycleId>();
        var locks = new HashSet<string>();
        foreach (var survey in await surveys.AllAsync(institute, cancel))
        {
            if (!await IsAnybodyWaitingAsync(institute, survey.Id, cancel))
            {
                continue;
            }

            var locked = SendingRules.Locks(bank, survey, now);
            locks.UnionWith(locked);
            if (locked.Count == 0)
            {
                started.Add(await OpenWaveAsync(institute, new CycleId(week, survey.Id), startedBy, now, cancel));
            }
        }

        if (started.Count == 0 && locks.Count > 0)
        {
            throw new RuleBroken(locks.First(), SendReasonTexts.Of(locks.First()));
        }

        bell.Ring();
        return started;
    }

    private async Task<bool> IsAnybodyWaitingAsync(InstituteId institute, SurveyId survey, CancellationToken cancel)
    {
        await foreach (var _ in participants.Waiting.RangeAsync(ParticipantRecords.WaitingPartition(institute, survey), new RowRange(Take: 1), cancel))
        {
            return true;
        }

        return false;
    }

    private async Task<CycleId> OpenWaveAsync(InstituteId institute, CycleId id, string startedBy, DateTimeOffset now, CancellationToken cancel)
    {
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(institute), id.ToString(), stored => stored switch
        {
            null => new Cycle(id, now, [new Wave(1, now, startedBy)]),
            { Waves: [.., { InvitedAt: null }] } => stored, // Still inviting: it takes whoever waits.
            _ => stored with { Waves = [.. stored.Waves, new Wave(stored.Waves.Count + 1, now, startedBy)], ClosedAt = null, Totals = null },
        }, cancel);
        return id;
    }
}

/// <summary>Starts the week of an institute when its day and hour have come, once a week, however often it is asked.</summary>
public sealed class StartDueWeek(CycleRecords cycles, StartWeek start, TimeProvider clock)
{
    /// <summary>A start missed by more than this (the host was off) is left to a person.</summary>
    private static readonly TimeSpan _latest = TimeSpan.FromDays(2);

    /// <summary>The last week of each institute that is known to have had its start: a mark never goes away, so it is not asked for again.</summary>
    private readonly ConcurrentDictionary<InstituteId, IsoWeek> _started = new();

    /// <param name="bank">As it was just read; what forbids sending is looked up once more before anything is started.</param>
    /// <returns>True if it started the week.</returns>
    public async Task<bool> RunAsync(Institute bank, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var (week, at) = SendWeek.LastStart(bank, now);
        if (!bank.SendsAutomatically || ConceptRules.Lock(bank, now) is not null || now - at > _latest || await HasStartedAsync(bank.Id, week, cancel))
        {
            return false;
        }

        // The start comes before its mark: killed in between, it is done again and finds its own wave still inviting.
        await start.RunAsync(bank.Id, startedBy: "", cancel);
        var isFirst = await cycles.WeekStarts.InsertAsync(CycleRecords.Partition(bank.Id), week.ToString(), new WeekStart(now), cancel);
        _started[bank.Id] = week;
        return isFirst;
    }

    private async Task<bool> HasStartedAsync(InstituteId institute, IsoWeek week, CancellationToken cancel)
    {
        if (_started.TryGetValue(institute, out var known) && known == week)
        {
            return true;
        }

        if (await cycles.WeekStarts.ReadAsync(CycleRecords.Partition(institute), week.ToString(), cancel) is null)
        {
            return false;
        }

        _started[institute] = week;
        return true;
    }
}

/// <summary>Wakes whoever waits for cycles in this process when a person has pressed send.</summary>
public sealed class CycleBell
{
    private volatile TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next ring.</summary>
    public Task Rung => _rung.Task;

    public void Ring() =>
        Interlocked.Exchange(ref _rung, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
