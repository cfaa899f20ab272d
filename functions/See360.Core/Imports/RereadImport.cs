using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Reads the file of a preview anew, with the names of columns that are known now; the former preview makes room.</summary>
public sealed class RereadImport(ImportRecords imports, IFileStore files, ReadImport read)
{
    /// <returns>The new preview, or the same one if nothing reads differently; null if there is no such import.</returns>
    /// <exception cref="RuleBroken">It is not a preview any more.</exception>
    public async Task<Import?> RunAsync(InstituteId institute, BatchId batch, CancellationToken cancel = default)
    {
        if ((await imports.ReadAsync(institute, batch, cancel))?.Value is not { } import)
        {
            return null;
        }

        if (import.State != ImportState.Preview || await files.OpenAsync(import.StoredAs, cancel) is not { } content)
        {
            throw new RuleBroken("import-not-preview", new LocalizedText(
                "Nur ein Export, der noch nicht übernommen ist, lässt sich neu lesen. Nehmen Sie den Import zurück und laden Sie die Datei noch einmal hoch.",
                "Only an export that has not been taken over can be read anew. Undo the import and upload the file again."));
        }

        await using (content)
        {
            return (await read.RunAsync(new ImportUpload(institute, import.FileName, content, import.By, import.Attestation), cancel)).Import;
        }
    }
}
