using Azure.Communication.Email;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using See360.Azure.Drop;
using See360.Azure.Keys;
using See360.Azure.Mail;
using See360.Azure.Storage;
using See360.Azure.Telemetry;
using See360.Azure.Web;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Tokens;

namespace See360.Azure;

/// <summary>Core's ports on Azure's services, by the host's managed identity; on the emulator by its published key.</summary>
public static class AzureEdition
{
    /// <summary>The host binds <see cref="AzureSettings"/>.</summary>
    public static IServiceCollection AddSee360Azure(this IServiceCollection services)
    {
        services.AddOptions<AzureSettings>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<TokenCredential>(_ => Identity(Environment.GetEnvironmentVariable("AZURE_CLIENT_ID")));
        services.AddSingleton<StorageAttempts>(provider => new StorageAttempts(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => Settings(provider) is { Emulator: { Length: > 0 } emulator }
            ? StorageClients.Tables(emulator)
            : StorageClients.Tables(Settings(provider).Tables!, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton(provider => Settings(provider) is { Emulator: { Length: > 0 } emulator }
            ? StorageClients.Blobs(emulator)
            : StorageClients.Blobs(Settings(provider).Blobs!, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton<EmailClient>(provider => MailClients.Create(Settings(provider).Mail!, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton<IRecordStore>(provider =>
            new TableRecordStore(provider.GetRequiredService<TableServiceClient>(), provider.GetRequiredService<StorageAttempts>()));
        services.AddSingleton<IFileStore>(provider => new BlobFileStore(Container(provider, StorageClients.Files)));
        services.AddSingleton<IMailer, CommunicationMailer>();
        services.AddSingleton<PublicSide>().AddSingleton<FunctionLog>();
        services.AddSingleton(provider => new SecretKeys(Settings(provider).MasterKeyBytes()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DropBlobs>(provider, DropContainer(provider)));
        services.AddOptions<MailOptions>().Configure<IOptions<AzureSettings>>((mail, settings) => mail.BaseUrl = settings.Value.BaseUrl);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) =>
        {
            keys.XmlRepository = new BlobKeyRepository(Container(provider, StorageClients.SessionKeys));
            keys.XmlEncryptor = new MasterKeyEncryptor(provider.GetRequiredService<SecretKeys>());
        });
        return services;
    }

    /// <summary>The host's managed identity where one is named: no other kind is tried, so the first request does not wait for those, and what
    /// is wrong is said of this one. On a desk, whoever is signed in.</summary>
    internal static TokenCredential Identity(string? clientId) => string.IsNullOrEmpty(clientId)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static AzureSettings Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<AzureSettings>>().Value;

    private static BlobContainerClient DropContainer(IServiceProvider provider) => Settings(provider) is { Emulator: { Length: > 0 } emulator }
        ? StorageClients.Blobs(emulator).GetBlobContainerClient(StorageClients.Drop)
        : StorageClients.Blobs(Settings(provider).Drop!, provider.GetRequiredService<TokenCredential>()).GetBlobContainerClient(StorageClients.Drop);

    private static BlobContainerClient Container(IServiceProvider provider, string name) =>
        provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(name);
}
