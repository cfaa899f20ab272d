using See360.Core.Imports.Judging;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Users;

namespace See360.Core.Organisation;

/// <summary>Imports employees. Photo and consent stay as they are; who is named becomes active again; who is missing
/// becomes inactive only if that is asked for. Taken whole or not at all.</summary>
public sealed class ImportEmployees(
    OrganisationRecords organisation, OrganisationFile file, EmployeeNumbers numbers, ManagementLeft management, SurveyRecords surveys)
{
    /// <param name="deactivateMissing">True if the file is complete: active employees that it does not name have left.</param>
    /// <exception cref="BadInput">The file as a whole can't be read.</exception>
    /// <exception cref="RuleBroken">Nobody of sales management would be left.</exception>
    public async Task<OrganisationImport> RunAsync(
        InstituteId institute, Stream content, bool preview, bool deactivateMissing = false, CancellationToken cancel = default)
    {
        var (rows, faults) = await file.ReadAsync(institute, EmployeeColumns.Set, EmployeeColumns.UserName, content, cancel);
        var stored = await organisation.EmployeesAsync(institute, cancel);
        var units = await organisation.UnitsAsync(institute, cancel);
        var choice = new SurveyChoice(await surveys.AllAsync(institute, cancel));
        var wanted = new Dictionary<string, Employee>();
        var warnings = new List<OrganisationFault>();
        foreach (var row in rows)
        {
            var email = EmailAddresses.Read(row[EmployeeColumns.UserName]);
            var userName = email.Value.ToLowerInvariant();
            var fault = email.Failed ? OrganisationFaults.UserNameMalformed
                : userName.Length == 0 ? OrganisationFaults.UserNameMissing
                : row[EmployeeColumns.LastName].Length == 0 ? OrganisationFaults.NameMissing
                : !units.ContainsKey(row[EmployeeColumns.Unit]) ? OrganisationFaults.UnitUnknown
                : !wanted.TryAdd(userName, Employee(row, userName, stored.GetValueOrDefault(userName))) ? OrganisationFaults.UserNameTwice
                : null;
            if (fault is not null)
            {
                faults.Add(row.Fault(fault));
            }
            else if (!choice.Knows(row[EmployeeColumns.Specialism]))
            {
                warnings.Add(row.Warning(
                    OrganisationFaults.SpecialismUnknown,
                    OrganisationFaults.UnknownSpecialism(row[EmployeeColumns.Specialism], choice.Specialisms())));
            }
        }

        var missing = stored.Values.Where(e => e.Active && !wanted.ContainsKey(e.UserName)).ToList();
        var created = wanted.Keys.Count(name => !stored.ContainsKey(name));
        var changed = wanted.Values.Count(e => stored.TryGetValue(e.UserName, out var old) && old != e);
        if (faults.Count == 0)
        {
            await management.CheckAsync(institute, After(stored, wanted, deactivateMissing), units, cancel);
        }

        var apply = !preview && faults.Count == 0;
        if (apply)
        {
            var last = stored.Values.Select(e => e.Number).DefaultIfEmpty(0).Max();
            await ApplyAsync(institute, wanted.Values, last, deactivateMissing ? missing : [], cancel);
        }

        return new OrganisationImport(
            apply, rows.Count, created, changed, wanted.Count - created - changed, missing.Count,
            deactivateMissing ? missing.Count : 0, [.. faults.OrderBy(f => f.Line)], warnings);
    }

    private static Dictionary<string, Employee> After(Dictionary<string, Employee> stored, Dictionary<string, Employee> wanted, bool complete)
    {
        var after = stored.ToDictionary(e => e.Key, e => complete ? e.Value with { Active = false } : e.Value);
        foreach (var (userName, employee) in wanted)
        {
            after[userName] = employee;
        }

        return after;
    }

    /// <summary>Number 0 is one that is still to be given.</summary>
    private static Employee Employee(OrganisationRow row, string userName, Employee? old) => new(
        userName,
        old?.Number ?? 0,
        Words.SalutationOf(row[EmployeeColumns.Salutation]) ?? Salutation.None,
        row[EmployeeColumns.Title],
        row[EmployeeColumns.FirstName],
        row[EmployeeColumns.LastName],
        row[EmployeeColumns.Function],
        row[EmployeeColumns.Unit],
        row[EmployeeColumns.Phone],
        row[EmployeeColumns.Specialism],
        old?.Photo,
        old?.PhotoConsentAt,
        Active: true,
        row[EmployeeColumns.Role]);

    private async Task ApplyAsync(InstituteId institute, IEnumerable<Employee> wanted, int last, IReadOnlyList<Employee> missing, CancellationToken cancel)
    {
        var partition = OrganisationRecords.Partition(institute);
        foreach (var employee in wanted)
        {
            var number = employee.Number;
            if (number == 0)
            {
                last = number = await numbers.NextAsync(institute, employee.UserName, last, cancel);
            }

            await organisation.Employees.UpdateAsync(partition, OrganisationRecords.EmployeeRow(employee.UserName), old =>
            {
                var wish = employee with { Number = old?.Number ?? number, Photo = old?.Photo, PhotoConsentAt = old?.PhotoConsentAt };
                return old == wish ? old : wish;
            }, cancel);
        }

        foreach (var employee in missing)
        {
            await organisation.Employees.UpdateAsync(
                partition, OrganisationRecords.EmployeeRow(employee.UserName), old => old is { Active: true } ? old with { Active = false } : old, cancel);
        }
    }
}
