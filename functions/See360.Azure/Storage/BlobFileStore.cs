using System.Runtime.CompilerServices;
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
        await GuardedAsync(() => blob.UploadAsync(content, overwrite: true, cancel));
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancel = default)
    {
        var blob = Blob(name);
        try
        {
            return (await GuardedAsync(() => blob.DownloadStreamingAsync(cancellationToken: cancel))).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancel = default)
    {
        var blob = Blob(name);
        return GuardedAsync(() => blob.DeleteIfExistsAsync(cancellationToken: cancel));
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        // The service lists in the order of the names' bytes, which is the ordinal one: names are ASCII.
        await using var blobs = container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancel).GetAsyncEnumerator(cancel);
        while (await GuardedAsync(() => blobs.MoveNextAsync().AsTask()))
        {
            yield return blobs.Current.Name;
        }
    }

    private static async Task<T> GuardedAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (Exception e) when (IsPassing(e))
        {
            throw new StorageUnavailableException("Azure Storage did not take the request.", e);
        }
    }

    /// <summary>After the last of its own tries the client collects what each has met.</summary>
    internal static bool IsPassing(Exception e) => e is RequestFailedException { Status: 0 or 408 or 429 or 500 or 502 or 503 or 504 }
        || (e is AggregateException all && all.InnerExceptions.All(IsPassing));

    private BlobClient Blob(string name)
    {
        FileNames.Check(name);
        return container.GetBlobClient(name);
    }
}
