using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace See360.Core.Imports.Reading;

/// <summary>What a cell shows, as text: shared texts looked up, dates as <c>yyyy-MM-dd</c>, numbers with the leading
/// zeros that their format gives them.</summary>
public sealed class CellTexts
{
    private const int Days1904 = 1462;

    private readonly List<string> _shared;
    private readonly List<(bool IsDate, int Zeros)> _formats;
    private readonly bool _from1904;

    private CellTexts(List<string> shared, List<(bool IsDate, int Zeros)> formats, bool from1904) =>
        (_shared, _formats, _from1904) = (shared, formats, from1904);

    public static CellTexts Of(WorkbookPart workbook, ImportLimits limits) => new(
        Shared(workbook.SharedStringTablePart, limits),
        Formats(workbook.WorkbookStylesPart?.Stylesheet),
        workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);

    public string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : "",
            CellValues.InlineString => cell.InlineString is { } inline ? Visible(inline) : "",
            CellValues.Boolean => value == "1" ? "WAHR" : "FALSCH",
            CellValues.String or CellValues.Error or CellValues.Date => value,
            _ => Number(value, cell.StyleIndex?.Value ?? 0),
        };
    }

    private string Number(string value, uint style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var format = style < _formats.Count ? _formats[(int)style] : default;
        if (format.IsDate && number is >= 1 and < 2_900_000)
        {
            return DateTime.FromOADate(number + (_from1904 ? Days1904 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        // From 16 digits on the last ones are lost: such a number stays in the notation that the rules refuse.
        return Math.Abs(number) < 1e15 && number == Math.Truncate(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture).PadLeft(format.Zeros, '0')
            : Math.Abs(number) >= 1e15 ? number.ToString("E10", CultureInfo.InvariantCulture) : value;
    }

    private static List<string> Shared(SharedStringTablePart? part, ImportLimits limits)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        var size = 0L;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
            {
                var text = Visible(item);
                size += text.Length + 32;
                texts.Add(size <= limits.MaxSharedTextBytes ? text : throw FileRefused.UnsafeWorkbook());
            }
        }

        return texts;
    }

    /// <summary>All runs of a text, without the phonetic ones.</summary>
    private static string Visible(OpenXmlElement item) =>
        string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

    private static List<(bool IsDate, int Zeros)> Formats(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.NumberFormatId?.HasValue == true)
            .GroupBy(f => f.NumberFormatId!.Value)
            .ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "") ?? [];
        return [.. styles?.CellFormats?.Elements<CellFormat>().Select(f => Format(f.NumberFormatId?.Value ?? 0, own)) ?? []];
    }

    private static (bool IsDate, int Zeros) Format(uint id, Dictionary<uint, string> own)
    {
        if (!own.TryGetValue(id, out var code))
        {
            return (id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58), 0);
        }

        var zeros = code.Length is > 1 and <= 40 && code.All(c => c == '0') ? code.Length : 0;
        return (zeros == 0 && IsDateCode(code), zeros);
    }

    /// <summary>A day or a year outside quotes and brackets: <c>dd.mm.yyyy</c>, <c>[$-407]d. mmmm yyyy</c>, <c>TT.MM.JJJJ</c>.</summary>
    private static bool IsDateCode(string code)
    {
        var hidden = '\0';
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (hidden != '\0')
            {
                hidden = c == hidden ? '\0' : hidden;
            }
            else if (c is '"' or '[')
            {
                hidden = c == '"' ? '"' : ']';
            }
            else if (c is '\\' or '_')
            {
                i++;
            }
            else if (char.ToLowerInvariant(c) is 'd' or 'y' or 't' or 'j')
            {
                return true;
            }
        }

        return false;
    }
}
