using See360.Core.Institutes;

namespace See360.Core.Retention;

/// <summary>Days as instants.</summary>
public static class RetentionCalendar
{
    /// <summary>The instant at which a day begins in the institute's zone; where the clocks skip midnight, the first there is.</summary>
    public static DateTimeOffset Midnight(Institute bank, DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(bank.TimeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
