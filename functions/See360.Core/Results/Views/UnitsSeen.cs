using See360.Core.Organisation;
using See360.Core.Results.Slices;

namespace See360.Core.Results.Views;

/// <summary>The tree of units as far as it may be seen.</summary>
internal static class UnitsSeen
{
    /// <summary>Each before those below it.</summary>
    public static IReadOnlyList<SeenUnit> Of(Sliced sliced)
    {
        var (seen, depths) = (new List<SeenUnit>(), new Dictionary<string, int>());
        foreach (var unit in sliced.Chart.Preorder.Where(sliced.Scope.MaySee))
        {
            var parent = UnitTree.Upwards(unit.Number, sliced.Chart.Units).Skip(1).FirstOrDefault(depths.ContainsKey);
            var depth = depths[unit.Number] = parent is null ? 0 : depths[parent] + 1;
            seen.Add(new SeenUnit(unit, parent, depth));
        }

        return seen;
    }
}

/// <param name="Parent">The next unit above it that may be seen.</param>
internal sealed record SeenUnit(Unit Unit, string? Parent, int Depth);
