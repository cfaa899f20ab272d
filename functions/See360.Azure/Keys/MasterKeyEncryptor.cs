using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Tokens;

namespace See360.Azure.Keys;

/// <summary>Encrypts Data Protection's keys where they rest: AES-256-GCM (NIST SP 800-38D) under a key derived from the installation's
/// secret, which lies in Key Vault. Whoever can read the blobs alone can make no session.</summary>
public sealed class MasterKeyEncryptor(SecretKeys secrets) : IXmlEncryptor
{
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;
    internal const string Purpose = "session-keys";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(secrets.Derive(Purpose), TagBytes);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(MasterKeyDecryptor));
    }
}

/// <summary>Made by Data Protection from the type's name that stands beside each key.</summary>
public sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">Not encrypted by this installation, or changed since.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        if (bytes.Length < MasterKeyEncryptor.NonceBytes + MasterKeyEncryptor.TagBytes)
        {
            throw new CryptographicException("The key is cut off.");
        }

        var plain = new byte[bytes.Length - MasterKeyEncryptor.NonceBytes - MasterKeyEncryptor.TagBytes];
        using var aes = new AesGcm(services.GetRequiredService<SecretKeys>().Derive(MasterKeyEncryptor.Purpose), MasterKeyEncryptor.TagBytes);
        aes.Decrypt(
            bytes.AsSpan(0, MasterKeyEncryptor.NonceBytes),
            bytes.AsSpan(MasterKeyEncryptor.NonceBytes + MasterKeyEncryptor.TagBytes),
            bytes.AsSpan(MasterKeyEncryptor.NonceBytes, MasterKeyEncryptor.TagBytes),
            plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
