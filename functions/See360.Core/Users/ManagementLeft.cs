using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>Refuses master data after which nobody of sales management could sign in any more: who leaves, changes the
/// unit or the role loses the account by an import, and the last one could not undo it.</summary>
public sealed class ManagementLeft(UserRecords users)
{
    public static bool CanManage(User? user) =>
        user is { MaySignIn: true, PasswordHash: not null } && user.Roles.Contains(Role.SalesManagement);

    /// <param name="employees">As they would be, by user name.</param>
    /// <param name="units">As they would be, by number.</param>
    /// <exception cref="RuleBroken">Somebody can manage now, and nobody could then.</exception>
    public async Task CheckAsync(
        InstituteId institute, IReadOnlyDictionary<string, Employee> employees, IReadOnlyDictionary<string, Unit> units, CancellationToken cancel = default)
    {
        var managers = (await users.Users.ListAsync(UserRecords.Partition(institute), cancel: cancel))
            .Where(CanManage)
            .ToList();
        if (managers.Count > 0 && !managers.Exists(Stays))
        {
            throw new RuleBroken("last-sales-management", new LocalizedText(
                "Nach diesem Import könnte sich niemand aus dem Vertriebsmanagement mehr anmelden. Bitte prüfen Sie Abteilung und Rolle der Personen in der Datei. Geht die einzige Person, importieren Sie zuerst die Nachfolge und warten, bis diese ihr Passwort festgelegt hat.",
                "After this import nobody of sales management could sign in any more. Please check unit and role of the people in the file. If the only person leaves, import the successor first and wait until a password has been chosen."));
        }

        // An account outside the list of employees is left alone by imports.
        bool Stays(User user) => !employees.TryGetValue(user.UserName, out var employee)
            || (employee.Active && (user.Granted?.Contains(Role.SalesManagement) == true
                || UserRoles.Of(employee, units).Contains(Role.SalesManagement)));
    }
}
