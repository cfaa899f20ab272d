using Azure.Storage.Blobs;
using See360.Azure.Storage;
using See360.Core.Storage;
using See360.Testing.Storage;

namespace See360.Azure.Tests.Storage;

public sealed class TableRecordStoreContractTests(Azurite azurite) : RecordStoreContract, IClassFixture<Azurite>
{
    protected override IRecordStore Store { get; } = new TableRecordStore(
        StorageClients.Tables(azurite.ConnectionString), new StorageAttempts(TimeProvider.System), "t" + Guid.NewGuid().ToString("N")[..12]);
}

public sealed class BlobFileStoreContractTests(Azurite azurite) : FileStoreContract, IClassFixture<Azurite>, IAsyncLifetime
{
    private readonly BlobContainerClient _container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("c" + Guid.NewGuid().ToString("N"));

    protected override IFileStore Store => new BlobFileStore(_container);

    public Task InitializeAsync() => _container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
