using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Local.DropFolder;

/// <summary>Imports one claimed file and puts it away. Every step can be repeated; the file leaves <c>.work/</c> last.</summary>
internal sealed class DroppedFile(ImportDroppedFile dropped, ILogger<DroppedFile> log)
{
    public async Task ImportAsync(InstituteFolder folder, Institute institute, FileInfo file, CancellationToken cancel)
    {
        var name = InstituteFolder.OriginalName(file);
        try
        {
            var result = await ReadAsync(institute, name, file, cancel);
            if (result.Import is { } import)
            {
                await WriteRejectedAsync(folder, institute, import, file, cancel);
            }

            PutAway(file, result.Import is null ? folder.Rejected : folder.Done, result.Report);
        }
        catch (Exception e) when (e is RuleBroken or StorageUnavailableException or IOException or UnauthorizedAccessException)
        {
            // Being read elsewhere, disk full, locked: the file stays where it is and the next look tries again.
            log.LogWarning("A dropped file waits for another try: {Error}", e is RuleBroken rule ? rule.Code : e.GetType().Name);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A bug that this file has found must not keep the other files, and the other institutes, waiting.
            log.LogError("A dropped file could not be imported: {Error} at {Stack}", e.GetType().FullName, e.StackTrace);
            PutAway(file, folder.Rejected, DropReport.Unexpected(name));
        }
    }

    private async Task<DroppedFileResult> ReadAsync(Institute institute, string name, FileInfo file, CancellationToken cancel)
    {
        await using var content = file.OpenRead();
        return await dropped.RunAsync(institute, name, content, cancel);
    }

    private async Task WriteRejectedAsync(InstituteFolder folder, Institute institute, Import import, FileInfo file, CancellationToken cancel)
    {
        var path = Path.Combine(folder.Done, file.Name + ".abgelehnt.csv");
        bool any;
        await using (var csv = File.Create(path))
        {
            any = await dropped.WriteRejectedAsync(institute, import, csv, cancel);
        }

        if (!any)
        {
            File.Delete(path);
        }
    }

    private static void PutAway(FileInfo file, string folder, string report)
    {
        File.WriteAllText(Path.Combine(folder, file.Name + ".bericht.txt"), report);
        File.Move(file.FullName, Path.Combine(folder, file.Name), overwrite: true);
    }
}
