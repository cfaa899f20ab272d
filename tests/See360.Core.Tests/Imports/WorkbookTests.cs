using System.IO.Compression;
using System.Text;
using See360.Core.Imports;
using See360.Core.Participants;

namespace See360.Core.Tests.Imports;

public sealed class WorkbookTests
{
    private const string Advisor = "juna.hentschel@sparkasse-musterstadt.example";

    [Fact]
    public async Task Workbook_WithDatesNumbersAndSharedTexts_IsRead()
    {
        var world = await ImportWorld.CreateAsync();
        var sheet = Row(1, Text("Kundennummer"), Text("Vorname"), Text("Nachname"), Text("E-Mail"), Text("Gesprächsdatum"), Text("Berater"), Text("Umfrage"))
            + Row(2, Number("300001", style: 2), Shared(0), Text("Weiß"), Text("joerg@kunde.example"), Number("46328", style: 1), Text(Advisor), Text("Beratung"))
            + Row(3, Number("1.23457E+17"), Text("Sven"), Text("Excel"), Text("sven@kunde.example"), Number("46328"), Text(Advisor), Text("Beratung"))
            + Row(4, Text("0007"), Text("Ida"), Text("Kurz"), Text("ida@kunde.example"), Text("02.11.2026"), Text("marie.edorh@sparkasse-musterstadt.example"));

        var import = (await world.ReadAsync(Book(sheet), fileName: "export.xlsx")).Import;

        var rows = await world.RowsAsync(import.Id);
        Assert.Equal(["", ReasonCodes.CustomerNumberSpoiled, ""], rows.Select(r => r.Reason));
        Assert.Equal(("0000300001", "Jörg", new DateOnly(2026, 11, 2), 2), (rows[0].CustomerNumber, rows[0].FirstName, rows[0].ConversationOn, rows[0].Line));
        Assert.Equal("versicherung", rows[2].Survey.ToString());
    }

    [Fact]
    public async Task Workbook_ThatUnpacksToGigabytes_IsRefusedBeforeItIsUnpacked()
    {
        var world = await ImportWorld.CreateAsync();

        var refused = await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(Bomb(300)));

        Assert.Equal("file-unsafe-workbook", refused.Code);
    }

    [Fact]
    public async Task Workbook_WithTenThousandParts_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 10_000; i++)
            {
                zip.CreateEntry($"x{i}");
            }
        }

        Assert.Equal("file-unsafe-workbook", (await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(new MemoryStream(bytes.ToArray())))).Code);
    }

    [Fact]
    public async Task Workbook_WithExternalEntities_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        var book = Book(Row(1, Text("x")), "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>");

        Assert.Equal("file-broken-workbook", (await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(book))).Code);
    }

    [Fact]
    public async Task Workbook_CutOffAnywhere_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        var whole = ((MemoryStream)Book(Row(1, Text("Kundennummer")))).ToArray();
        foreach (var length in Enumerable.Range(1, 12).Select(i => whole.Length * i / 13))
        {
            await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(new MemoryStream(whole[..length])));
        }
    }

    [Theory]
    [InlineData(TemplateKind.Contacts, true), InlineData(TemplateKind.Contacts, false)]
    public async Task Template_OfContacts_IsReadBack(TemplateKind kind, bool workbook)
    {
        var world = await ImportWorld.CreateAsync();
        var bytes = await world.Get<Templates>().RunAsync(kind, workbook, example: true);

        var row = Assert.Single(await world.RowsAsync((await world.ReadAsync(new MemoryStream(bytes))).Import.Id));

        Assert.Equal((ParticipantState.AdvisorUnknown, "0000123456", "Mustermann"), (row.State, row.CustomerNumber, row.LastName));
    }

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Shared(int index) => $"<c t=\"s\"><v>{index}</v></c>";

    private static string Number(string value, int style = 0) => $"<c s=\"{style}\"><v>{value}</v></c>";

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    private static Stream Book(string rows, string doctype = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Type}worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}sharedStrings+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"{Rel}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0000000000\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><r><t>Jö</t></r><r><t>rg</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>");
            Add(zip, "xl/worksheets/sheet1.xml", $"{doctype}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }

        bytes.Position = 0;
        return bytes;
    }

    private static MemoryStream Bomb(int megabytes)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
            {
                sheet.Write(block);
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
    }
}
