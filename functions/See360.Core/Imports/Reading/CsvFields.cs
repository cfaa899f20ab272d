using System.Text;
using CsvHelper;

namespace See360.Core.Imports.Reading;

/// <summary>Records of a table, one after the other.</summary>
public interface IFieldReader : IAsyncDisposable
{
    /// <summary>The next record's fields, or null at the end. Blank lines may be left out.</summary>
    ValueTask<string[]?> NextAsync(CancellationToken cancel = default);

    /// <summary>Where the last record begins, from 1.</summary>
    int Line { get; }
}

/// <summary>RFC 4180 text, streamed: no more than a record is in memory.</summary>
public sealed class CsvFields : IFieldReader
{
    private readonly CsvReader _reader;
    private readonly int _linesBefore;

    /// <param name="text">Stands at the header line; disposed with this.</param>
    public CsvFields(StreamReader text, char separator, int linesBefore, ImportLimits limits)
    {
        _linesBefore = linesBefore;
        _reader = CsvReader.Create(text, Options(separator, limits));
    }

    /// <param name="utf8">Stands at the header line; disposed with this. Spares the way through characters and back.</param>
    public CsvFields(Stream utf8, char separator, int linesBefore, ImportLimits limits)
    {
        _linesBefore = linesBefore;
        _reader = CsvReader.Create(utf8, Options(separator, limits) with { Encoding = Encoding.UTF8 });
    }

    public int Line => _linesBefore + (int)_reader.LineNumber;

    public async ValueTask<string[]?> NextAsync(CancellationToken cancel = default)
    {
        try
        {
            return await _reader.ReadAsync(cancel) ? Record() : null;
        }
        catch (CsvFormatException)
        {
            throw FileRefused.QuoteNotClosed(Line + 1);
        }
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    /// <summary>Opens the text and stands before character <paramref name="skip"/>.</summary>
    public static async Task<StreamReader> OpenTextAsync(Stream stream, Encoding encoding, int skip, CancellationToken cancel)
    {
        var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
        var waste = new char[4096];
        while (skip > 0)
        {
            var read = await text.ReadBlockAsync(waste.AsMemory(0, Math.Min(skip, waste.Length)), cancel);
            skip = read == 0 ? 0 : skip - read;
        }

        return text;
    }

    /// <summary>Opens the bytes and stands before byte <paramref name="skip"/>.</summary>
    public static async Task<Stream> SkipAsync(Stream stream, long skip, CancellationToken cancel)
    {
        if (stream.CanSeek)
        {
            stream.Position = skip;
            return stream;
        }

        var waste = new byte[4096];
        while (skip > 0)
        {
            var read = await stream.ReadAsync(waste.AsMemory(0, (int)Math.Min(skip, waste.Length)), cancel);
            skip = read == 0 ? 0 : skip - read;
        }

        return stream;
    }

    private static CsvReaderOptions Options(char separator, ImportLimits limits) => new()
    {
        HasHeader = false,
        Separator = separator,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MaxRecordSize = limits.MaxRecordBytes,
        IncludeValuesInExceptions = false,
    };

    private string[] Record()
    {
        var fields = new string[_reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = CsvCells.Restore(RowRules.Compose(_reader.GetString(i)));
        }

        return fields;
    }
}
