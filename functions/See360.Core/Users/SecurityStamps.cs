using System.Security.Cryptography;

namespace See360.Core.Users;

internal static class SecurityStamps
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
