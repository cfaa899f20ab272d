using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using See360.Core.Organisation;

namespace See360.Core.Imports;

public enum TemplateKind
{
    Contacts,
    Units,
    Employees,
}

/// <summary>*Muster* (with example rows) and *Leertabellen* (the header alone) of the files that can be imported.</summary>
public sealed class Templates(TimeProvider time)
{
    /// <param name="workbook">True: xlsx; false: CSV.</param>
    public async Task<byte[]> RunAsync(TemplateKind kind, bool workbook, bool example, CancellationToken cancel = default)
    {
        var (columns, examples) = kind switch
        {
            TemplateKind.Contacts => (ImportColumns.Set, [Contact()]),
            TemplateKind.Units => (UnitColumns.Set, UnitColumns.Example),
            TemplateKind.Employees => (EmployeeColumns.Set, [[.. EmployeeColumns.Example]]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        string[] header = [.. columns.Columns.Select(c => c.Name)];
        string[][] rows = example ? [header, .. examples] : [header];
        return workbook ? Workbook(rows) : await CsvAsync(rows, cancel);
    }

    private string[] Contact() =>
    [
        "0000123456", "Frau", "Dr.", "Erika", "Mustermann", "erika.mustermann@kunde.example",
        time.GetUtcNow().AddDays(-3).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), "max.berater@bank.example",
        "Beratung", "111", "Privatkunden", "Filiale", "Deutsch", "Bestandskunde", "",
    ];

    private static async Task<byte[]> CsvAsync(string[][] rows, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var csv = new CsvOutput(bytes))
        {
            foreach (var row in rows)
            {
                await csv.WriteAsync(row, cancel);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>All cells are text, so that a Kundennummer keeps its zeros when somebody types over it.</summary>
    private static byte[] Workbook(string[][] rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = TextStyles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var width = rows[0].Length;
            sheet.Worksheet = new Worksheet(
                new Columns(new Column { Min = 1, Max = (uint)width, Width = 24, CustomWidth = true, Style = 1 }),
                new SheetData(rows.Select(cells => new Row(cells.Select(Cell)))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Import" }));
        }

        return bytes.ToArray();
    }

    private static Cell Cell(string text) => new() { DataType = CellValues.InlineString, StyleIndex = 1, InlineString = new InlineString(new Text(text)) };

    /// <summary>Style 1 is number format 49, "text".</summary>
    private static Stylesheet TextStyles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));
}
