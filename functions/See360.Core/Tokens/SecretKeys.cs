using System.Security.Cryptography;
using System.Text;

namespace See360.Core.Tokens;

/// <summary>The installation's secret (32 bytes or more, kept by the host outside the store), from which every keyed
/// hash derives its own key by HKDF-SHA-256 (RFC 5869).</summary>
public sealed class SecretKeys
{
    private readonly byte[] _master;

    /// <exception cref="ArgumentException">Fewer than 32 bytes.</exception>
    public SecretKeys(byte[] master)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(master.Length, 32);
        _master = master;
    }

    /// <summary>A 32-byte key for one purpose.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, 32, info: Encoding.UTF8.GetBytes("see360/" + purpose));
}
