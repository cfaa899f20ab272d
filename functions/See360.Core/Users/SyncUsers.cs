using See360.Core.Institutes;
using See360.Core.Organisation;

namespace See360.Core.Users;

/// <summary>Brings the accounts in line with the list of employees: new ones get an account (without a password),
/// changed ones their roles, leavers lose it. Accounts of people who are not in the list are left alone. Run after
/// every import of employees; running it again changes nothing.</summary>
public sealed class SyncUsers(UserRecords users, OrganisationRecords organisation)
{
    public async Task<SyncedUsers> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var units = await organisation.UnitsAsync(institute, cancel);
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var present = (await users.Users.ListAsync(UserRecords.Partition(institute), cancel: cancel)).ToDictionary(u => u.UserName);
        var (added, changed, deactivated) = (0, 0, 0);
        foreach (var employee in employees.Values)
        {
            var before = present.GetValueOrDefault(employee.UserName);
            var roles = UserRoles.Of(employee, units.GetValueOrDefault(employee.Unit));
            if (ReferenceEquals(Wanted(before, employee, roles), before))
            {
                continue;
            }

            var after = await users.Users.UpdateAsync(
                UserRecords.Partition(institute), UserRecords.Row(employee.UserName), user => Wanted(user, employee, roles), cancel);
            added += before is null ? 1 : 0;
            deactivated += before is { Active: true } && after is { Active: false } ? 1 : 0;
            changed += before is not null && !(before.Active && after is { Active: false }) ? 1 : 0;
        }

        return new SyncedUsers(added, changed, deactivated);
    }

    /// <returns>The same object if nothing is to be changed; null if there is to be no account.</returns>
    private static User? Wanted(User? user, Employee employee, IReadOnlyList<Role> fromList)
    {
        List<Role> roles = employee.Active ? [.. fromList.Union(user?.Granted ?? []).Order()] : [];
        if (roles.Count == 0)
        {
            return DeactivateUser.Deactivated(user);
        }

        if (user is null)
        {
            return new User(employee.UserName, roles, Active: true, SecurityStamps.New());
        }

        return user.Active && user.Roles.Order().SequenceEqual(roles)
            ? user
            : user with { Active = true, Roles = roles, SecurityStamp = SecurityStamps.New() };
    }
}

/// <param name="Changed">Other roles, or active again (with a new activation link, because the password is gone).</param>
public sealed record SyncedUsers(int Added, int Changed, int Deactivated);
