using See360.Core.Institutes;
using See360.Core.Results.Slices;
using See360.Core.Users;

namespace See360.Core.Results.Reports;

/// <summary>What is decided, when the next report leaves, and how the latest went.</summary>
public sealed class ShowReportSchedule(InstituteRecords institutes, ReportRecords records, UserRecords users, OrganisationCharts charts, TimeProvider clock)
{
    public async Task<ReportScheduleView> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await institutes.GetAsync(institute, cancel);
        var schedule = await records.ScheduleAsync(institute, cancel);
        var people = await users.Users.ListAsync(UserRecords.Partition(institute), cancel: cancel);
        var sends = await records.Sends.ListAsync(ReportRecords.Partition(institute), cancel: cancel);
        var latest = sends.GroupBy(s => s.Occasion).MaxBy(o => o.Max(s => s.FirstAt));
        return new ReportScheduleView(
            schedule.Rhythm,
            schedule.Roles,
            schedule.By.Length > 0 ? schedule.By : null,
            schedule.By.Length > 0 ? schedule.At : null,
            ReportRecipients.Of(schedule, people, await charts.ReadAsync(institute, cancel)).Count(),
            ReportOccasion.Next(bank, schedule.Rhythm, clock.GetUtcNow())?.At,
            latest is null ? null : new LatestReport(
                latest.Min(s => s.FirstAt), latest.Count(s => s.State == ReportSendState.Sent),
                latest.Count(s => s.State is ReportSendState.Deferred or ReportSendState.Claimed), latest.Count(s => s.State == ReportSendState.Failed)));
    }
}

/// <param name="By">User name; null: nobody has decided yet.</param>
/// <param name="Recipients">Persons who would get it now.</param>
/// <param name="Next">Null: never.</param>
public sealed record ReportScheduleView(
    ReportRhythm Rhythm, IReadOnlyList<Role> Roles, string? By, DateTimeOffset? At, int Recipients, DateTimeOffset? Next, LatestReport? Latest);

/// <param name="Waiting">To be tried again.</param>
public sealed record LatestReport(DateTimeOffset At, int Sent, int Waiting, int Failed);
