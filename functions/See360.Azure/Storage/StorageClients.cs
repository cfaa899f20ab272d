using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace See360.Azure.Storage;

/// <summary>The services' clients as the stores need them. With a credential for Azure, with a connection string for the
/// emulator.</summary>
public static class StorageClients
{
    /// <summary>The container of all institutes' files.</summary>
    public const string Files = "files";

    /// <summary>The container of the keys of session cookies.</summary>
    public const string SessionKeys = "data-protection";

    /// <summary>The container of the drop account: a folder for each institute.</summary>
    public const string Drop = "drop";

    private static readonly TimeSpan _mostSilence = TimeSpan.FromSeconds(30);

    public static TableServiceClient Tables(string connectionString) => new(connectionString, WithoutRetries());

    public static TableServiceClient Tables(Uri endpoint, TokenCredential credential) => new(endpoint, credential, WithoutRetries());

    public static BlobServiceClient Blobs(string connectionString) => new(connectionString, SoonOver(new BlobClientOptions()));

    public static BlobServiceClient Blobs(Uri endpoint, TokenCredential credential) => new(endpoint, credential, SoonOver(new BlobClientOptions()));

    /// <summary>A person may be waiting: two more tries, and none hangs longer than half a minute.</summary>
    internal static BlobClientOptions SoonOver(BlobClientOptions options)
    {
        options.Retry.MaxRetries = 2;
        options.Retry.NetworkTimeout = _mostSilence;
        return options;
    }

    /// <summary><see cref="StorageAttempts"/> repeats.</summary>
    private static TableClientOptions WithoutRetries()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = _mostSilence;
        return options;
    }
}
