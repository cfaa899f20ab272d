namespace See360.Core.Users;

/// <summary>How long sign-in is refused after wrong passwords: from the fifth on one minute, then twice as long each
/// time, 15 minutes at most. A day without a try forgets them.</summary>
public static class LockOut
{
    public const int FreeTries = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    public static bool IsLocked(SignInFailures? failures, DateTimeOffset now) => failures?.LockedUntil > now;

    /// <summary>Counts a try as failed. While locked nothing changes, so that nobody can keep an account locked by trying on.</summary>
    public static SignInFailures Count(SignInFailures? failures, DateTimeOffset now)
    {
        if (failures is not null && IsLocked(failures, now))
        {
            return failures;
        }

        var count = failures is null || now - failures.LastAt >= ForgottenAfter ? 1 : failures.Count + 1;
        return new SignInFailures(count, now, count < FreeTries ? null : now + For(count));
    }

    private static TimeSpan For(int count)
    {
        var doublings = Math.Min(count - FreeTries, 4);
        var wait = First * (1 << doublings);
        return wait < Longest ? wait : Longest;
    }
}
