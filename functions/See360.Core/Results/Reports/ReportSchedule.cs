using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Core.Users;

namespace See360.Core.Results.Reports;

public enum ReportRhythm
{
    /// <summary>Nobody gets it.</summary>
    Never,

    /// <summary>At the institute's start of the week, over the last four weeks.</summary>
    Weekly,

    /// <summary>On the first day of the month at the same hour, over the month before.</summary>
    Monthly,
}

/// <summary>Who gets the *Managementreport* by mail, and how often.</summary>
/// <param name="Roles">Of <see cref="SaveReportSchedule.Recipients"/>.</param>
/// <param name="By">User name of who has decided so.</param>
/// <param name="At">What was due before is not made up for.</param>
public sealed record ReportSchedule(ReportRhythm Rhythm, IReadOnlyList<Role> Roles, string By, DateTimeOffset At)
{
    public static ReportSchedule None { get; } = new(ReportRhythm.Never, [], "", default);
}

public enum ReportSendState
{
    /// <summary>Somebody is sending it, or has died over it.</summary>
    Claimed,
    Sent,

    /// <summary>The carrier did not take it yet.</summary>
    Deferred,

    /// <summary>It was given up.</summary>
    Failed,
}

/// <summary>The latest report to one person.</summary>
/// <param name="Occasion">Which one it is: a week (<c>2026-W47</c>) or a month (<c>2026-11</c>).</param>
/// <param name="FirstAt">When it was tried for the first time.</param>
/// <param name="NextTryAt">Not before; null once nothing is tried any more.</param>
/// <param name="Detail">What the carrier said.</param>
public sealed record ReportSend(
    string Occasion, string MailId, ReportSendState State, DateTimeOffset FirstAt, DateTimeOffset? NextTryAt, DateTimeOffset? DoneAt = null, string Detail = "");

public sealed class ReportRecords(IRecordStore store)
{
    public const string Present = "present";

    /// <summary>Partition: institute; row: <c>present</c>.</summary>
    public Table<ReportSchedule> Schedules { get; } = new(store, "reportSchedules");

    /// <summary>Partition: institute; row: user name (encoded). One record a person: the next report replaces the last.</summary>
    public Table<ReportSend> Sends { get; } = new(store, "reportSends");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string Row(string userName) => RecordKey.Encode(userName);

    public async Task<ReportSchedule> ScheduleAsync(InstituteId institute, CancellationToken cancel = default) =>
        (await Schedules.ReadAsync(Partition(institute), Present, cancel))?.Value ?? ReportSchedule.None;
}
