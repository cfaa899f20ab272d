using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Results.Slices;

/// <summary>Who asks for results; always the one who is signed in.</summary>
public sealed record ResultReader(InstituteId Institute, string UserName, IReadOnlyCollection<Role> Roles, Language Language);

/// <summary>
/// Whose results somebody may see. The sum of the institute: everybody who may see results at all. Sales management: the sum of every
/// unit. A head: of the units that he heads and of all below; a member of the board: of every unit. An advisor: himself, and the sum of
/// his own unit. Nobody sees another employee. Comments are shown with less: <see cref="MayReadComments"/>.
/// </summary>
public sealed class ResultScope
{
    public const string HeadOfUnit = "Abteilungsleiter";
    public const string Board = "Vorstand";

    private readonly HashSet<string> _units = [];
    private readonly HashSet<string> _comments = [];
    private readonly bool _whole;

    private ResultScope(ResultReader reader, OrganisationChart chart)
    {
        var employee = chart.Employees.GetValueOrDefault(reader.UserName);
        var head = reader.Roles.Contains(Role.Head);
        _whole = reader.Roles.Contains(Role.SalesManagement) || (head && employee is { Active: true } && Is(employee, Board));
        Own = reader.Roles.Contains(Role.Advisor) ? reader.UserName : null;
        MayExport = head || reader.Roles.Contains(Role.SalesManagement);
        if (_whole)
        {
            _units.UnionWith(chart.Units.Keys);
            _comments.UnionWith(chart.Units.Keys);
        }

        if (head)
        {
            foreach (var unit in Headed(reader.UserName, employee, chart.Units))
            {
                _comments.UnionWith(chart.Subtree(unit));
            }

            _units.UnionWith(_comments);
        }

        if (Own is not null && employee is not null && chart.Units.ContainsKey(employee.Unit))
        {
            _units.Add(employee.Unit);
        }

        if (chart.Top is { } top)
        {
            _units.Add(top);
        }
    }

    /// <summary>The advisor that he is himself; null: he is none.</summary>
    public string? Own { get; }

    /// <summary>May see the sums of units that he answers for, and take them along.</summary>
    public bool MayExport { get; }

    /// <summary>Whose comments he reads besides his own.</summary>
    public CommentScope Comments => _whole ? CommentScope.Institute : _comments.Count > 0 ? CommentScope.Units : CommentScope.None;

    public static ResultScope Of(ResultReader reader, OrganisationChart chart) => new(reader, chart);

    public bool MaySee(Unit unit) => _units.Contains(unit.Number);

    public bool MaySeeAdvisor(string userName) => userName == Own;

    /// <param name="unit">As the answer sheet says; empty: belongs to the institute.</param>
    /// <param name="advisor">As the answer sheet says.</param>
    public bool MayReadComments(string unit, string advisor) => _whole || _comments.Contains(unit) || (Own is not null && advisor == Own);

    /// <summary>Another text when he may see something else.</summary>
    public override string ToString() =>
        $"{_whole}|{Own}|{string.Join(',', _units.Order(StringComparer.Ordinal))}|{string.Join(',', _comments.Order(StringComparer.Ordinal))}";

    /// <summary>Whether the list of employees or the org chart says that somebody leads a unit, or the bank.</summary>
    public static bool IsHead(Employee employee, IReadOnlyDictionary<string, Unit> units) =>
        employee.Active && (Is(employee, Board) || Is(employee, HeadOfUnit) || Headed(employee.UserName, employee, units).Any());

    /// <summary>Units that he leads by the org chart, and his own if the list of employees says that he leads it.</summary>
    internal static IEnumerable<string> Headed(string userName, Employee? employee, IReadOnlyDictionary<string, Unit> units)
    {
        foreach (var unit in units.Values.Where(u => string.Equals(u.Head, userName, StringComparison.Ordinal)))
        {
            yield return unit.Number;
        }

        if (employee is { Active: true } && Is(employee, HeadOfUnit) && units.ContainsKey(employee.Unit))
        {
            yield return employee.Unit;
        }
    }

    private static bool Is(Employee employee, string role) => employee.Role.Trim().Equals(role, StringComparison.OrdinalIgnoreCase);
}

public enum CommentScope
{
    None,
    Units,
    Institute,
}
