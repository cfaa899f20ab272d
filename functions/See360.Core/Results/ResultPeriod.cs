namespace See360.Core.Results;

/// <summary>The days that figures are from, in the institute's zone, both included.</summary>
/// <param name="Start">The first instant of the first day.</param>
/// <param name="End">The first instant after the last day.</param>
public sealed record ResultPeriod(DateOnly From, DateOnly To, DateTimeOffset Start, DateTimeOffset End)
{
    public bool Holds(DateTimeOffset instant) => instant >= Start && instant < End;

    /// <summary>Rolling twelve months: 10 November 2025 to 9 November 2026.</summary>
    public static ResultPeriod RollingYear(DateOnly today, TimeZoneInfo zone)
    {
        var from = today.AddYears(-1).AddDays(1);
        return new ResultPeriod(from, today, Midnight(from, zone), Midnight(today.AddDays(1), zone));
    }

    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
