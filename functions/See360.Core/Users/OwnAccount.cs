using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>What somebody is told whose own account has changed while a request was under way.</summary>
internal static class OwnAccount
{
    public static RuleBroken Changed() => new("account-changed", new LocalizedText(
        "Ihr eigener Zugang hat sich inzwischen geändert. Bitte melden Sie sich neu an.",
        "Your own account has changed meanwhile. Please sign in again."));
}
