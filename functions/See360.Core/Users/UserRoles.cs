using See360.Core.Organisation;

namespace See360.Core.Users;

/// <summary>Which roles an employee's record gives.</summary>
public static class UserRoles
{
    private const string Admin = "Admin";
    private const string SalesManagementUnit = "Vertriebsmanagement";

    /// <summary>Advisor: everybody with a specialism, because customers are asked about them. Sales management: the
    /// role Admin, or the unit of that name. Nothing for those who have left.</summary>
    /// <param name="unit">The employee's unit, or null if it is unknown.</param>
    public static IReadOnlyList<Role> Of(Employee employee, Unit? unit)
    {
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

        return roles;
    }
}
