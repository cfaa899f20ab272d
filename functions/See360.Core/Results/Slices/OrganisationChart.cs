using See360.Core.Institutes;
using See360.Core.Organisation;

namespace See360.Core.Results.Slices;

/// <summary>An institute with its units and people at one moment: what results need to know of them. Never changes.</summary>
public sealed class OrganisationChart
{
    private readonly Dictionary<string, List<Unit>> _children;

    /// <param name="version">Another text when anything in it is another.</param>
    public OrganisationChart(
        Institute institute, IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, Employee> employees, string version)
    {
        (Institute, Units, Employees, Version) = (institute, units, employees, version);
        _children = units.Values.Where(HasParent).GroupBy(u => u.Parent!).ToDictionary(g => g.Key, Sorted);
        Walk();
    }

    public Institute Institute { get; }

    public IReadOnlyDictionary<string, Unit> Units { get; }

    /// <summary>By user name; leavers too.</summary>
    public IReadOnlyDictionary<string, Employee> Employees { get; }

    public string Version { get; }

    /// <summary>Every unit once, each before those below it.</summary>
    public IReadOnlyList<Unit> Preorder { get; private set; } = [];

    /// <summary>The one unit at the top, which is the institute itself; null if there are several or none.</summary>
    public string? Top { get; private set; }

    /// <summary>Numbers of the unit and of all below it.</summary>
    public IReadOnlySet<string> Subtree(string unit)
    {
        var found = new HashSet<string>();
        var left = new Stack<string>([unit]);
        while (left.TryPop(out var at))
        {
            foreach (var child in found.Add(at) ? ChildrenOf(at) : [])
            {
                left.Push(child.Number);
            }
        }

        return found;
    }

    public IReadOnlyList<Unit> ChildrenOf(string unit) => _children.GetValueOrDefault(unit) ?? [];

    /// <summary>Null for what stands at the top.</summary>
    public string? ParentOf(Unit unit) => HasParent(unit) ? unit.Parent : null;

    private bool HasParent(Unit unit) => unit.Parent is { } parent && parent != unit.Number && Units.ContainsKey(parent);

    private static List<Unit> Sorted(IEnumerable<Unit> units) => [.. units.OrderBy(u => u.Number, StringComparer.Ordinal)];

    /// <summary>Imports refuse circles; two at once could still make one, and its units shall not be lost.</summary>
    private void Walk()
    {
        var (order, seen) = (new List<Unit>(), new HashSet<string>());
        var roots = Sorted(Units.Values.Where(u => !HasParent(u)));
        Top = roots is [var only] ? only.Number : null;
        foreach (var root in roots.Concat(Sorted(Units.Values)))
        {
            var left = new Stack<Unit>([root]);
            while (left.TryPop(out var unit))
            {
                if (seen.Add(unit.Number))
                {
                    order.Add(unit);
                    foreach (var child in ChildrenOf(unit.Number).Reverse())
                    {
                        left.Push(child);
                    }
                }
            }
        }

        Preorder = order;
    }
}
