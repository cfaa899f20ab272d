using Azure.Storage.Blobs;
using See360.Azure.Storage;
using See360.Core.Storage;

namespace See360.Azure.Tests.Storage;

public sealed class BlobFileStoreTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Write_NobodyAnswers_IsUnavailableHoweverOftenTheClientTries(int retries)
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/nobody;";
        var store = new BlobFileStore(new BlobServiceClient(Nowhere, options).GetBlobContainerClient("files"));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.WriteAsync("bank/a", new MemoryStream([1])));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.OpenAsync("bank/a"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.DeleteAsync("bank/a"));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.ListAsync("bank/").GetAsyncEnumerator().MoveNextAsync());
    }
}
