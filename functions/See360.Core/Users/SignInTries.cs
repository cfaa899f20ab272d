using See360.Core.Storage;

namespace See360.Core.Users;

/// <summary>Counts wrong passwords of one account.</summary>
internal sealed class SignInTries(UserRecords users)
{
    /// <summary>Counts the try as failed before the password is looked at: whoever tries many at once gains nothing.</summary>
    /// <returns>True if the account was locked before.</returns>
    public async Task<bool> CountAsync(string partition, string row, DateTimeOffset now, CancellationToken cancel)
    {
        var locked = false;
        await users.Failures.UpdateAsync(
            partition,
            row,
            failures =>
            {
                locked = LockOut.IsLocked(failures, now);
                return LockOut.Count(failures, now);
            },
            cancel);
        return locked;
    }

    /// <summary>The password was right.</summary>
    public async Task ForgetAsync(string partition, string row, CancellationToken cancel)
    {
        if (await users.Failures.ReadAsync(partition, row, cancel) is { } failures)
        {
            // Not deleted if a wrong try came in between: it counts on.
            await users.Failures.WriteAsync(partition, [Table<SignInFailures>.Delete(failures)], cancel);
        }
    }
}
