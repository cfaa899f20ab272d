using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace See360.Core.Imports.Reading;

/// <summary>The first visible sheet of a workbook, read as a stream of rows; only the shared texts are held in memory.</summary>
public sealed class WorkbookFields : IFieldReader
{
    private readonly Stream _stream;
    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlReader _rows;
    private readonly CellTexts _cells;
    private readonly int _maxColumns;

    private WorkbookFields(Stream stream, SpreadsheetDocument document, WorksheetPart sheet, CellTexts cells, int maxColumns)
    {
        (_stream, _document, _cells, _maxColumns) = (stream, document, cells, maxColumns);
        _rows = OpenXmlReader.Create(sheet);
    }

    /// <summary>A row ends with its last filled cell; behind the header it is filled up to this width.</summary>
    public int Width { get; set; }

    public int Line { get; private set; }

    /// <exception cref="BadInput">No workbook, or one that unpacks to too much.</exception>
    public static async Task<WorkbookFields> OpenAsync(Stream source, ImportLimits limits, CancellationToken cancel)
    {
        var stream = await PackageSafety.SeekableAsync(source, limits, cancel);
        try
        {
            PackageSafety.Check(stream, limits);
            return Guard(() =>
            {
                var document = SpreadsheetDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = limits.MaxPartBytes });
                var workbook = document.WorkbookPart ?? throw FileRefused.BrokenWorkbook();
                var sheet = workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(s => s.State is null || s.State == SheetStateValues.Visible);
                return sheet?.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part
                    ? new WorkbookFields(stream, document, part, CellTexts.Of(workbook, limits), limits.MaxColumns)
                    : throw FileRefused.BrokenWorkbook();
            });
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public ValueTask<string[]?> NextAsync(CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return new ValueTask<string[]?>(Guard(Next));
    }

    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        _document.Dispose();
        await _stream.DisposeAsync();
    }

    private string[]? Next()
    {
        while (_rows.Read())
        {
            if (_rows.ElementType == typeof(Row) && _rows.IsStartElement)
            {
                return ReadRow();
            }
        }

        return null;
    }

    private string[] ReadRow()
    {
        var fields = new List<string>();
        var number = _rows.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
        Line = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Line + 1;
        if (_rows.ReadFirstChild())
        {
            do
            {
                if (_rows.ElementType == typeof(Cell) && _rows.LoadCurrentElement() is Cell cell)
                {
                    var column = Column(cell.CellReference?.Value) ?? fields.Count;
                    Put(fields, Math.Min(column, _maxColumns), RowRules.Compose(CsvCells.Restore(_cells.Text(cell))));
                }
            }
            while (_rows.ReadNextSibling());
        }

        while (fields.Count < Width)
        {
            fields.Add("");
        }

        return [.. fields];
    }

    private static void Put(List<string> fields, int column, string text)
    {
        while (fields.Count <= column)
        {
            fields.Add("");
        }

        fields[column] = text;
    }

    /// <summary>From <c>AB12</c> to 27.</summary>
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                break;
            }

            column = Math.Min((column * 26) + (c - 'A' + 1), 1_000_000);
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>A damaged package fails in many ways inside the libraries that read it; to the user it is one.</summary>
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or OpenXmlPackageException or FileFormatException or ArgumentException
            or FormatException or NotSupportedException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or OverflowException or EndOfStreamException
            or NullReferenceException or UriFormatException)
        {
            throw FileRefused.BrokenWorkbook();
        }
    }
}
