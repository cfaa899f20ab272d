using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using See360.Core.Storage;

namespace See360.Core;

/// <summary>A week of ISO 8601, written <c>2026-W46</c>; the text sorts as time does.</summary>
public readonly record struct IsoWeek(int Year, int Week) : ITypedId<IsoWeek>, IComparable<IsoWeek>
{
    public DateOnly Monday => ISOWeek.ToDateOnly(Year, Week, DayOfWeek.Monday);

    public static IsoWeek Of(DateOnly date)
    {
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        return new IsoWeek(ISOWeek.GetYear(noon), ISOWeek.GetWeekOfYear(noon));
    }

    /// <summary>The week that an instant falls into in the institute's zone.</summary>
    public static IsoWeek Of(DateTimeOffset instant, string timeZone) =>
        Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime));

    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    public static bool TryParse([NotNullWhen(true)] string? text, out IsoWeek id)
    {
        id = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year < 2000 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        id = new IsoWeek(year, week);
        return true;
    }

    public static IsoWeek Parse(string text) => TryParse(text, out var week) ? week : throw new FormatException("Not an ISO week.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Week:D2}");

    public int CompareTo(IsoWeek other) => (Year, Week).CompareTo((other.Year, other.Week));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;
}
