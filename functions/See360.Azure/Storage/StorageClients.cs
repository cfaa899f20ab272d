using Azure.Core;
using Azure.Data.Tables;

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

    public static TableServiceClient Tables(string connectionString) => new(connectionString, WithoutRetries());

    public static TableServiceClient Tables(Uri endpoint, TokenCredential credential) => new(endpoint, credential, WithoutRetries());

    /// <summary><see cref="StorageAttempts"/> repeats.</summary>
    private static TableClientOptions WithoutRetries()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }
}
