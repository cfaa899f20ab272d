using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Azure.Drop;

/// <summary>
/// Files that a bank has put into its folder of the drop account by SFTP: <c>institute/file</c>. Each ends in <c>done/</c> or <c>rejected/</c> of
/// that folder, with its report beside it. Every step can be repeated, and two at once do the same: the names are made from the file itself,
/// the same bytes are one import, and the file leaves its place last. If another has taken its place meanwhile, that one stays: it has an event
/// of its own, and the sweep.
/// </summary>
/// <remarks>Only what is the file's own fault puts it into <c>rejected/</c>. Anything else leaves it where it is and is thrown.</remarks>
/// <param name="drop">The container of the drop account.</param>
public sealed class DropBlobs(BlobContainerClient drop, InstituteRecords institutes, ImportDroppedFile dropped, ImportLimits limits, ILogger<DropBlobs> log)
{
    /// <summary>Reports and files that were put away lie in folders below: they are no new files.</summary>
    public static bool IsDropped(string name) => name.Split('/') is [{ Length: > 0 }, { Length: > 0 } file] && !UnfinishedFiles.IsOne(file) && !HasBackslash(name);

    /// <summary>Part of a name here, and a way into another folder to whatever makes an address of it.</summary>
    private static bool HasBackslash(string name) => name.Contains('\\', StringComparison.Ordinal);

    /// <summary>Imports what lies there although no event has told of it: renamed after the upload, or an event that was lost.</summary>
    /// <param name="olderThan">Younger files may still be on their way to us.</param>
    /// <exception cref="AggregateException">Of the files and folders that failed; all others were looked after nonetheless.</exception>
    public async Task SweepAsync(DateTimeOffset olderThan, CancellationToken cancel = default)
    {
        var failed = new List<Exception>();
        foreach (var institute in await institutes.AllAsync(cancel))
        {
            var lying = new List<string>();
            await TryAsync(() => ListAsync(institute.Id, olderThan, lying, cancel));
            foreach (var name in lying)
            {
                await TryAsync(() => ImportAsync(name, cancel));
            }
        }

        if (failed.Count > 0)
        {
            throw new AggregateException("Some dropped files could not be imported.", failed);
        }

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (RuleBroken busy) when (busy.Code == "import-being-read")
            {
                log.LogInformation("A dropped file is being read elsewhere; the next look takes it up");
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                failed.Add(e);
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
        if (file.ContentLength > limits.MaxBytes)
        {
            // To be put away it would have to pass through here, every byte of it.
            var report = DropReport.LeftAsTooLarge(fileName, limits.MaxBytes);
            await WriteReportAsync($"{institute.Id}/rejected/{Stamped(file, fileName)}", report, overwrite: false, cancel);
            return;
        }

        if (await ReadAsync(name, file.ETag, institute, fileName, cancel) is not { } result)
        {
            return;
        }

        var target = $"{institute.Id}/{(result.Import is null ? "rejected" : "done")}/{Stamped(file, fileName)}";
        if (result.Import is { } import)
        {
            await WriteRejectedAsync(institute, import, target + ".abgelehnt.csv", cancel);
        }

        // The delivery that has imported the file has more to say than one that finds it imported, whichever of the two comes last.
        await WriteReportAsync(target, result.Report, overwrite: !result.AlreadyThere, cancel);
        await PutAwayAsync(name, file.ETag, target, cancel);
    }

    private async Task ListAsync(InstituteId institute, DateTimeOffset olderThan, List<string> lying, CancellationToken cancel)
    {
        await foreach (var item in drop.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Prefix = $"{institute}/", Delimiter = "/" }, cancel))
        {
            if (item.IsBlob && item.Blob.Properties.LastModified < olderThan)
            {
                lying.Add(item.Blob.Name);
            }
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

    /// <summary>Null if the file is gone, or another is in its place.</summary>
    private async Task<DroppedFileResult?> ReadAsync(string name, ETag version, Institute institute, string fileName, CancellationToken cancel)
    {
        await using var content = await OpenAsync(name, version, cancel);
        return content is null ? null : await dropped.RunAsync(institute, fileName, content, cancel);
    }

    private async Task<Stream?> OpenAsync(string name, ETag version, CancellationToken cancel)
    {
        try
        {
            var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = version } };
            return (await drop.GetBlobClient(name).DownloadStreamingAsync(options, cancel)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404 || IsReplaced(e))
        {
            return null;
        }
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

    private async Task WriteReportAsync(string target, string report, bool overwrite, CancellationToken cancel)
    {
        try
        {
            await drop.GetBlobClient(target + ".bericht.txt").UploadAsync(BinaryData.FromString(report), overwrite, cancel);
        }
        catch (RequestFailedException e) when (!overwrite && (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || IsReplaced(e)))
        {
            // An earlier delivery has said it.
        }
    }

    private async Task PutAwayAsync(string name, ETag version, string target, CancellationToken cancel)
    {
        await using (var content = await OpenAsync(name, version, cancel))
        {
            if (content is null)
            {
                return;
            }

            await drop.GetBlobClient(target).UploadAsync(content, overwrite: true, cancel);
        }

        try
        {
            await drop.GetBlobClient(name).DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = version }, cancellationToken: cancel);
        }
        catch (RequestFailedException e) when (IsReplaced(e))
        {
            log.LogInformation("A dropped file was replaced while it was imported; the new one is imported by its own event");
        }
    }

    /// <summary>Not every 412 is of our condition: a lease gives one, too.</summary>
    private static bool IsReplaced(RequestFailedException e) => e.ErrorCode == BlobErrorCode.ConditionNotMet;

    /// <summary>The same for every delivery of one file, and another for another file of the same name.</summary>
    private static string Stamped(BlobProperties file, string name)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.ETag.ToString())))[..6];
        return string.Create(CultureInfo.InvariantCulture, $"{file.LastModified.UtcDateTime:yyyyMMdd-HHmmss}-{version}-{FieldTexts.Shown(name, 120)}");
    }
}
