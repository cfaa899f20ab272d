using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using See360.Core.Users;

namespace See360.Api.Access;

/// <summary>PBKDF2 as ASP.NET Core Identity stores it: salt and rounds are part of the hash, so both can grow later.</summary>
internal sealed class PasswordHash : IPasswordHash
{
    private readonly PasswordHasher<User> _hasher;
    private readonly Lazy<string> _nobodys;

    public PasswordHash(IOptions<ApiOptions> options)
    {
        _hasher = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        _nobodys = new Lazy<string>(() => Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))));
    }

    public string Hash(string password) => _hasher.HashPassword(null!, Folded(password));

    public PasswordCheck Verify(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, Folded(password));
        return hash is null ? PasswordCheck.Wrong : result switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOutdated,
            _ => PasswordCheck.Wrong,
        };
    }

    /// <summary>An umlaut is the same on every keyboard (NIST SP 800-63B, 3.1.1.2).</summary>
    private static string Folded(string password) => password.Normalize(NormalizationForm.FormKC);
}
