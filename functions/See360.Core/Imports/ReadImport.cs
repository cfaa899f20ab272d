using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

/// <summary>Reads a file into a preview: the source is stored, every record becomes a participant with one state and
/// one reason, and nothing is sent or counted as asked until the import is confirmed.</summary>
public sealed class ReadImport(
    ImportRecords imports,
    InstituteRecords institutes,
    SourceArchive archive,
    OwnColumnNames ownColumns,
    ImportJudging judging,
    DiscardImport discard,
    ImportLimits limits,
    TimeProvider time)
{
    /// <exception cref="BadInput">The file as a whole can't be read; nothing of it is kept.</exception>
    /// <exception cref="RuleBroken">The same file is being read at this moment.</exception>
    public async Task<ImportRead> RunAsync(ImportUpload upload, CancellationToken cancel = default)
    {
        var institute = await institutes.GetAsync(upload.Institute, cancel);
        var week = IsoWeek.Of(time.GetUtcNow(), institute.TimeZone);
        await discard.AbandonedAsync(upload.Institute, week, cancel);
        var source = await archive.StoreAsync(upload.Institute, week, upload.Content, cancel);
        try
        {
            var own = await ownColumns.ForAsync(upload.Institute, upload.Columns, cancel);
            if (await EarlierAsync(upload, source.Hash, own, cancel) is { } earlier)
            {
                await archive.DeleteAsync(source.Name, cancel);
                return new ImportRead(earlier, AlreadyThere: true);
            }

            await using var opened = await SourceReader.OpenAsync(source.File, ImportColumns.Set, limits, own, cancel);
            var import = await ClaimAsync(upload, source, opened, week, cancel);
            var read = await ReadAsync(import, opened, institute, cancel);
            await ownColumns.RememberAsync(upload.Institute, upload.Columns, cancel);
            return new ImportRead(read, AlreadyThere: false);
        }
        catch
        {
            // Whatever went wrong: no upload lies in the store that no import knows.
            await archive.DeleteAsync(source.Name, CancellationToken.None);
            throw;
        }
    }

    /// <summary>The import that these bytes have already, unless it is a preview under another attestation or with other
    /// names of columns: that one makes room.</summary>
    private async Task<Import?> EarlierAsync(
        ImportUpload upload, string hash, IReadOnlyDictionary<string, string> own, CancellationToken cancel)
    {
        var known = await imports.Files.ReadAsync(ImportRecords.Partition(upload.Institute), hash, cancel);
        var earlier = known is null ? null : await imports.ReadAsync(upload.Institute, known.Value.Batch, cancel);
        if (known is null)
        {
            return null;
        }

        switch (earlier?.Value.State)
        {
            case ImportState.Reading:
                throw new RuleBroken("import-being-read", new LocalizedText(
                    "Diese Datei wird gerade eingelesen. Bitte warten Sie einen Moment und laden Sie die Seite neu.",
                    "This file is being read. Please wait a moment and reload the page."));
            case ImportState.Preview when (earlier.Value.Attestation is null) != (upload.Attestation is null) || ReadsDifferently(earlier.Value, own):
                await discard.RunAsync(upload.Institute, earlier.Value.Id, cancel);
                return null;
            case ImportState.Preview or ImportState.Confirmed:
                return earlier.Value;
            default:
                await imports.Files.WriteAsync(ImportRecords.Partition(upload.Institute), [Table<KnownFile>.Delete(known)], cancel);
                return null;
        }
    }

    internal static bool ReadsDifferently(Import import, IReadOnlyDictionary<string, string> own) =>
        import is { Headers: { } headers, Places: { } places } && !places.SequenceEqual(ImportColumns.Set.Match(headers, own));

    /// <summary>The next free number of the week, and the file's hash: both by insert, so that two uploads at once get
    /// two numbers, and the same file gets in once.</summary>
    private async Task<Import> ClaimAsync(ImportUpload upload, StoredSource source, OpenedSource opened, IsoWeek week, CancellationToken cancel)
    {
        var partition = ImportRecords.Partition(upload.Institute);
        while (true)
        {
            var last = (await imports.OfWeekAsync(upload.Institute, week, cancel)).LastOrDefault()?.Id.Number ?? 0;
            var import = new Import(
                new BatchId(week, BatchKind.Import, last + 1), DisplayName(upload.FileName), source.Hash, source.Name, time.GetUtcNow(), upload.By,
                ImportState.Reading, 0, new Dictionary<ParticipantState, int>(), opened.Warnings, upload.Attestation, Headers: opened.Headers, Places: opened.Places);
            if (!await imports.Imports.InsertAsync(partition, import.Id.ToString(), import, cancel))
            {
                continue;
            }

            if (await imports.Files.InsertAsync(partition, source.Hash, new KnownFile(import.Id), cancel))
            {
                return import;
            }

            await discard.RunAsync(upload.Institute, import.Id, cancel);
            throw new RuleBroken("import-being-read", new LocalizedText(
                "Diese Datei wird gerade an anderer Stelle eingelesen. Bitte laden Sie die Seite neu.",
                "This file is being read elsewhere at this moment. Please reload the page."));
        }
    }

    private async Task<Import> ReadAsync(Import import, OpenedSource opened, Institute institute, CancellationToken cancel)
    {
        var alive = time.GetUtcNow();
        try
        {
            var judged = await judging.RunAsync(import, opened, institute, AliveAsync, cancel);
            var rows = judged.Counts.Values.Sum();
            if (rows == 0)
            {
                throw FileRefused.NoRecords();
            }

            return await UpdateAsync(stored => stored with
            {
                State = ImportState.Preview,
                Rows = rows,
                Counts = judged.Counts,
                Later = judged.Later,
                Warnings = judged.AnyElsewhere ? [.. stored.Warnings, WarningCodes.SomeReadyElsewhere] : stored.Warnings,
            });
        }
        catch (Exception e)
        {
            var refused = e as BadInput;
            await discard.RunAsync(institute.Id, import.Id, CancellationToken.None, refused?.Code, refused?.Text);
            throw;
        }

        async Task AliveAsync()
        {
            if (time.GetUtcNow() - alive > Import.Heartbeat)
            {
                alive = time.GetUtcNow();
                await UpdateAsync(stored => stored with { AliveAt = alive });
            }
        }

        async Task<Import> UpdateAsync(Func<Import, Import> change) => await imports.Imports.UpdateAsync(
            ImportRecords.Partition(institute.Id), import.Id.ToString(),
            stored => stored is { State: ImportState.Reading } ? change(stored) : throw Interrupted(), cancel) ?? throw Interrupted();
    }

    private static RuleBroken Interrupted() => new("import-interrupted", new LocalizedText(
        "Das Einlesen wurde unterbrochen. Bitte laden Sie die Datei noch einmal hoch.",
        "Reading was interrupted. Please upload the file again."));

    /// <summary>The last part of whatever path a browser sent, without control characters.</summary>
    private static string DisplayName(string fileName) =>
        FieldTexts.Shown(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..], 120) is { Length: > 0 } name ? name : "Export";
}
