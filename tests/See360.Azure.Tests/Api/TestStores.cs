using Azure.Storage.Blobs;
using See360.Azure.Storage;
using See360.Azure.Tests;
using See360.Core.Storage;

namespace See360.Api.Tests;

/// <summary>In place of the API tests' own: an application under test keeps things in tables and a container of its own.</summary>
internal static class TestStores
{
    public static IRecordStore Records() => new TableRecordStore(
        StorageClients.Tables(Azurite.NextConnectionString), new StorageAttempts(TimeProvider.System), "t" + Guid.NewGuid().ToString("N")[..12]);

    public static IFileStore Files()
    {
        var container = new BlobServiceClient(Azurite.NextConnectionString).GetBlobContainerClient("c" + Guid.NewGuid().ToString("N"));
        container.CreateIfNotExists();
        return new BlobFileStore(container);
    }
}
