using See360.Core.Results.Slices;

namespace See360.Core.Results.Views;

/// <summary>Whether the mean of a unit's self-images may be shown: a self-image is about one person. Of every unit that is shown, what
/// is left of it without the units below it that are shown too is of nobody, or of five people or more: so neither a unit nor the difference
/// of units is one person's.</summary>
internal static class SelfImageRelease
{
    public const int Least = Released.ReleasedBatches.Least;

    public static bool IsShown(Sliced sliced)
    {
        if (sliced.Slice.Advisor is not null)
        {
            return true;
        }

        var whole = sliced with { Here = sliced.Here with { Advisors = null } };
        var people = SelfImageMeans.Sheets(whole).Select(s => s.Advisor).Distinct().ToList();
        if (people.Count < Least)
        {
            return false;
        }

        return sliced.Slice.Unit is not { } unit || unit == sliced.Chart.Top || Shown(sliced.Chart, people).Contains(unit);
    }

    /// <summary>From the top down; a unit under one that is not shown is not shown either.</summary>
    private static HashSet<string> Shown(OrganisationChart chart, List<string> people)
    {
        var count = new Dictionary<string, int>();
        foreach (var unit in people.Select(p => chart.Employees.GetValueOrDefault(p)?.Unit).OfType<string>())
        {
            foreach (var above in Organisation.UnitTree.Upwards(unit, chart.Units))
            {
                count[above] = count.GetValueOrDefault(above) + 1;
            }
        }

        var shown = new HashSet<string>();
        var left = new Stack<(IEnumerable<string> Units, int People)>();
        left.Push((chart.Preorder.Where(u => chart.ParentOf(u) is null).Select(u => u.Number), people.Count));
        while (left.TryPop(out var level))
        {
            var units = level.Units.Where(u => count.GetValueOrDefault(u) >= Least && !shown.Contains(u)).OrderByDescending(u => count[u]).ThenBy(u => u, StringComparer.Ordinal).ToList();
            while (level.People - units.Sum(u => count[u]) is > 0 and < Least)
            {
                units.RemoveAt(units.Count - 1);
            }

            foreach (var unit in units)
            {
                shown.Add(unit);
                left.Push((chart.ChildrenOf(unit).Select(c => c.Number), count[unit]));
            }
        }

        return shown;
    }
}
