using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>Locks an account until somebody unlocks it: its sessions and its open link end, its password stays. Nobody
/// locks the own account, so whoever locks is left, and with that person one account of sales management at least.</summary>
public sealed class LockUser(UserRecords users, TimeProvider time)
{
    /// <param name="by">User name of who locks; must be able to undo it.</param>
    /// <returns>False if there is no such account, or it has ended.</returns>
    /// <exception cref="RuleBroken">It is the own account, or the own account was locked meanwhile.</exception>
    public async Task<bool> RunAsync(InstituteId institute, string userName, string by, CancellationToken cancel = default)
    {
        if (!UserNames.TryFold(userName, out var name))
        {
            return false;
        }

        if (name == by)
        {
            throw Own();
        }

        var partition = UserRecords.Partition(institute);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var locker = await users.Users.ReadAsync(partition, UserRecords.Row(by), cancel);
            var locked = await users.Users.ReadAsync(partition, UserRecords.Row(name), cancel);
            if (locker?.Value is not { MaySignIn: true } present || !present.Roles.Contains(Role.SalesManagement))
            {
                throw OwnAccount.Changed();
            }

            if (locked?.Value is not { Active: true } account || account.Locked is not null)
            {
                return locked?.Value.Active ?? false;
            }

            // Who locks is part of the batch: of two who lock each other at once, one finds itself locked.
            var batch = new[] { Table<User>.Replace(locked, Locked(account, by)), Table<User>.Replace(locker, present) };
            if ((await users.Users.WriteAsync(partition, batch, cancel)).Written)
            {
                return true;
            }
        }
    }

    private User Locked(User user, string by) => user with
    {
        Locked = new AccountLock(by, time.GetUtcNow()),
        ActivationHash = null,
        ActivationUntil = null,
        SecurityStamp = SecurityStamps.New(),
        EndedSessions = null,
    };

    private static RuleBroken Own() => new("account-own", new LocalizedText(
        "Den eigenen Zugang können Sie nicht sperren, damit immer jemand aus dem Vertriebsmanagement übrig ist. Bitten Sie eine Kollegin oder einen Kollegen darum.",
        "You can't lock your own account, so that somebody of sales management is always left. Please ask a colleague to do it."));
}
