using System.Collections.Concurrent;
using System.Security.Claims;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Api.Access;

/// <summary>Whether a session is still good: not over its longest life, its user active and unchanged, itself not
/// ended. The user's record is remembered for a few seconds, so that a page which polls costs no reads. What is
/// remembered never refuses a session: it may be older than a new password and the session that came with it.</summary>
internal sealed class SessionCheck(UserRecords users, TimeProvider time)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(string Institute, string User), (User? User, DateTimeOffset At)> _known = new();

    /// <summary>How often somebody was forgotten: a record that was read before is not remembered after.</summary>
    private int _forgotten;

    public async Task<bool> IsGoodAsync(ClaimsPrincipal session, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - SessionCookie.Since(session) >= SessionCookie.Longest)
        {
            return false;
        }

        return (TryRemembered(session, now, out var remembered) && IsGood(session, remembered))
            || IsGood(session, await ReadAsync(session, now, cancel));
    }

    /// <summary>Forgets what is remembered of a session's user: the next request reads the record.</summary>
    public void Forget(ClaimsPrincipal session) => Forget(Key(session));

    /// <summary>Forgets it by name, for what one user does to another: sessions in this process end at once, in others
    /// after <see cref="Remembered"/>.</summary>
    public void Forget(InstituteId institute, string userName)
    {
        if (UserNames.TryFold(userName, out var name))
        {
            Forget((institute.ToString(), name));
        }
    }

    private static bool IsGood(ClaimsPrincipal session, User? user) =>
        user is { MaySignIn: true }
        && user.SecurityStamp == session.Value(SessionClaims.Stamp)
        && user.EndedSessions?.Any(ended => ended.Id == session.Value(SessionClaims.SessionId)) != true;

    private bool TryRemembered(ClaimsPrincipal session, DateTimeOffset now, out User? user)
    {
        var isFresh = _known.TryGetValue(Key(session), out var known) && now - known.At < Remembered && now >= known.At;
        user = isFresh ? known.User : null;
        return isFresh;
    }

    private async Task<User?> ReadAsync(ClaimsPrincipal session, DateTimeOffset now, CancellationToken cancel)
    {
        var (key, forgotten) = (Key(session), Volatile.Read(ref _forgotten));
        var user = await users.FindAsync(session.Institute(), session.UserName(), cancel);
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[key] = (user, now);
        if (Volatile.Read(ref _forgotten) != forgotten)
        {
            _known.TryRemove(key, out _);
        }

        return user;
    }

    private void Forget((string Institute, string User) key)
    {
        Interlocked.Increment(ref _forgotten);
        _known.TryRemove(key, out _);
    }

    private static (string Institute, string User) Key(ClaimsPrincipal session) =>
        (session.Value(SessionClaims.InstituteId), session.UserName());
}
