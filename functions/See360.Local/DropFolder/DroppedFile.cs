using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Local.DropFolder;

/// <summary>Imports one claimed file and puts it away. Every step can be repeated: the same bytes are one import, confirming
/// goes on where it was, and the file leaves <c>.work/</c> last.</summary>
internal sealed class DroppedFile(ReadImport read, ConfirmImport confirm, WriteRejectedRows rejectedRows, ILogger<DroppedFile> log)
{
    private static readonly LocalizedText Unexpected = new(
        "Ein unerwarteter Fehler ist aufgetreten. Bitte melden Sie ihn dem Betrieb, und legen Sie die Datei danach noch einmal ab.",
        "An unexpected error has occurred. Please report it to operations, and drop the file once more afterwards.");

    public async Task ImportAsync(InstituteFolder folder, Institute institute, FileInfo file, CancellationToken cancel)
    {
        try
        {
            var result = await ReadAsync(institute, file, cancel);
            var import = await confirm.RunAsync(institute.Id, result.Import.Id, "", cancel) ?? result.Import;
            await WriteRejectedAsync(folder, institute, import, file, cancel);
            PutAway(file, folder.Done, DropReport.Of(InstituteFolder.OriginalName(file), import, result.AlreadyThere));
        }
        catch (BadInput refused)
        {
            PutAway(file, folder.Rejected, DropReport.Refused(InstituteFolder.OriginalName(file), refused.Code, refused.Text));
        }
        catch (RuleBroken broken) when (broken.Code == "import-undone")
        {
            PutAway(file, folder.Rejected, DropReport.Refused(InstituteFolder.OriginalName(file), broken.Code, broken.Text));
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
            PutAway(file, folder.Rejected, DropReport.Refused(InstituteFolder.OriginalName(file), "unexpected", Unexpected));
        }
    }

    private async Task<ImportRead> ReadAsync(Institute institute, FileInfo file, CancellationToken cancel)
    {
        await using var content = file.OpenRead();
        return await read.RunAsync(
            new ImportUpload(institute.Id, InstituteFolder.OriginalName(file), content, By: "", institute.AttestsExistingCustomers), cancel);
    }

    private async Task WriteRejectedAsync(InstituteFolder folder, Institute institute, Import import, FileInfo file, CancellationToken cancel)
    {
        var path = Path.Combine(folder.Done, file.Name + ".abgelehnt.csv");
        int? written;
        await using (var csv = File.Create(path))
        {
            written = await rejectedRows.RunAsync(institute.Id, import.Id, Language.De, csv, cancel);
        }

        if (written is null or 0)
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
