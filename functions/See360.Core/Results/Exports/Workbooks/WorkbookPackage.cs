using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;

namespace See360.Core.Results.Exports;

/// <summary>A workbook that is written part after part into a stream that can't be read or rewound: packages that can be read keep every
/// part in memory until they are closed.</summary>
internal static class WorkbookPackage
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <param name="sheets">Name and what writes it, in order.</param>
    public static async Task WriteAsync(
        Stream output, IReadOnlyList<(string Name, Func<SheetXml, bool, Task> Write)> sheets, DateTimeOffset at, CancellationToken cancel)
    {
        var gathered = new GatheredStream(output);
        await using (var zip = await ZipArchive.CreateAsync(gathered, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            await WriteAsync(zip, sheets, at, cancel);
        }

        await gathered.EndAsync(cancel);
    }

    private static async Task WriteAsync(
        ZipArchive zip, IReadOnlyList<(string Name, Func<SheetXml, bool, Task> Write)> sheets, DateTimeOffset at, CancellationToken cancel)
    {
        var texts = new SharedTexts();
        await AddAsync("[Content_Types].xml", ContentTypes(sheets.Count));
        await AddAsync("_rels/.rels", RelationsOf([("officeDocument", "xl/workbook.xml")]));
        await AddAsync("xl/workbook.xml", Workbook([.. sheets.Select(s => s.Name)]));
        await AddAsync("xl/_rels/workbook.xml.rels", RelationsOf(
            [.. sheets.Select((_, n) => ("worksheet", $"worksheets/sheet{n + 1}.xml")), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]));
        await AddAsync("xl/styles.xml", Head + WorkbookStyles.Sheet.OuterXml);
        for (var n = 0; n < sheets.Count; n++)
        {
            await using var part = await OpenAsync($"xl/worksheets/sheet{n + 1}.xml");
            await sheets[n].Write(new SheetXml(part, texts), n == 0);
        }

        await using (var part = await OpenAsync("xl/sharedStrings.xml"))
        {
            await texts.WriteAsync(part);
        }

        async Task AddAsync(string name, string xml)
        {
            await using var part = await OpenAsync(name);
            await part.WriteAsync(Encoding.UTF8.GetBytes(xml), cancel);
        }

        Task<Stream> OpenAsync(string name)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = at;
            return entry.OpenAsync(cancel);
        }
    }

    private static string ContentTypes(int sheets)
    {
        var types = new StringBuilder(Head)
            .Append("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>""");
        Add("workbook.xml", "sheet.main");
        Add("styles.xml", "styles");
        Add("sharedStrings.xml", "sharedStrings");
        for (var n = 1; n <= sheets; n++)
        {
            Add($"worksheets/sheet{n}.xml", "worksheet");
        }

        return types.Append("</Types>").ToString();

        void Add(string part, string type) => types.Append($"<Override PartName=\"/xl/{part}\" ContentType=\"{Types}{type}+xml\"/>");
    }

    private static string RelationsOf(IReadOnlyList<(string Type, string Target)> relations)
    {
        var xml = new StringBuilder(Head).Append("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">""");
        for (var n = 0; n < relations.Count; n++)
        {
            xml.Append($"<Relationship Id=\"rId{n + 1}\" Type=\"{Relations}/{relations[n].Type}\" Target=\"{relations[n].Target}\"/>");
        }

        return xml.Append("</Relationships>").ToString();
    }

    private static string Workbook(IReadOnlyList<string> sheets)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView { XWindow = 0, YWindow = 0, WindowWidth = 28_800, WindowHeight = 15_000 }),
            new Sheets(sheets.Select((name, n) => new Sheet { Name = name, SheetId = (uint)n + 1, Id = $"rId{n + 1}" })));
        return Head + workbook.OuterXml;
    }
}
