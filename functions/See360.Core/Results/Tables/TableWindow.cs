using See360.Core.Retention;

namespace See360.Core.Results.Tables;

/// <summary>Which cycles a table is of.</summary>
internal static class TableWindow
{
    private const int Years = 5;

    /// <summary>The longest that a link lives before its answer.</summary>
    private const int LongestLinkWeeks = 13;

    /// <summary>The beginning of a year: confidential answers are released in batches that are counted from a point that seldom moves.</summary>
    public static IsoWeek FirstWeek(DateOnly today) => new(IsoWeek.Of(today.AddYears(-Years)).Year, 1);

    /// <summary>The first ISO year that began so late that none of its answers is due for deletion yet.</summary>
    public static int FirstWholeYear(DateOnly today, RetentionPeriods periods)
    {
        var year = FirstWeek(today).Year;
        while (RetentionRules.AnswerDueOn(new IsoWeek(year, 1).Monday, periods) <= today)
        {
            year++;
        }

        return year;
    }

    /// <summary>Weeks in which a cycle may still change. Earlier ones only if the host was off when they should have been closed.</summary>
    public static IsoWeek FirstOpenWeek(DateOnly today, IEnumerable<CycleFacts> known)
    {
        var usual = IsoWeek.Of(today).Plus(-LongestLinkWeeks - 1);
        return known.Where(c => !c.Final).Select(c => c.Id.Week).Append(usual).Min();
    }
}
