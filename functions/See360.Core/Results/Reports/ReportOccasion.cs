using System.Globalization;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Results.Slices;

namespace See360.Core.Results.Reports;

/// <summary>A report that is due.</summary>
/// <param name="Key">A week (<c>2026-W47</c>) or a month (<c>2026-11</c>): the one in which it is sent.</param>
/// <param name="Period">What it is about, as in an address.</param>
public sealed record ReportOccasion(string Key, DateTimeOffset At, string Period)
{
    /// <summary>The latest that is not in the future.</summary>
    public static ReportOccasion? Last(Institute bank, ReportRhythm rhythm, DateTimeOffset now) => rhythm switch
    {
        ReportRhythm.Weekly => Of(SendWeek.LastStart(bank, now)),
        ReportRhythm.Monthly => Month(bank, now) is var month && month.At <= now ? month : Month(bank, now, back: 1),
        _ => null,
    };

    /// <summary>The first after now.</summary>
    public static ReportOccasion? Next(Institute bank, ReportRhythm rhythm, DateTimeOffset now) => rhythm switch
    {
        ReportRhythm.Weekly => Of((SendWeek.LastStart(bank, now).Week.Plus(1), SendWeek.NextStart(bank, now))),
        ReportRhythm.Monthly => Month(bank, now) is var month && month.At > now ? month : Month(bank, now, back: -1),
        _ => null,
    };

    /// <summary>The slice that a reader sees: that of a head is his unit.</summary>
    public Slice Slice(string? unit) => Slices.Slice.Parse(new SliceParameters(Period: Period, Unit: unit, Compare: "previous"));

    private static ReportOccasion Of((IsoWeek Week, DateTimeOffset At) week) => new(week.Week.ToString(), week.At, "4w");

    private static ReportOccasion Month(Institute bank, DateTimeOffset now, int back = 0)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(bank.TimeZone);
        var today = ResultPeriod.Day(now, zone);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-back);
        var local = first.ToDateTime(bank.SendAt);
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var period = string.Create(CultureInfo.InvariantCulture, $"{first.AddMonths(-1):yyyy-MM-dd}..{first.AddDays(-1):yyyy-MM-dd}");
        return new ReportOccasion(
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture), new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), period);
    }
}
