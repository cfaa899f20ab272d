namespace See360.Core.Organisation;

/// <summary>Walks in the tree of units. Imports refuse cycles; two at once could still make one, so no walk trusts that
/// there is none.</summary>
public static class UnitTree
{
    /// <summary>The unit itself and every one above it.</summary>
    public static IEnumerable<string> Upwards(string number, IReadOnlyDictionary<string, Unit> units)
    {
        var seen = new HashSet<string>();
        for (var at = number; at is not null && seen.Add(at) && units.TryGetValue(at, out var unit); at = unit.Parent)
        {
            yield return at;
        }
    }
}
