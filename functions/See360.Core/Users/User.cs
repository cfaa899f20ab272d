using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Users;

public enum Role
{
    /// <summary>*Berater*: own results.</summary>
    Advisor,

    /// <summary>*Vertriebsmanagement*: everything of the institute.</summary>
    SalesManagement,
}

/// <summary>Somebody who can sign in. Partition: institute; row: user name (encoded).</summary>
/// <param name="PasswordHash">Null until the activation link has been used.</param>
/// <param name="SecurityStamp">Changes with the password and on deactivation: older sessions end.</param>
/// <param name="ActivationHash">SHA-256 (hex) of the open activation token, or null.</param>
/// <param name="FailedSignIns">In a row; the account is locked for a while after too many.</param>
public sealed record User(
    string UserName,
    IReadOnlyList<Role> Roles,
    bool Active,
    string SecurityStamp,
    string? PasswordHash = null,
    string? ActivationHash = null,
    DateTimeOffset? ActivationExpiresAt = null,
    int FailedSignIns = 0,
    DateTimeOffset? LockedUntil = null,
    DateTimeOffset? LastSignInAt = null);

public sealed class UserRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: user name (encoded).</summary>
    public Table<User> Users { get; } = new(store, "users");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string Row(string userName) => RecordKey.Encode(userName);
}
