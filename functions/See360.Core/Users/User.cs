using System.Text.Json.Serialization;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Users;

public enum Role
{
    /// <summary>*Berater*: own results.</summary>
    Advisor,

    /// <summary>*Vertriebsmanagement*: everything of the institute.</summary>
    SalesManagement,

    /// <summary>*Abteilungsleiter*, *Vorstand*: sums of the units that he heads.</summary>
    Head,
}

/// <summary>Somebody who can sign in.</summary>
/// <param name="UserName">E-mail address in lower case.</param>
/// <param name="SecurityStamp">Changes with the password, the roles and on deactivation: older sessions end.</param>
/// <param name="PasswordHash">Null until the activation link has been used.</param>
/// <param name="ActivationHash">SHA-256 (hex) of the open activation token, or null. An older link is of no use.</param>
/// <param name="Granted">Roles that the operator gave: an import of employees does not take them away.</param>
/// <param name="EndedSessions">Signed out, and not yet over by themselves.</param>
/// <param name="ActivationUntil">Until when the open activation link is good, or null.</param>
/// <param name="Locked">By whom and since when the account is locked; null: it is not. Outlives leaving and coming back.</param>
public sealed record User(
    string UserName,
    IReadOnlyList<Role> Roles,
    bool Active,
    string SecurityStamp,
    string? PasswordHash = null,
    string? ActivationHash = null,
    DateTimeOffset? LastSignInAt = null,
    IReadOnlyList<EndedSession>? EndedSessions = null,
    IReadOnlyList<Role>? Granted = null,
    DateTimeOffset? ActivationUntil = null,
    AccountLock? Locked = null)
{
    /// <summary>Whether a password or a session of this account is good for anything.</summary>
    [JsonIgnore]
    public bool MaySignIn => Active && Locked is null;
}

/// <param name="By">User name of who locked it.</param>
public sealed record AccountLock(string By, DateTimeOffset At);

/// <param name="Until">When the session would have been over anyway: the entry is dropped then.</param>
public sealed record EndedSession(string Id, DateTimeOffset Until);

/// <summary>An activation link that was sent.</summary>
public sealed record Activation(string UserName, DateTimeOffset ExpiresAt);

/// <summary>Wrong passwords in a row.</summary>
public sealed record SignInFailures(int Count, DateTimeOffset LastAt, DateTimeOffset? LockedUntil);

public sealed class UserRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: user name (encoded).</summary>
    public Table<User> Users { get; } = new(store, "users");

    /// <summary>Partition: institute; row: SHA-256 (hex) of the link's token.</summary>
    public Table<Activation> Activations { get; } = new(store, "activations");

    /// <summary>Partition: institute; row: user name (encoded). For names that nobody has: partition <c>~nobody</c>,
    /// row: one of a thousand places.</summary>
    public Table<SignInFailures> Failures { get; } = new(store, "signInFailures");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string Row(string userName) => RecordKey.Encode(userName);

    public async Task<User?> FindAsync(InstituteId institute, string userName, CancellationToken cancel = default) =>
        (await Users.ReadAsync(Partition(institute), Row(userName), cancel))?.Value;
}
