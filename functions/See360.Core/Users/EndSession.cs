using See360.Core.Institutes;

namespace See360.Core.Users;

/// <summary>Signs out: a cookie of this session, wherever it has been copied to, is worth nothing from now on.</summary>
public sealed class EndSession(UserRecords users, TimeProvider time)
{
    private const int MostEnded = 20;

    /// <param name="life">The longest that a session can last; after it the note is not needed any more.</param>
    public Task RunAsync(InstituteId institute, string userName, string sessionId, TimeSpan life, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow();
        return users.Users.UpdateAsync(
            UserRecords.Partition(institute), UserRecords.Row(userName), user => user is null ? null : Ended(user, sessionId, now, now + life), cancel);
    }

    private static User Ended(User user, string sessionId, DateTimeOffset now, DateTimeOffset until)
    {
        List<EndedSession> ended = [.. (user.EndedSessions ?? []).Where(e => e.Until > now && e.Id != sessionId), new EndedSession(sessionId, until)];

        // Somebody who signs in and out all day long: all sessions end, and the list with them.
        return ended.Count <= MostEnded
            ? user with { EndedSessions = ended }
            : user with { EndedSessions = [], SecurityStamp = SecurityStamps.New() };
    }
}
