using System.Globalization;

namespace See360.Core.Results.Segments;

/// <summary>The month of the Monday of a week, written <c>2026-11</c>; the text sorts as time does.</summary>
internal readonly record struct SegmentMonth(int Year, int Month)
{
    /// <summary>The first week of it.</summary>
    public IsoWeek FirstWeek => IsoWeek.Of(new DateOnly(Year, Month, 1).AddDays(6)) is var week && week.Monday.Month == Month ? week : week.Plus(1);

    public SegmentMonth Next => Month == 12 ? new SegmentMonth(Year + 1, 1) : new SegmentMonth(Year, Month + 1);

    public static SegmentMonth Of(IsoWeek week) => new(week.Monday.Year, week.Monday.Month);

    public static IEnumerable<SegmentMonth> Range(SegmentMonth first, SegmentMonth last)
    {
        for (var month = first; (month.Year, month.Month).CompareTo((last.Year, last.Month)) <= 0; month = month.Next)
        {
            yield return month;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");
}
