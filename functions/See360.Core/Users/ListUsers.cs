using See360.Core.Institutes;
using See360.Core.Organisation;

namespace See360.Core.Users;

/// <summary>Who can sign in, and who was never invited to.</summary>
public sealed class ListUsers(UserRecords users, OrganisationRecords organisation, TimeProvider time)
{
    public async Task<IReadOnlyList<UserLine>> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var now = time.GetUtcNow();
        var lines = new List<UserLine>();
        await foreach (var user in users.Users.RangeAsync(UserRecords.Partition(institute), cancel: cancel))
        {
            var name = employees.GetValueOrDefault(user.Value.UserName)?.FullName ?? user.Value.UserName;
            lines.Add(new UserLine(user.Value.UserName, name, user.Value.Roles, AccountStates.Of(user.Value, now), user.Value.LastSignInAt is not null));
        }

        return lines;
    }
}

/// <param name="HasSignedIn">Whether at all, not when: nobody's hours of use are shown.</param>
public sealed record UserLine(string UserName, string Name, IReadOnlyList<Role> Roles, AccountState State, bool HasSignedIn);
