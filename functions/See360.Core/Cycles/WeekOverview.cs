using See360.Core.Callbacks;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Cycles;

/// <summary>What the cycles say of this week.</summary>
/// <param name="AutomaticAt">The next automatic start; null if only persons send.</param>
/// <param name="Running">Null if no mails are leaving.</param>
/// <param name="Callbacks">Customers who wish for a call and are still to be called.</param>
/// <param name="Paused">Cycles that bounces have stopped.</param>
/// <param name="Deferred">Mails that are tried again, of whichever week and kind.</param>
/// <param name="PauseReason">Code of <see cref="SendReasonTexts"/> as long as any cycle is paused, whether or not its invitations have all left.</param>
public sealed record WeekOverviewResult(
    IsoWeek Week, DateTimeOffset? AutomaticAt, SendableCount Sendable, SendProgress? Running, SentThisWeek Sent, int Callbacks, int Undeliverable, int Paused,
    IReadOnlyList<DeferredMails> Deferred, string? PauseReason = null);

/// <param name="Queued">Mails in all, those that have left or are tried again included.</param>
/// <param name="Failed">Not sent for good.</param>
public sealed record SendProgress(int Queued, int Sent, int Failed, DateTimeOffset StartedAt);

public sealed record SentThisWeek(int Invitations, int SelfImages, int Reminders, DateTimeOffset? LastAt);

/// <summary>This week on one screen, as far as sending is concerned.</summary>
public sealed class WeekOverview(
    InstituteRecords institutes, CycleRecords cycles, ParticipantRecords participants, CallbackRecords callbacks, Sendable sendable, TimeProvider clock)
{
    /// <summary>How far back mails are counted.</summary>
    private const int WeeksBack = 5;

    public async Task<WeekOverviewResult> ReadAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var now = clock.GetUtcNow();
        var week = IsoWeek.Of(now, bank.TimeZone);
        var open = new List<Cycle>();
        await foreach (var cycle in cycles.SinceAsync(institute, week.Plus(-CycleRecords.WeeksOpen), cancel))
        {
            open.Add(cycle.Value);
        }

        var paused = open.Where(c => c.PausedAt is not null).ToList();
        var recent = open.Where(c => c.Id.Week.CompareTo(week.Plus(-WeeksBack)) >= 0).ToList();

        var ledgers = new Dictionary<CycleId, List<Send>>();
        foreach (var cycle in recent.Where(c => c.ClosedAt is null))
        {
            ledgers[cycle.Id] = await cycles.Sends.ListAsync(CycleRecords.SendPartition(institute, cycle.Id), cancel: cancel);
        }

        var sends = ledgers.Values.SelectMany(ledger => ledger).ToList();

        return new WeekOverviewResult(
            week,
            bank.SendsAutomatically ? SendWeek.NextStart(bank, now) : null,
            await sendable.CountAsync(institute, cancel),
            await RunningAsync(institute, recent, ledgers, cancel),
            SentSince(sends, Monday(bank, week)),
            (await callbacks.OfAYearAsync(institute, now, cancel)).Count(c => c.Done is null),
            sends.Count(s => s.BouncedAt >= Monday(bank, week)),
            paused.Count,
            await DeferredAsync(bank, recent, ledgers, now, cancel),
            paused.Count == 0 ? null : paused[0].PauseReason ?? BounceRule.Reason);
    }

    /// <summary>A newsletter is put off in a ledger of its own, no longer than four days, and no pause holds it up.</summary>
    private async Task<IReadOnlyList<DeferredMails>> DeferredAsync(
        Institute bank, List<Cycle> recent, Dictionary<CycleId, List<Send>> ledgers, DateTimeOffset now, CancellationToken cancel)
    {
        var sends = recent.Where(c => ledgers.ContainsKey(c.Id))
            .SelectMany(c => ledgers[c.Id].Select(send => (send, IsPaused: c.PausedAt is not null))).ToList();
        if (recent.Any(c => c.NewsletterRetryAt is not null))
        {
            var last = SendWeek.LastStart(bank, now).Week;
            foreach (var week in new[] { last.Plus(-1), last })
            {
                var newsletters = await cycles.Sends.ListAsync(CycleRecords.NewsletterPartition(bank.Id, week), cancel: cancel);
                sends.AddRange(newsletters.Select(send => (send, false)));
            }
        }

        return DeferredMails.Of(sends);
    }

    private static DateTimeOffset Monday(Institute bank, IsoWeek week)
    {
        var local = week.Monday.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(bank.TimeZone).GetUtcOffset(local)).ToUniversalTime();
    }

    private static SentThisWeek SentSince(List<Send> sends, DateTimeOffset since)
    {
        var sent = sends.Where(s => IsSent(s) && s.DoneAt >= since).ToList();
        return new SentThisWeek(
            sent.Count(s => s.Kind == SendKind.Invitation),
            sent.Count(s => s.Kind == SendKind.SelfImage),
            sent.Count(s => s.Kind is SendKind.Reminder1 or SendKind.Reminder2 or SendKind.Reminder3),
            sent.Max(s => s.DoneAt));
    }

    /// <summary>Counted in the ledger, as what was sent this week is: the cycles count after each unit of work only.</summary>
    private async Task<SendProgress?> RunningAsync(
        InstituteId institute, List<Cycle> recent, Dictionary<CycleId, List<Send>> ledgers, CancellationToken cancel)
    {
        var inviting = recent.Where(c => c.ClosedAt is null && c.Waves[^1].InvitedAt is null).ToList();
        if (inviting.Count == 0)
        {
            return null;
        }

        var (sent, failed, deferred, waiting) = (0, 0, 0, 0);
        foreach (var cycle in inviting)
        {
            var wave = ledgers[cycle.Id].Where(s => s.Kind == SendKind.Invitation && s.Wave == cycle.Waves[^1].Number).ToList();
            sent += wave.Count(IsSent);
            failed += wave.Count(HasFailed);
            deferred += wave.Count(IsDeferred);

            // A place is given up a moment after its mail was sent.
            var done = wave.Where(s => IsSent(s) || HasFailed(s) || IsDeferred(s)).Select(s => s.Participant).ToHashSet();
            waiting += (await participants.Waiting.ListAsync(ParticipantRecords.WaitingPartition(institute, cycle.Id.Survey), cancel: cancel))
                .Count(place => !done.Contains(place.Participant));
        }

        return new SendProgress(sent + failed + deferred + waiting, sent, failed, inviting.Min(c => c.Waves[^1].StartedAt));
    }

    private static bool IsSent(Send send) => send.State == SendState.Sent;

    private static bool HasFailed(Send send) => send.State == SendState.Failed;

    private static bool IsDeferred(Send send) => send.State == SendState.Deferred;
}
