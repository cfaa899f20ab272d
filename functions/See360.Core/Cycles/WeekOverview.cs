using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;

namespace See360.Core.Cycles;

/// <summary>What the cycles say of this week.</summary>
/// <param name="AutomaticAt">The next automatic start; null if only persons send.</param>
/// <param name="Running">Null if no mails are leaving.</param>
/// <param name="Callbacks">Customers of open cycles who wish for a call.</param>
/// <param name="Paused">Cycles that bounces have stopped.</param>
public sealed record WeekOverviewResult(
    IsoWeek Week, DateTimeOffset? AutomaticAt, SendableCount Sendable, SendProgress? Running, SentThisWeek Sent, int Callbacks, int Undeliverable, int Paused);

/// <param name="Queued">Mails in all, those that have left included.</param>
/// <param name="Failed">Not sent for good.</param>
/// <param name="PauseReason">Code of <see cref="SendReasonTexts"/>, or null.</param>
public sealed record SendProgress(int Queued, int Sent, int Failed, DateTimeOffset StartedAt, string? PauseReason);

public sealed record SentThisWeek(int Invitations, int SelfImages, int Reminders, DateTimeOffset? LastAt);

/// <summary>This week on one screen, as far as sending is concerned.</summary>
public sealed class WeekOverview(
    InstituteRecords institutes, CycleRecords cycles, ParticipantRecords participants, ResponseRecords responses, Sendable sendable, TimeProvider clock)
{
    /// <summary>Callbacks are looked for in cycles that can still bring answers.</summary>
    private const int WeeksBack = 5;

    public async Task<WeekOverviewResult> ReadAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var now = clock.GetUtcNow();
        var week = IsoWeek.Of(now, bank.TimeZone);
        var recent = new List<Cycle>();
        await foreach (var cycle in cycles.SinceAsync(institute, week.Plus(-WeeksBack), cancel))
        {
            recent.Add(cycle.Value);
        }

        var sends = new List<Send>();
        foreach (var cycle in recent.Where(c => c.ClosedAt is null))
        {
            sends.AddRange(await cycles.Sends.ListAsync(CycleRecords.SendPartition(institute, cycle.Id), cancel: cancel));
        }

        return new WeekOverviewResult(
            week,
            bank.SendsAutomatically ? SendWeek.NextStart(bank, now) : null,
            await sendable.CountAsync(institute, cancel),
            await RunningAsync(institute, recent, cancel),
            SentSince(sends, Monday(bank, week)),
            await CallbacksAsync(institute, recent, cancel),
            sends.Count(s => s.BouncedAt >= Monday(bank, week)),
            recent.Count(c => c.PausedAt is not null));
    }

    private static DateTimeOffset Monday(Institute bank, IsoWeek week)
    {
        var local = week.Monday.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(bank.TimeZone).GetUtcOffset(local)).ToUniversalTime();
    }

    private static SentThisWeek SentSince(List<Send> sends, DateTimeOffset since)
    {
        var sent = sends.Where(s => s.State == SendState.Sent && s.DoneAt >= since).ToList();
        return new SentThisWeek(
            sent.Count(s => s.Kind == SendKind.Invitation),
            sent.Count(s => s.Kind == SendKind.SelfImage),
            sent.Count(s => s.Kind is SendKind.Reminder1 or SendKind.Reminder2 or SendKind.Reminder3),
            sent.Max(s => s.DoneAt));
    }

    private async Task<SendProgress?> RunningAsync(InstituteId institute, List<Cycle> recent, CancellationToken cancel)
    {
        var inviting = recent.Where(c => c.ClosedAt is null && c.Waves[^1].InvitedAt is null).ToList();
        if (inviting.Count == 0)
        {
            return null;
        }

        var waves = inviting.Select(c => c.Waves[^1]).ToList();
        var (sent, failed, waiting) = (waves.Sum(w => w.Sent), waves.Sum(w => w.Bounced), 0);
        foreach (var cycle in inviting)
        {
            waiting += (await participants.Waiting.ListAsync(ParticipantRecords.WaitingPartition(institute, cycle.Id.Survey), cancel: cancel)).Count;
        }

        var pause = inviting.FirstOrDefault(c => c.PausedAt is not null)?.PauseReason;
        return new SendProgress(sent + failed + waiting, sent, failed, waves.Min(w => w.StartedAt), pause);
    }

    private async Task<int> CallbacksAsync(InstituteId institute, List<Cycle> recent, CancellationToken cancel)
    {
        var count = 0;
        foreach (var cycle in recent)
        {
            await foreach (var response in responses.Responses.RangeAsync(ResponseRecords.Partition(institute, cycle.Id), default, cancel))
            {
                count += response.Value is { Callback: not null, Kind: ParticipantKind.Customer } ? 1 : 0;
            }
        }

        return count;
    }
}
