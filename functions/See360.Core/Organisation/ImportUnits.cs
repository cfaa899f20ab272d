using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Core.Organisation;

/// <summary>Imports departments and branches. Units that the file does not name stay as they are; the tree that results
/// has no unknown parents and no cycles, or nothing is changed.</summary>
public sealed class ImportUnits(OrganisationRecords organisation, OrganisationFile file, ManagementLeft management)
{
    /// <exception cref="BadInput">The file as a whole can't be read.</exception>
    /// <exception cref="RuleBroken">Nobody of sales management would be left.</exception>
    public async Task<OrganisationImport> RunAsync(InstituteId institute, Stream content, bool preview, CancellationToken cancel = default)
    {
        var (rows, faults) = await file.ReadAsync(institute, UnitColumns.Set, UnitColumns.Number, content, cancel);
        var stored = await organisation.UnitsAsync(institute, cancel);
        var wanted = new Dictionary<string, (OrganisationRow Row, Unit Unit)>();
        foreach (var row in rows)
        {
            var unit = new Unit(row[UnitColumns.Number], row[UnitColumns.Name], OrNull(row[UnitColumns.Parent]), OrNull(row[UnitColumns.Head].ToLowerInvariant()));
            var fault = unit.Number.Length == 0 ? OrganisationFaults.NumberMissing
                : unit.Number.Length > 40 ? OrganisationFaults.BadText
                : unit.Name.Length == 0 ? OrganisationFaults.NameMissing
                : !wanted.TryAdd(unit.Number, (row, unit)) ? OrganisationFaults.NumberTwice
                : null;
            if (fault is not null)
            {
                faults.Add(row.Fault(fault));
            }
        }

        var tree = stored.ToDictionary(u => u.Key, u => u.Value.Parent);
        foreach (var (number, (_, unit)) in wanted)
        {
            tree[number] = unit.Parent;
        }

        faults.AddRange(wanted.Values.Select(w => TreeFault(w.Unit, tree) is { } code ? w.Row.Fault(code) : null).OfType<OrganisationFault>());
        var created = wanted.Keys.Count(number => !stored.ContainsKey(number));
        var changed = wanted.Values.Where(w => stored.TryGetValue(w.Unit.Number, out var old) && old != w.Unit).Count();
        if (faults.Count == 0)
        {
            var after = stored.Values.Concat(wanted.Values.Select(w => w.Unit)).GroupBy(u => u.Number).ToDictionary(u => u.Key, u => u.Last());
            await management.CheckAsync(institute, await organisation.EmployeesAsync(institute, cancel), after, cancel);
        }

        var apply = !preview && faults.Count == 0;
        if (apply)
        {
            foreach (var (_, unit) in wanted.Values)
            {
                await organisation.Units.UpdateAsync(
                    OrganisationRecords.Partition(institute), OrganisationRecords.UnitRow(unit.Number), old => old == unit ? old : unit, cancel);
            }
        }

        return new OrganisationImport(
            apply, rows.Count, created, changed, wanted.Count - created - changed, 0, 0, [.. faults.OrderBy(f => f.Line)], []);
    }

    /// <summary>Walks up from the unit; a walk that comes back to it is a cycle. A cycle further up is another unit's fault.</summary>
    private static string? TreeFault(Unit unit, Dictionary<string, string?> tree)
    {
        if (unit.Parent is not null && !tree.ContainsKey(unit.Parent))
        {
            return OrganisationFaults.ParentUnknown;
        }

        var seen = new HashSet<string>();
        for (var up = unit.Parent; up is not null && seen.Add(up); up = tree.GetValueOrDefault(up))
        {
            if (up == unit.Number)
            {
                return OrganisationFaults.ParentCycle;
            }
        }

        return null;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
