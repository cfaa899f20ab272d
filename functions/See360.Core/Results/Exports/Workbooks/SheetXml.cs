using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace See360.Core.Results.Exports;

/// <summary>The XML of a worksheet, row by row, straight into the stream: half a million cells a second would be too slow by way of objects,
/// and a document of objects holds all rows at once.</summary>
internal sealed class SheetXml(Stream stream, SharedTexts texts)
{
    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private int _rows;

    /// <param name="widths">Of the columns, in characters.</param>
    /// <param name="first">The sheet that is open when the workbook is opened.</param>
    public void Begin(IEnumerable<double> widths, bool first)
    {
        Raw("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"""u8);
        Raw(first ? ""u8 : "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"u8);
        Raw("""<sheetViews><sheetView showGridLines="0" """u8);
        Raw(first ? "tabSelected=\"1\" "u8 : ""u8);
        Raw("""workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>"""u8);
        var column = 0;
        foreach (var width in widths)
        {
            column++;
            Text(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>"));
        }

        Raw("</cols><sheetData>"u8);
    }

    /// <param name="height">In points; null: as the program finds it.</param>
    public void BeginRow(double? height = null)
    {
        _rows++;
        Raw("<row r=\""u8);
        Number(_rows);
        if (height is { } points)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"\" ht=\"{points}\" customHeight=\"1"));
        }

        Raw("\">"u8);
    }

    /// <param name="column">From 0.</param>
    public void Cell(int column, in FlatCell cell)
    {
        if (cell.Number is null && cell.Text is null && cell.Form == CellForm.Plain)
        {
            return;
        }

        Raw("<c r=\""u8);
        Raw(CellNames.Column(column));
        Number(_rows);
        if (cell.Form != CellForm.Plain)
        {
            Raw("\" s=\""u8);
            Number((int)cell.Form);
        }

        if (cell.Number is { } number)
        {
            Raw("\"><v>"u8);
            var span = _buffer.GetSpan(32);
            Utf8Formatter.TryFormat(number, span, out var written);
            _buffer.Advance(written);
            Raw("</v></c>"u8);
        }
        else if (cell.Text is { } text)
        {
            Raw("\" t=\"s\"><v>"u8);
            Number(texts.Of(text));
            Raw("</v></c>"u8);
        }
        else
        {
            Raw("\"/>"u8);
        }
    }

    /// <summary>Hands on what has been written, once it is worth it.</summary>
    public ValueTask EndRowAsync(CancellationToken cancel)
    {
        Raw("</row>"u8);
        return _buffer.WrittenCount >= FlushAt ? FlushAsync(cancel) : ValueTask.CompletedTask;
    }

    /// <param name="filtered">How many columns can be filtered; 0: none.</param>
    public ValueTask EndAsync(int filtered, CancellationToken cancel)
    {
        Raw("</sheetData>"u8);
        if (filtered > 0)
        {
            Text($"<autoFilter ref=\"A1:{Encoding.ASCII.GetString(CellNames.Column(filtered - 1))}{Math.Max(_rows, 1)}\"/>");
        }

        Raw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>"""u8);
        return FlushAsync(cancel);
    }

    private async ValueTask FlushAsync(CancellationToken cancel)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, cancel);
        _buffer.ResetWrittenCount();
    }

    private void Raw(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    private void Text(string ascii)
    {
        var span = _buffer.GetSpan(ascii.Length);
        _buffer.Advance(Encoding.ASCII.GetBytes(ascii, span));
    }

    private void Number(int number)
    {
        var span = _buffer.GetSpan(16);
        Utf8Formatter.TryFormat(number, span, out var written);
        _buffer.Advance(written);
    }
}
