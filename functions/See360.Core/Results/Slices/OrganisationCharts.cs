using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Organisation;

namespace See360.Core.Results.Slices;

/// <summary>The charts of the institutes that are being looked at, a few seconds old at most: pages ask every other second.</summary>
public sealed class OrganisationCharts(InstituteRecords institutes, OrganisationRecords organisation, TimeProvider clock)
{
    public static readonly TimeSpan RereadAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<InstituteId, (OrganisationChart Chart, DateTimeOffset At)> _known = new();

    /// <exception cref="InvalidOperationException">There is no such institute.</exception>
    public async Task<OrganisationChart> ReadAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(institute, out var known) && now - known.At < RereadAfter && now >= known.At)
        {
            return known.Chart;
        }

        var bank = await institutes.Institutes.ReadAsync(InstituteRecords.Partition, institute.ToString(), cancel)
            ?? throw new InvalidOperationException("The institute is gone.");
        var mark = Mark.Of("institute", bank.Row, bank.Version);
        var partition = OrganisationRecords.Partition(institute);
        var units = new Dictionary<string, Unit>();
        await foreach (var unit in organisation.Units.RangeAsync(partition, cancel: cancel))
        {
            units[unit.Value.Number] = unit.Value;
            mark += Mark.Of("unit", unit.Row, unit.Version);
        }

        var employees = new Dictionary<string, Employee>();
        await foreach (var employee in organisation.Employees.RangeAsync(partition, cancel: cancel))
        {
            employees[employee.Value.UserName] = employee.Value;
            mark += Mark.Of("employee", employee.Row, employee.Version);
        }

        var version = Mark.Text([mark]);
        var chart = known.Chart?.Version == version ? known.Chart : new OrganisationChart(bank.Value, units, employees, version);
        _known[institute] = (chart, now);
        Forget(now);
        return chart;
    }

    /// <summary>Institutes that nobody looks at give their memory back.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (id, known) in _known)
        {
            if (now - known.At > TimeSpan.FromHours(1))
            {
                _known.TryRemove(id, out _);
            }
        }
    }
}
