using System.Text;

namespace See360.Core.Imports.Reading;

/// <summary>What is known of a stored file before its first record is read.</summary>
/// <param name="First">Its first bytes.</param>
public sealed record SourceFile(Func<CancellationToken, Task<Stream>> OpenAsync, ReadOnlyMemory<byte> First, bool IsUtf8, bool HasNul);

/// <summary>Opens a file of any kind: finds out what it is, finds its header, and refuses what can't be read.</summary>
public static class SourceReader
{
    private const int BeginningChars = 64 * 1024;

    /// <exception cref="BadInput">The file as a whole can't be read; the text says what to do.</exception>
    public static async Task<OpenedSource> OpenAsync(
        SourceFile file, ColumnSet columns, ImportLimits limits, IReadOnlyDictionary<string, string>? own = null, CancellationToken cancel = default)
    {
        return file.First.Span switch
        {
            [] => throw FileRefused.Empty(),
            [0x50, 0x4B, 0x03, 0x04, ..] => await OpenWorkbookAsync(file, columns, limits, own, cancel),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw FileRefused.OldWorkbook(),
            _ => await OpenTextAsync(file, columns, limits, own, cancel),
        };
    }

    private static async Task<OpenedSource> OpenTextAsync(
        SourceFile file, ColumnSet columns, ImportLimits limits, IReadOnlyDictionary<string, string>? own, CancellationToken cancel)
    {
        var encoding = SourceEncoding.Of(file.First.Span, file.IsUtf8);
        if (file.HasNul && encoding is not UnicodeEncoding)
        {
            throw FileRefused.NotATable();
        }

        var beginning = await BeginningAsync(file, encoding, cancel);
        if (string.IsNullOrWhiteSpace(beginning))
        {
            throw FileRefused.Empty();
        }

        var found = HeaderSearch.Find(beginning, columns, own)
            ?? throw (LooksBinary(beginning) ? FileRefused.NotATable() : FileRefused.HeaderUnknown(columns));
        var fields = await FieldsAsync(file, encoding, beginning, found, limits, cancel);
        var warnings = new List<string>();
        AddIf(found.Preamble, WarningCodes.Preamble);
        AddIf(encoding.CodePage == 1252, WarningCodes.Windows1252);
        return await WithHeaderAsync(fields, columns, limits, own, warnings, cancel);

        void AddIf(bool applies, string code)
        {
            if (applies)
            {
                warnings.Add(code);
            }
        }
    }

    private static async Task<CsvFields> FieldsAsync(
        SourceFile file, Encoding encoding, string beginning, FoundHeader found, ImportLimits limits, CancellationToken cancel)
    {
        var stream = await file.OpenAsync(cancel);
        if (encoding is UTF8Encoding && file.IsUtf8)
        {
            var before = encoding.Preamble.Length + encoding.GetByteCount(beginning.AsSpan(0, found.Chars));
            return new CsvFields(await CsvFields.SkipAsync(stream, before, cancel), found.Separator, found.Lines, limits);
        }

        return new CsvFields(await CsvFields.OpenTextAsync(stream, encoding, found.Chars, cancel), found.Separator, found.Lines, limits);
    }

    private static async Task<OpenedSource> OpenWorkbookAsync(
        SourceFile file, ColumnSet columns, ImportLimits limits, IReadOnlyDictionary<string, string>? own, CancellationToken cancel)
    {
        var reader = await WorkbookFields.OpenAsync(await file.OpenAsync(cancel), limits, cancel);
        try
        {
            var warnings = new List<string>();
            for (var line = 0; line < 60 && await reader.NextAsync(cancel) is { } fields; line++)
            {
                if (columns.Match(fields, own).Count(place => place >= 0) >= columns.EnoughForHeader)
                {
                    reader.Width = TrimEnd(fields).Length;
                    return Opened(reader, TrimEnd(fields), columns, limits, own, warnings, cancel);
                }

                if (warnings.Count == 0 && !RowRules.IsBlank(fields))
                {
                    warnings.Add(WarningCodes.Preamble);
                }
            }

            throw FileRefused.HeaderUnknown(columns);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    private static async Task<OpenedSource> WithHeaderAsync(
        IFieldReader reader, ColumnSet columns, ImportLimits limits, IReadOnlyDictionary<string, string>? own, List<string> warnings, CancellationToken cancel)
    {
        try
        {
            var headers = await reader.NextAsync(cancel) ?? throw FileRefused.HeaderUnknown(columns);
            return Opened(reader, TrimEnd(headers), columns, limits, own, warnings, cancel);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    private static OpenedSource Opened(
        IFieldReader reader, string[] headers, ColumnSet columns, ImportLimits limits, IReadOnlyDictionary<string, string>? own, List<string> warnings, CancellationToken cancel)
    {
        if (headers.Length > limits.MaxColumns)
        {
            throw FileRefused.HeaderUnknown(columns);
        }

        var places = columns.Match(headers, own);
        for (var column = 0; column < places.Length; column++)
        {
            if (places[column] < 0 && columns.Columns[column].Required)
            {
                throw FileRefused.ColumnMissing(columns.Columns[column].Name);
            }
        }

        if (headers.Any(h => SourceEncoding.LooksLikeMojibake(h)))
        {
            warnings.Add(WarningCodes.Mojibake);
        }

        return new OpenedSource(headers, places, warnings, RowStream.ReadAsync(reader, headers.Length, limits, cancel), reader);
    }

    private static async Task<string> BeginningAsync(SourceFile file, Encoding encoding, CancellationToken cancel)
    {
        using var text = await CsvFields.OpenTextAsync(await file.OpenAsync(cancel), encoding, 0, cancel);
        var buffer = new char[BeginningChars];
        var read = await text.ReadBlockAsync(buffer, cancel);
        return new string(buffer, 0, read);
    }

    /// <summary>Text has no control characters but tabs and line breaks.</summary>
    private static bool LooksBinary(string beginning) =>
        beginning.Count(c => (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || c == '\uFFFD') > beginning.Length / 50;

    private static string[] TrimEnd(string[] headers)
    {
        var end = headers.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(headers[end - 1]))
        {
            end--;
        }

        return headers[..end];
    }
}
