using See360.Core.Institutes;

namespace See360.Core.Users;

/// <summary>Ends an account: its sessions, its open link and its password. The record stays, so that the log can name it.</summary>
public sealed class DeactivateUser(UserRecords users)
{
    /// <returns>False if there is no such user.</returns>
    public async Task<bool> RunAsync(InstituteId institute, string userName, CancellationToken cancel = default) =>
        UserNames.TryFold(userName, out var name)
        && await users.Users.UpdateAsync(UserRecords.Partition(institute), UserRecords.Row(name), Deactivated, cancel) is not null;

    internal static User? Deactivated(User? user) => user is null or { Active: false }
        ? user
        : user with { Active = false, PasswordHash = null, ActivationHash = null, ActivationUntil = null, SecurityStamp = SecurityStamps.New(), EndedSessions = null };
}
