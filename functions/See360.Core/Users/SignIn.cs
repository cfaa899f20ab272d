using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;

namespace See360.Core.Users;

/// <summary>
/// Institute + user name + password. An unknown institute, an unknown user, a wrong password, a user who is locked (by tries or
/// by a person), not activated or not active: all take the same steps (one read, one counted try, one hash) and get the same answer,
/// so that neither text nor time tells who has an account.
/// </summary>
public sealed class SignIn(UserRecords users, IPasswordHash passwords, TimeProvider time)
{
    private const string Nobody = "~nobody";
    private const int Places = 1024;

    private readonly SignInTries _tries = new(users);

    /// <returns>Null if there is nothing to sign in with this.</returns>
    public async Task<SignedIn?> RunAsync(string institute, string userName, string password, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        var known = InstituteId.TryParse(institute.Trim().ToLowerInvariant(), out var id);
        var partition = known ? UserRecords.Partition(id) : Nobody;
        var row = UserNames.TryFold(userName, out var name) ? UserRecords.Row(name) : Nobody;
        var user = (await users.Users.ReadAsync(partition, row, cancel))?.Value;

        var counter = user is null ? (Partition: Nobody, Row: Place(institute, userName)) : (Partition: partition, Row: row);
        var locked = await _tries.CountAsync(counter.Partition, counter.Row, now, cancel);
        var check = passwords.Verify(user?.PasswordHash, PasswordRules.Cut(password));
        if (user is not { MaySignIn: true } || locked || check == PasswordCheck.Wrong)
        {
            return null;
        }

        return await AcceptAsync(id, partition, row, check, password, now, cancel);
    }

    private async Task<SignedIn?> AcceptAsync(
        InstituteId institute, string partition, string row, PasswordCheck check, string password, DateTimeOffset now, CancellationToken cancel)
    {
        var user = await users.Users.UpdateAsync(
            partition,
            row,
            read => read is null ? null : read with
            {
                LastSignInAt = now,
                PasswordHash = check == PasswordCheck.RightButOutdated ? passwords.Hash(password) : read.PasswordHash,
            },
            cancel);
        await _tries.ForgetAsync(partition, row, cancel);
        return user is { MaySignIn: true } ? new SignedIn(institute, user) : null;
    }

    private static string Place(string institute, string userName)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{institute}\n{userName}"));
        return ((hash[0] << 8 | hash[1]) % Places).ToString("D4", CultureInfo.InvariantCulture);
    }
}

public sealed record SignedIn(InstituteId Institute, User User);
