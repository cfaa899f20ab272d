namespace See360.Core.Users;

/// <summary>The one visible state of an account.</summary>
public enum AccountState
{
    /// <summary>No link is open and no password chosen: never invited, or the link was taken back.</summary>
    New,

    /// <summary>An activation link was sent and not used yet.</summary>
    Invited,

    /// <summary>The activation link was not used in time.</summary>
    Expired,

    /// <summary>Has chosen a password.</summary>
    Active,

    /// <summary>Locked by a person: nobody signs in until it is unlocked.</summary>
    Locked,

    /// <summary>Has left, or has no role any more.</summary>
    Inactive,
}

public static class AccountStates
{
    public static AccountState Of(User user, DateTimeOffset now) => user switch
    {
        { Active: false } => AccountState.Inactive,
        { Locked: not null } => AccountState.Locked,
        { PasswordHash: not null } => AccountState.Active,
        { ActivationHash: null } => AccountState.New,
        _ => user.ActivationUntil <= now ? AccountState.Expired : AccountState.Invited,
    };
}
