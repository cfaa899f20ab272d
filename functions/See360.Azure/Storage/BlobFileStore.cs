using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using See360.Core.Storage;

namespace See360.Azure.Storage;

/// <summary>Files as blobs of one container; a name is the blob's name. A blob appears when its last block is committed, so
/// a file is seen whole or not at all.</summary>
/// <param name="container">Must exist (<see cref="StorageClients"/>). Its client's own retries apply: to repeat the same
/// upload does no harm.</param>
public sealed class BlobFileStore(BlobContainerClient container) : IFileStore
{
    public async Task WriteAsync(string name, Stream content, CancellationToken cancel = default)
    {
        var blob = Blob(name);
        cancel.ThrowIfCancellationRequested();
        try
        {
            await GuardedAsync(() => blob.UploadAsync(content, overwrite: true, cancel), cancel);
        }
        catch (StorageUnavailableException e) when (e.InnerException is IOException own)
        {
            // It is the caller's own stream that broke: what the connection does while it sends comes as a RequestFailedException.
            ExceptionDispatchInfo.Throw(own);
        }
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancel = default)
    {
        var blob = Blob(name);
        try
        {
            return (await GuardedAsync(() => blob.DownloadStreamingAsync(cancellationToken: cancel), cancel)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancel = default)
    {
        var blob = Blob(name);
        return GuardedAsync(() => blob.DeleteIfExistsAsync(cancellationToken: cancel), cancel);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        // The service lists in the order of the names' bytes, which is the ordinal one: names are ASCII.
        await using var blobs = container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancel).GetAsyncEnumerator(cancel);
        while (await GuardedAsync(() => blobs.MoveNextAsync().AsTask(), cancel))
        {
            yield return blobs.Current.Name;
        }
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> request, CancellationToken cancel)
    {
        try
        {
            return await request();
        }
        catch (Exception e) when (PassingFaults.Is(e, cancel))
        {
            throw new StorageUnavailableException("Azure Storage did not take the request.", e);
        }
    }

    private BlobClient Blob(string name)
    {
        FileNames.Check(name);
        return container.GetBlobClient(name);
    }
}
