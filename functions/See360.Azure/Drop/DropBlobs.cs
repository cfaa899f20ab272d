using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using See360.Azure.Storage;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Azure.Drop;

/// <summary>
/// Files that a bank has put into its folder of the drop account by SFTP: <c>institute/file</c>. Each ends in <c>done/</c> or <c>rejected/</c> of
/// that folder, with its report beside it. Every step can be repeated, and two at once do the same: the names are made from the file itself,
/// the same bytes are one import, and the file leaves its place last.
/// </summary>
/// <param name="drop">The container of the drop account.</param>
public sealed class DropBlobs(BlobContainerClient drop, InstituteRecords institutes, ImportDroppedFile dropped, ILogger<DropBlobs> log)
{
    /// <summary>Reports and files that were put away lie in folders below: they are no new files.</summary>
    public static bool IsDropped(string name) => name.Split('/') is [{ Length: > 0 }, { Length: > 0 } file] && !UnfinishedFiles.IsOne(file) && !HasBackslash(name);

    /// <summary>Part of a name here, and a way into another folder to whatever makes an address of it.</summary>
    private static bool HasBackslash(string name) => name.Contains('\\', StringComparison.Ordinal);

    /// <summary>Imports what lies there although no event has told of it: renamed after the upload, or an event that was lost.</summary>
    /// <param name="olderThan">Younger files may still be on their way to us.</param>
    public async Task SweepAsync(DateTimeOffset olderThan, CancellationToken cancel = default)
    {
        foreach (var institute in await institutes.AllAsync(cancel))
        {
            var lying = new List<string>();
            await foreach (var item in drop.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Prefix = $"{institute.Id}/", Delimiter = "/" }, cancel))
            {
                if (item.IsBlob && item.Blob.Properties.LastModified < olderThan)
                {
                    lying.Add(item.Blob.Name);
                }
            }

            foreach (var name in lying)
            {
                await ImportAsync(name, cancel);
            }
        }
    }

    /// <param name="name">Of the blob: <c>institute/file</c>.</param>
    /// <exception cref="RuleBroken">It is being read elsewhere: to be tried again.</exception>
    /// <exception cref="StorageUnavailableException">To be tried again.</exception>
    public async Task ImportAsync(string name, CancellationToken cancel = default)
    {
        if (HasBackslash(name))
        {
            log.LogError("A dropped file has a backslash in its name and stays where it is");
        }

        if (!IsDropped(name) || await InstituteAsync(name.Split('/')[0], cancel) is not { } institute || await FindAsync(name, cancel) is not { } file)
        {
            return;
        }

        var fileName = name.Split('/')[1];
        try
        {
            var result = await ReadAsync(name, file, institute, fileName, cancel);
            if (result.Import is { } import)
            {
                await WriteRejectedAsync(institute, import, $"{institute.Id}/done/{Stamped(file, fileName)}.abgelehnt.csv", cancel);
            }

            await PutAwayAsync(name, $"{institute.Id}/{(result.Import is null ? "rejected" : "done")}/{Stamped(file, fileName)}", file, result.Report, cancel);
        }
        catch (Exception e) when (!BlobFileStore.IsPassing(e) && e is not (RuleBroken or StorageUnavailableException or RequestFailedException or IOException or OperationCanceledException))
        {
            // A bug that this file has found is not mended by trying again.
            log.LogError("A dropped file could not be imported: {Error} at {Stack}", e.GetType().FullName, e.StackTrace);
            await PutAwayAsync(name, $"{institute.Id}/rejected/{Stamped(file, fileName)}", file, DropReport.Unexpected(fileName), cancel);
        }
    }

    private async Task<Institute?> InstituteAsync(string folder, CancellationToken cancel)
    {
        if (InstituteId.TryParse(folder, out var id) && await institutes.FindAsync(id, cancel) is { } institute)
        {
            return institute;
        }

        log.LogError("A file was dropped into a folder that belongs to no institute");
        return null;
    }

    /// <summary>Null if it is gone: another delivery of the same event has put it away.</summary>
    private async Task<BlobProperties?> FindAsync(string name, CancellationToken cancel)
    {
        try
        {
            return (await drop.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancel)).Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>This file and none that has taken its place: the bank may put another one under the same name at any time.</summary>
    private async Task<Stream> OpenAsync(string name, BlobProperties file, CancellationToken cancel) =>
        (await drop.GetBlobClient(name).DownloadStreamingAsync(new BlobDownloadOptions { Conditions = Still(file) }, cancel)).Value.Content;

    private async Task<DroppedFileResult> ReadAsync(string name, BlobProperties file, Institute institute, string fileName, CancellationToken cancel)
    {
        await using var content = await OpenAsync(name, file, cancel);
        return await dropped.RunAsync(institute, fileName, content, cancel);
    }

    private async Task WriteRejectedAsync(Institute institute, Import import, string target, CancellationToken cancel)
    {
        // Rows of a bank's week: small. On a disk of the host, because how many there are is known only at the end.
        await using var csv = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        if (await dropped.WriteRejectedAsync(institute, import, csv, cancel))
        {
            csv.Position = 0;
            await drop.GetBlobClient(target).UploadAsync(csv, overwrite: true, cancel);
        }
    }

    private async Task PutAwayAsync(string name, string target, BlobProperties file, string report, CancellationToken cancel)
    {
        await drop.GetBlobClient(target + ".bericht.txt").UploadAsync(BinaryData.FromString(report), overwrite: true, cancel);
        await using (var content = await OpenAsync(name, file, cancel))
        {
            await drop.GetBlobClient(target).UploadAsync(content, overwrite: true, cancel);
        }

        await drop.GetBlobClient(name).DeleteIfExistsAsync(conditions: Still(file), cancellationToken: cancel);
    }

    private static BlobRequestConditions Still(BlobProperties file) => new() { IfMatch = file.ETag };

    /// <summary>The same for every delivery of one file, and another for another file of the same name.</summary>
    private static string Stamped(BlobProperties file, string name)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.ETag.ToString())))[..6];
        return string.Create(CultureInfo.InvariantCulture, $"{file.LastModified.UtcDateTime:yyyyMMdd-HHmmss}-{version}-{FieldTexts.Shown(name, 120)}");
    }
}
