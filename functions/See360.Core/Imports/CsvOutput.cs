using CsvHelper;
using See360.Core.Imports.Reading;

namespace See360.Core.Imports;

/// <summary>CSV as German spreadsheets open it without a question: UTF-8 with BOM, <c>;</c>, CRLF, all quoted, and no
/// cell that could be taken for a formula.</summary>
public sealed class CsvOutput(Stream stream) : IAsyncDisposable
{
    private readonly CsvWriter _writer = CsvWriter.Create(
        stream,
        new CsvWriterOptions { Separator = ';', WriteByteOrderMark = true, Quoting = CsvQuoting.Always, NewLine = "\r\n", ValidateFieldCount = false },
        leaveOpen: true);

    public Task WriteAsync(IEnumerable<string> cells, CancellationToken cancel = default) =>
        _writer.WriteRecordAsync([.. cells.Select(CsvCells.Neutralise)], cancel).AsTask();

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
