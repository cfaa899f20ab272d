using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Tokens;

namespace See360.Core.Contacts;

/// <summary>Row keys of <see cref="Contact"/>: HMAC-SHA-256 of the institute and the customer number or the folded
/// address, cut to 128 bits, so that the list can't be read back.</summary>
public sealed class ContactKeys(SecretKeys secrets)
{
    private readonly byte[] _key = secrets.Derive("contacts");

    public string OfCustomerNumber(InstituteId institute, string customerNumber) => "n" + Hash(institute, "n", customerNumber.Trim());

    /// <summary>The whole address is folded here: two spellings of an address are one person for every rule.</summary>
    public string OfEmail(InstituteId institute, string email) => "a" + Hash(institute, "a", email.Trim().ToLowerInvariant());

    private string Hash(InstituteId institute, string kind, string value)
    {
        var mac = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{institute}\n{kind}\n{value}"));
        return Convert.ToHexStringLower(mac.AsSpan(0, 16));
    }
}
