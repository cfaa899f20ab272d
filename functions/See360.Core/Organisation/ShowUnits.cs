using See360.Core.Institutes;

namespace See360.Core.Organisation;

/// <summary>The org chart: every unit with the people in it, and in it and all units below. Reads both partitions whole.</summary>
public sealed class ShowUnits(OrganisationRecords organisation)
{
    /// <returns>In the order of their numbers; the tree is in <see cref="UnitLine.Parent"/>.</returns>
    public async Task<IReadOnlyList<UnitLine>> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var units = await organisation.UnitsAsync(institute, cancel);
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var own = employees.Values.Where(e => e.Active).CountBy(e => e.Unit).ToDictionary();
        var below = new Dictionary<string, int>();
        foreach (var (number, count) in own)
        {
            foreach (var unit in UnitTree.Upwards(number, units))
            {
                below[unit] = below.GetValueOrDefault(unit) + count;
            }
        }

        return
        [
            .. units.Values.OrderBy(u => u.Number, StringComparer.Ordinal).Select(u => new UnitLine(
                u.Number, u.Name, units.ContainsKey(u.Parent ?? "") ? u.Parent : null,
                u.Head is null ? "" : employees.GetValueOrDefault(u.Head)?.FullName ?? u.Head,
                own.GetValueOrDefault(u.Number), below.GetValueOrDefault(u.Number))),
        ];
    }
}

/// <param name="Parent">Null for what stands at the top.</param>
/// <param name="HeadName">Who leads it; empty if nobody is named.</param>
/// <param name="People">Active employees of the unit itself.</param>
/// <param name="PeopleBelow">Active employees of the unit and of every unit below it.</param>
public sealed record UnitLine(string Number, string Name, string? Parent, string HeadName, int People, int PeopleBelow);
