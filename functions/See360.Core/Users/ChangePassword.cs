using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>Somebody who is signed in chooses another password. All sessions of the user end.</summary>
public sealed class ChangePassword(UserRecords users, InstituteRecords institutes, IPasswordHash passwords, TimeProvider time)
{
    private static readonly LocalizedText Wrong = new(
        "Das bisherige Passwort stimmt nicht. Nach mehreren Fehlversuchen ist es für bis zu 15 Minuten gesperrt.",
        "The present password is wrong. After several failures it is locked for up to 15 minutes.");

    private readonly SignInTries _tries = new(users);

    /// <returns>The user with the new security stamp.</returns>
    /// <exception cref="BadInput">The present password is wrong, or the new one is too weak.</exception>
    /// <exception cref="RuleBroken">The account was locked, ended or given another password meanwhile.</exception>
    public async Task<User> RunAsync(InstituteId institute, string userName, string present, string wanted, CancellationToken cancel = default)
    {
        PasswordRules.Check(wanted, await institutes.GetAsync(institute, cancel), userName, "newPassword");
        var (partition, row) = (UserRecords.Partition(institute), UserRecords.Row(userName));
        var user = await users.FindAsync(institute, userName, cancel);
        var locked = await _tries.CountAsync(partition, row, time.GetUtcNow(), cancel);
        if (passwords.Verify(user?.PasswordHash, PasswordRules.Cut(present)) == PasswordCheck.Wrong || locked)
        {
            throw new BadInput("password", "password-wrong", Wrong);
        }

        await _tries.ForgetAsync(partition, row, cancel);
        var hash = passwords.Hash(wanted);
        var changed = false;
        var after = await users.Users.UpdateAsync(
            partition,
            row,
            read =>
            {
                // Locked, ended or given another password since it was looked at: then this session is over as well.
                changed = read is { MaySignIn: true } && read.PasswordHash == user?.PasswordHash;
                return changed ? read! with { PasswordHash = hash, ActivationHash = null, ActivationUntil = null, SecurityStamp = SecurityStamps.New(), EndedSessions = null } : null;
            },
            cancel);
        return changed ? after! : throw OwnAccount.Changed();
    }
}
