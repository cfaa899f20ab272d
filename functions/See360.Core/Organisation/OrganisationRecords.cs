using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Organisation;

/// <summary>Units and employees. Both partitions are small (thousands at most) and are read whole by imports and cycles.</summary>
public sealed class OrganisationRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: unit number (encoded).</summary>
    public Table<Unit> Units { get; } = new(store, "units");

    /// <summary>Partition: institute; row: user name (encoded).</summary>
    public Table<Employee> Employees { get; } = new(store, "employees");

    /// <summary>Which employee numbers have been given. Partition: institute; row: number (D7). Only inserted into.</summary>
    public Table<EmployeeNumber> Numbers { get; } = new(store, "employeeNumbers");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string UnitRow(string number) => RecordKey.Encode(number);

    public static string EmployeeRow(string userName) => RecordKey.Encode(userName);

    public async Task<Employee?> EmployeeAsync(InstituteId institute, string userName, CancellationToken cancel = default) =>
        (await Employees.ReadAsync(Partition(institute), EmployeeRow(userName), cancel))?.Value;

    /// <summary>All employees by user name.</summary>
    public async Task<Dictionary<string, Employee>> EmployeesAsync(InstituteId institute, CancellationToken cancel = default) =>
        (await Employees.ListAsync(Partition(institute), cancel: cancel)).ToDictionary(e => e.UserName);

    /// <summary>All units by number.</summary>
    public async Task<Dictionary<string, Unit>> UnitsAsync(InstituteId institute, CancellationToken cancel = default) =>
        (await Units.ListAsync(Partition(institute), cancel: cancel)).ToDictionary(u => u.Number);
}
