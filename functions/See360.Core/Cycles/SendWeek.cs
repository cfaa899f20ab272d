using See360.Core.Institutes;

namespace See360.Core.Cycles;

/// <summary>When an institute's week starts: its weekday and hour in its own zone.</summary>
public static class SendWeek
{
    /// <summary>The instant of the automatic start in a week. An hour that the clock change skips becomes the next one.</summary>
    public static DateTimeOffset StartOf(Institute institute, IsoWeek week)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(institute.TimeZone);
        var days = ((int)institute.SendDay + 6) % 7; // Monday is 0 in ISO 8601, Sunday is 0 in .NET.
        var local = week.Monday.AddDays(days).ToDateTime(institute.SendAt);
        if (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last start that is not in the future.</summary>
    public static (IsoWeek Week, DateTimeOffset At) LastStart(Institute institute, DateTimeOffset now)
    {
        var week = IsoWeek.Of(now, institute.TimeZone);
        var at = StartOf(institute, week);
        return at <= now ? (week, at) : (week.Plus(-1), StartOf(institute, week.Plus(-1)));
    }

    public static DateTimeOffset NextStart(Institute institute, DateTimeOffset now) =>
        StartOf(institute, LastStart(institute, now).Week.Plus(1));
}
