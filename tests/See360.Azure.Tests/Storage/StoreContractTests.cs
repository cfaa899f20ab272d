using Azure.Storage.Blobs;
using See360.Azure.Storage;
using See360.Core.Storage;
using See360.Testing.Storage;

namespace See360.Azure.Tests.Storage;

[Collection(OnAzurite.Name)]
public sealed class TableRecordStoreContractTests(Azurite azurite) : RecordStoreContract
{
    protected override IRecordStore Store { get; } = new TableRecordStore(
        StorageClients.Tables(azurite.ConnectionString), new StorageAttempts(TimeProvider.System), "t" + Guid.NewGuid().ToString("N")[..12]);
}

[Collection(OnAzurite.Name)]
public sealed class BlobFileStoreContractTests(Azurite azurite) : FileStoreContract, IAsyncLifetime
{
    private readonly BlobContainerClient _container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("c" + Guid.NewGuid().ToString("N"));

    protected override IFileStore Store => new BlobFileStore(_container);

    public Task InitializeAsync() => _container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
