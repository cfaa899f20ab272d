using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>Which cycles the facts are of.</summary>
internal static class FactWindow
{
    /// <summary>Rolling twelve months of answers, and the longest that a link lives before its answer.</summary>
    private const int LongestLinkWeeks = 13;

    /// <summary>The first week of any cycle that may be needed.</summary>
    public static IsoWeek FirstWeek(DateOnly today) => new(FirstOfRolling(today).Year, 1);

    /// <summary>Weeks in which a cycle may still change. Earlier ones only if the host was off when they should have
    /// been closed.</summary>
    public static IsoWeek FirstOpenWeek(DateOnly today, IEnumerable<CycleSheet> known)
    {
        var usual = IsoWeek.Of(today).Plus(-LongestLinkWeeks - 1);
        return known.Where(s => !s.Final).Select(s => s.Id.Week).Append(usual).Min();
    }

    /// <summary>Of a confidential survey the whole year from its first week on, because its answers are released in
    /// batches that are counted from there (<see cref="Disclosure"/>).</summary>
    public static bool Holds(CycleId cycle, DateOnly today, IEnumerable<Survey> surveys) =>
        cycle.Week >= FirstOfRolling(today)
        || surveys.Any(s => s.Id == cycle.Survey && s.Confidentiality == ConfidentialityMode.Confidential);

    private static IsoWeek FirstOfRolling(DateOnly today) => IsoWeek.Of(today.AddYears(-1)).Plus(-LongestLinkWeeks);
}
