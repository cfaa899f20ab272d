using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>What has become of a dropped file.</summary>
/// <param name="Report">To be put beside the file, in German and English; names no person.</param>
/// <param name="Import">Null if the file was refused as a whole.</param>
/// <param name="AlreadyThere">These bytes had been imported before, perhaps by another delivery of the same file.</param>
public sealed record DroppedFileResult(string Report, Import? Import, bool AlreadyThere = false);

/// <summary>Imports a file that nobody looks at first: read, confirmed, reported. It may be called again after a crash at any
/// point, or twice at once: the same bytes are one import, and confirming goes on where it was.</summary>
public sealed class ImportDroppedFile(ReadImport read, ConfirmImport confirm, WriteRejectedRows rejectedRows)
{
    /// <param name="fileName">As it was dropped.</param>
    /// <exception cref="RuleBroken">It is being read elsewhere: to be tried again.</exception>
    /// <exception cref="StorageUnavailableException">To be tried again.</exception>
    public async Task<DroppedFileResult> RunAsync(Institute institute, string fileName, Stream content, CancellationToken cancel = default)
    {
        try
        {
            var result = await read.RunAsync(new ImportUpload(institute.Id, fileName, content, By: "", institute.AttestsExistingCustomers), cancel);
            var import = await confirm.RunAsync(institute.Id, result.Import.Id, "", cancel) ?? result.Import;
            return new DroppedFileResult(DropReport.Of(fileName, import, result.AlreadyThere), import, result.AlreadyThere);
        }
        catch (BadInput refused)
        {
            return new DroppedFileResult(DropReport.Refused(fileName, refused.Code, refused.Text), null);
        }
        catch (RuleBroken broken) when (broken.Code == "import-undone")
        {
            return new DroppedFileResult(DropReport.Refused(fileName, broken.Code, broken.Text), null);
        }
    }

    /// <summary>The rows that were not accepted, to be corrected and dropped again.</summary>
    /// <returns>False if there are none.</returns>
    public async Task<bool> WriteRejectedAsync(Institute institute, Import import, Stream csv, CancellationToken cancel = default) =>
        await rejectedRows.RunAsync(institute.Id, import.Id, Language.De, csv, cancel) > 0;
}
