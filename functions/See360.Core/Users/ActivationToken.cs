using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace See360.Core.Users;

/// <summary>What stands in an activation link: 256 random bits. Only their SHA-256 is stored, so whoever reads the
/// store can't use an open link.</summary>
internal static class ActivationToken
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const int Characters = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <returns>Null for what can't be a token.</returns>
    public static string? Hash(string? token) =>
        token is { Length: Characters } ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))) : null;
}
