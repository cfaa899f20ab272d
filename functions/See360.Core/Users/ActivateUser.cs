using See360.Core.Storage;

namespace See360.Core.Users;

/// <summary>Sets the password that the owner of an activation link has chosen. A link works once.</summary>
public sealed class ActivateUser(UserRecords users, CheckActivation check, IPasswordHash passwords)
{
    private readonly SignInTries _tries = new(users);

    /// <returns>False if the link is not, or no longer, good.</returns>
    /// <exception cref="BadInput">The password is too weak.</exception>
    public async Task<bool> RunAsync(string? institute, string? token, string password, CancellationToken cancel = default)
    {
        if (await check.RunAsync(institute, token, cancel) is not { } open)
        {
            return false;
        }

        PasswordRules.Check(password, open.Institute, open.UserName);
        var (partition, row) = (UserRecords.Partition(open.Institute.Id), UserRecords.Row(open.UserName));
        var hash = passwords.Hash(password);
        var used = false;
        await users.Users.UpdateAsync(
            partition,
            row,
            user =>
            {
                used = user is { MaySignIn: true } && user.ActivationHash == open.Hash;
                return used ? user! with { PasswordHash = hash, ActivationHash = null, ActivationUntil = null, SecurityStamp = SecurityStamps.New(), EndedSessions = null } : null;
            },
            cancel);
        if (!used)
        {
            return false;
        }

        if (await users.Activations.ReadAsync(partition, open.Hash, cancel) is { } activation)
        {
            await users.Activations.WriteAsync(partition, [Table<Activation>.Delete(activation)], cancel);
        }

        await _tries.ForgetAsync(partition, row, cancel);
        return true;
    }
}
