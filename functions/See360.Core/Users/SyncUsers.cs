using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>Brings the accounts in line with the list of employees: new ones get an account (without a password),
/// changed ones their roles, leavers lose it. Accounts of people who are not in the list are left alone. Run after
/// every import of employees; running it again changes nothing.</summary>
public sealed class SyncUsers(UserRecords users, OrganisationRecords organisation)
{
    /// <exception cref="RuleBroken">Somebody else of sales management was locked or ended at the same moment: the last account
    /// that can manage is left as it is, all others are in line.</exception>
    public async Task<SyncedUsers> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var units = await organisation.UnitsAsync(institute, cancel);
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var present = (await users.Users.ListAsync(UserRecords.Partition(institute), cancel: cancel)).ToDictionary(u => u.UserName);
        var (added, changed, deactivated, kept) = (0, 0, 0, false);
        foreach (var employee in employees.Values)
        {
            var before = present.GetValueOrDefault(employee.UserName);
            var roles = UserRoles.Of(employee, units);
            if (ReferenceEquals(Wanted(before, employee, roles), before))
            {
                continue;
            }

            if (await ChangeAsync(institute, employee, roles, cancel) is not { } after)
            {
                kept = true;
                continue;
            }

            added += before is null ? 1 : 0;
            deactivated += before is { Active: true } && !after.Active ? 1 : 0;
            changed += before is not null && !(before.Active && !after.Active) ? 1 : 0;
        }

        return kept ? throw LastOne() : new SyncedUsers(added, changed, deactivated);
    }

    /// <summary>Who can manage afterwards is part of the batch that takes sales management from somebody: of an import and a
    /// lock, or of two imports, at the same moment one sees what the other has done.</summary>
    /// <returns>Null if it is the last account of sales management, which stays as it is.</returns>
    private async Task<User?> ChangeAsync(InstituteId institute, Employee employee, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        var (partition, row) = (UserRecords.Partition(institute), UserRecords.Row(employee.UserName));
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = await users.Users.ReadAsync(partition, row, cancel);
            var wanted = Wanted(read?.Value, employee, roles);
            if (wanted is null || ReferenceEquals(wanted, read?.Value))
            {
                return wanted;
            }

            var batch = new List<RecordChange> { read is null ? Table<User>.Insert(row, wanted) : Table<User>.Replace(read, wanted) };
            if (ManagementLeft.CanManage(read?.Value) && !ManagementLeft.CanManage(wanted))
            {
                if (await OtherManagerAsync(partition, row, cancel) is not { } other)
                {
                    return null;
                }

                batch.Add(Table<User>.Replace(other, other.Value));
            }

            if ((await users.Users.WriteAsync(partition, batch, cancel)).Written)
            {
                return wanted;
            }
        }
    }

    private async Task<Versioned<User>?> OtherManagerAsync(string partition, string row, CancellationToken cancel)
    {
        await foreach (var user in users.Users.RangeAsync(partition, cancel: cancel))
        {
            if (user.Row != row && ManagementLeft.CanManage(user.Value))
            {
                return user;
            }
        }

        return null;
    }

    private static RuleBroken LastOne() => new("last-sales-management-kept", new LocalizedText(
        "Die Stammdaten sind übernommen, aber ein Zugang ist geblieben, der damit enden sollte: Er ist der letzte des Vertriebsmanagements, weil im selben Augenblick ein anderer gesperrt oder beendet wurde. Bitte entsperren Sie einen anderen Zugang des Vertriebsmanagements und importieren Sie die Datei dann noch einmal.",
        "The master data are taken over, but an account has stayed that was to end: it is the last one of sales management, because another one was locked or ended at the same moment. Please unlock another account of sales management, then import the file once more."));

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
