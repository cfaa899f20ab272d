using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using See360.Azure.Drop;
using See360.Azure.Storage;

namespace See360.Functions;

/// <summary>Files that a bank puts into its folder by SFTP. The event comes when the file is complete; it may come twice. After five
/// failed tries the event lies in the queue of poison messages, the file where it was, and operations is alerted.</summary>
public sealed class DropInbox(DropBlobs drop)
{
    [Function(nameof(DropInbox))]
    public Task RunAsync(
        [BlobTrigger(StorageClients.Drop + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = "DropStorage")] BlobClient file,
        CancellationToken cancel) =>
        drop.ImportAsync(file.Name, cancel);
}
