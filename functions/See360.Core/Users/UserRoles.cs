using See360.Core.Organisation;
using See360.Core.Results.Slices;

namespace See360.Core.Users;

/// <summary>Which roles an employee's record gives.</summary>
public static class UserRoles
{
    private const string Admin = "Admin";
    private const string SalesManagementUnit = "Vertriebsmanagement";

    /// <summary>Advisor: everybody with a specialism, because customers are asked about them. Sales management: the
    /// role Admin, or the unit of that name. Head: who leads a unit by the org chart, or the role Abteilungsleiter or
    /// Vorstand. Nothing for those who have left.</summary>
    /// <param name="units">By number.</param>
    public static IReadOnlyList<Role> Of(Employee employee, IReadOnlyDictionary<string, Unit> units)
    {
        var unit = units.GetValueOrDefault(employee.Unit);
        if (!employee.Active)
        {
            return [];
        }

        var roles = new List<Role>();
        if (!string.IsNullOrWhiteSpace(employee.Specialism))
        {
            roles.Add(Role.Advisor);
        }

        if (employee.Role.Trim().Equals(Admin, StringComparison.OrdinalIgnoreCase)
            || unit?.Name.Trim().Equals(SalesManagementUnit, StringComparison.OrdinalIgnoreCase) == true)
        {
            roles.Add(Role.SalesManagement);
        }

        if (ResultScope.IsHead(employee, units))
        {
            roles.Add(Role.Head);
        }

        return roles;
    }
}
