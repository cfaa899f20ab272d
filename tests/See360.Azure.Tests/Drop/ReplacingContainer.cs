using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace See360.Azure.Tests.Drop;

/// <summary>Does something once, when a file has been opened for the first time.</summary>
internal sealed class ReplacingContainer(BlobContainerClient inner, Func<Task> after) : BlobContainerClient
{
    private int _opened;

    public override BlobClient GetBlobClient(string blobName) => new Replaced(inner.GetBlobClient(blobName), this);

    private sealed class Replaced(BlobClient inner, ReplacingContainer container) : BlobClient
    {
        public override Task<Response<BlobProperties>> GetPropertiesAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
            inner.GetPropertiesAsync(conditions, cancellationToken);

        public override async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
        {
            var opened = await inner.DownloadStreamingAsync(options, cancellationToken);
            if (Interlocked.Increment(ref container._opened) == 1)
            {
                var kept = BinaryData.FromStream(opened.Value.Content);
                await container.After();
                return Response.FromValue(BlobsModelFactory.BlobDownloadStreamingResult(kept.ToStream(), opened.Value.Details), opened.GetRawResponse());
            }

            return opened;
        }

        public override Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite, CancellationToken cancellationToken = default) =>
            inner.UploadAsync(content, overwrite, cancellationToken);

        public override Task<Response<BlobContentInfo>> UploadAsync(Stream content, bool overwrite, CancellationToken cancellationToken = default) =>
            inner.UploadAsync(content, overwrite, cancellationToken);

        public override Task<Response<bool>> DeleteIfExistsAsync(DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
            inner.DeleteIfExistsAsync(snapshotsOption, conditions, cancellationToken);
    }

    private Task After() => after();
}
