using See360.Core.Institutes;
using See360.Core.Organisation;

namespace See360.Core.Users;

/// <summary>Who can sign in, and who was never invited to.</summary>
public sealed class ListUsers(UserRecords users, OrganisationRecords organisation)
{
    public async Task<IReadOnlyList<UserLine>> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var lines = new List<UserLine>();
        await foreach (var user in users.Users.RangeAsync(UserRecords.Partition(institute), cancel: cancel))
        {
            var name = employees.GetValueOrDefault(user.Value.UserName)?.FullName ?? user.Value.UserName;
            lines.Add(new UserLine(user.Value.UserName, name, user.Value.Roles, StateOf(user.Value), user.Value.LastSignInAt is not null));
        }

        return lines;
    }

    private static AccountState StateOf(User user) => user switch
    {
        { Active: false } => AccountState.Inactive,
        { PasswordHash: not null } => AccountState.Active,
        { ActivationHash: not null } => AccountState.Invited,
        _ => AccountState.New,
    };
}

public enum AccountState
{
    /// <summary>Never invited.</summary>
    New,

    /// <summary>An activation link was sent and not used yet.</summary>
    Invited,

    /// <summary>Has chosen a password.</summary>
    Active,

    Inactive,
}

/// <param name="HasSignedIn">Whether at all, not when: nobody's hours of use are shown.</param>
public sealed record UserLine(string UserName, string Name, IReadOnlyList<Role> Roles, AccountState State, bool HasSignedIn);
