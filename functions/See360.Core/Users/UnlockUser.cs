using See360.Core.Institutes;

namespace See360.Core.Users;

/// <summary>Takes a lock off. The former password is good again; former sessions and links are not.</summary>
public sealed class UnlockUser(UserRecords users)
{
    /// <returns>False if there is no such account, or it has ended.</returns>
    public async Task<bool> RunAsync(InstituteId institute, string userName, CancellationToken cancel = default) =>
        UserNames.TryFold(userName, out var name)
        && await users.Users.UpdateAsync(
            UserRecords.Partition(institute),
            UserRecords.Row(name),
            user => user is { Active: true, Locked: not null } ? user with { Locked = null } : user,
            cancel) is { Active: true };
}
