using System.Security.Cryptography;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Keys;
using See360.Core.Tokens;

namespace See360.Azure.Tests.Keys;

[Collection(OnAzurite.Name)]
public sealed class SessionKeysTests(Azurite azurite) : IAsyncLifetime
{
    private readonly BlobContainerClient _container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("k" + Guid.NewGuid().ToString("N"));

    public Task InitializeAsync() => _container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Cookie_OfOneInstance_IsReadByAnother()
    {
        var cookie = Instance(1).Protect("jana");

        Assert.Equal("jana", Instance(1).Unprotect(cookie));
    }

    [Fact]
    public void Cookie_OfAnotherInstallationsSecret_IsRefused()
    {
        var cookie = Instance(1).Protect("jana");

        Assert.ThrowsAny<CryptographicException>(() => Instance(2).Unprotect(cookie));
    }

    [Fact]
    public void Blobs_HoldNoKeyInClear()
    {
        Instance(1).Protect("jana");

        foreach (var blob in _container.GetBlobs(new GetBlobsOptions()))
        {
            var xml = XElement.Parse(_container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString());
            Assert.NotEmpty(xml.Descendants("sealed"));
            Assert.DoesNotContain("masterKey", xml.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decrypt_ChangedBytes_IsRefused()
    {
        var keys = new SecretKeys(new byte[32]);
        var services = new ServiceCollection().AddSingleton(keys).BuildServiceProvider();
        var element = new MasterKeyEncryptor(keys).Encrypt(new XElement("key", "secret")).EncryptedElement;
        Assert.Equal("secret", new MasterKeyDecryptor(services).Decrypt(element).Value);
        var bytes = Convert.FromBase64String(element.Value);
        bytes[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => new MasterKeyDecryptor(services).Decrypt(new XElement("sealed", Convert.ToBase64String(bytes))));
        Assert.ThrowsAny<CryptographicException>(() => new MasterKeyDecryptor(services).Decrypt(new XElement("sealed", "AAAA")));
    }

    private IDataProtector Instance(byte secret)
    {
        var keys = new SecretKeys([.. Enumerable.Repeat(secret, 32)]);
        var services = new ServiceCollection().AddSingleton(keys).AddLogging();
        services.AddDataProtection().SetApplicationName("See360");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new BlobKeyRepository(_container);
            options.XmlEncryptor = new MasterKeyEncryptor(keys);
        });
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("session");
    }
}
