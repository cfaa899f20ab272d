using See360.Core.Institutes;

namespace See360.Core.Users;

/// <summary>Signs out everywhere: no cookie of this account is good any more, wherever it lies.</summary>
public sealed class EndAllSessions(UserRecords users)
{
    public Task RunAsync(InstituteId institute, string userName, CancellationToken cancel = default) => users.Users.UpdateAsync(
        UserRecords.Partition(institute),
        UserRecords.Row(userName),
        user => user is null ? null : user with { SecurityStamp = SecurityStamps.New(), EndedSessions = null },
        cancel);
}
