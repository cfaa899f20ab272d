using System.Diagnostics.CodeAnalysis;
using See360.Core.Storage;

namespace See360.Core.Users;

/// <summary>User names are e-mail addresses; however they are typed, they are kept in lower case without blanks around.</summary>
public static class UserNames
{
    /// <returns>False if nobody can be called that.</returns>
    public static bool TryFold(string? text, [NotNullWhen(true)] out string? userName)
    {
        userName = text?.Trim().ToLowerInvariant();
        return userName is { Length: > 0 and <= RecordKey.MaxLength }
            && !userName.Any(char.IsControl)
            && UserRecords.Row(userName).Length <= RecordKey.MaxLength;
    }
}
