using System.Text;
using See360.Core.Imports;
using See360.Core.Participants;

namespace See360.Core.Tests.Imports;

public sealed class ReadingTests
{
    private const string Header = "Kundennummer;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage";
    private const string Advisor = "juna.hentschel@sparkasse-musterstadt.example";
    private const string Row = $"0001;Jörg;Weiß;joerg@kunde.example;05.11.2026;{Advisor};Beratung";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "windows-1252", "utf-16", "utf-16BE"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task Encoding_OfAnyUsualKind_KeepsUmlauts(string name)
    {
        var world = await ImportWorld.CreateAsync();
        var encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => Encoding.GetEncoding(name),
        };
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"{Header}\r\n{Row}\r\n")];

        var row = Assert.Single(await world.RowsAsync((await world.ReadAsync(new MemoryStream(bytes))).Import.Id));

        Assert.Equal((ParticipantState.Ready, "Jörg", "Weiß", 2), (row.State, row.FirstName, row.LastName, row.Line));
    }

    [Theory]
    [InlineData(','), InlineData('\t'), InlineData('|'), InlineData(';')]
    public async Task Separator_OfAnyUsualKind_IsFound(char separator)
    {
        var world = await ImportWorld.CreateAsync();

        var rows = await world.RowsAsync((await world.ReadAsync($"{Header}\n{Row}\n".Replace(';', separator))).Import.Id);

        Assert.Equal(ParticipantState.Ready, Assert.Single(rows).State);
    }

    [Theory]
    [InlineData("sep=;\r\n"), InlineData("Export vom 06.11.2026\r\n\r\nFiliale;Nord\r\n"), InlineData("\r\n\r\n"), InlineData("\"sep=;\"\r\n")]
    public async Task Preamble_BeforeTheHeader_IsSkipped(string preamble)
    {
        var world = await ImportWorld.CreateAsync();

        var rows = await world.RowsAsync((await world.ReadAsync($"{preamble}{Header}\r\n{Row}\r\nSumme;1\r\nAnzahl: 1\r\n")).Import.Id);

        Assert.Equal(ParticipantState.Ready, Assert.Single(rows).State);
    }

    [Theory]
    [InlineData("KDNR;VORNAME;FAMILIENNAME;EMAIL;GESPRAECHSDATUM;KUNDENBERATER;UMFRAGE")]
    [InlineData("Kunden-Nr.;Vorname;Name;Mail;Kontaktdatum;Betreuer;Umfrage")]
    [InlineData("Personennummer;Vorname;Nachname;E-Mail-Adresse;Termin;Berater-E-Mail;Umfrage")]
    public async Task Header_WithSynonyms_IsUnderstood(string header)
    {
        var world = await ImportWorld.CreateAsync();

        var rows = await world.RowsAsync((await world.ReadAsync($"{header}\r\n{Row}\r\n")).Import.Id);

        Assert.Equal((ParticipantState.Ready, "0001"), (rows[0].State, rows[0].CustomerNumber));
    }

    [Fact]
    public async Task Header_OwnNames_AreRememberedForTheNextFile()
    {
        var world = await ImportWorld.CreateAsync();
        const string header = "ID;Rufname;Zuname;Elektropost;Wann;Wer;Umfrage";
        var own = new Dictionary<string, string> { ["ID"] = "Kundennummer", ["Rufname"] = "Vorname", ["Zuname"] = "Nachname", ["Elektropost"] = "E-Mail", ["Wann"] = "Gesprächsdatum", ["Wer"] = "Berater" };
        await world.Get<ReadImport>().RunAsync(new ImportUpload(ImportWorld.Bank, "a.csv", Bytes($"{header}\n{Row}"), "lea", world.Attested, own));

        var second = await world.ReadAsync($"{header}\n{Row.Replace("0001", "0002").Replace("joerg@", "jo@")}");

        Assert.Equal(ParticipantState.Ready, Assert.Single(await world.RowsAsync(second.Import.Id)).State);
    }

    public static TheoryData<string, byte[]> Refusals => new()
    {
        { "file-empty", [] },
        { "file-empty", "\r\n  \r\n"u8.ToArray() },
        { "file-not-a-table", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0, 1] },
        { "file-not-a-table", [.. Enumerable.Range(1, 4000).Select(i => (byte)((i * 7919) % 31))] },
        { "file-old-workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "file-broken-workbook", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5] },
        { "file-header-unknown", "a;b;c;d\r\n1;2;3;4\r\n"u8.ToArray() },
        { "file-column-missing", "Kundennummer;Vorname;Nachname;Gesprächsdatum\r\n1;2;3;4\r\n"u8.ToArray() },
        { "file-without-records", "Kundennummer;Vorname;Nachname;E-Mail;Berater\r\nSumme;0\r\n"u8.ToArray() },
        { "file-quote-not-closed", [.. "Kundennummer;Vorname;Nachname;E-Mail;Berater\r\n1;\"offen;x;y;z\r\n"u8, .. Enumerable.Repeat((byte)'x', 600_000)] },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task File_ThatCannotBeRead_IsRefusedWithNothingHalfImported(string code, byte[] bytes)
    {
        var world = await ImportWorld.CreateAsync();

        var refused = await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(new MemoryStream(bytes)));

        Assert.Equal(code, refused.Code);
        Assert.True(refused.Text.IsComplete);
        Assert.Equal(0, world.Files.Count);
        foreach (var import in await world.Get<ImportRecords>().OfWeekAsync(ImportWorld.Bank, new IsoWeek(2026, 46)))
        {
            Assert.Equal(ImportState.Undone, import.State);
            Assert.Empty(await world.RowsAsync(import.Id));
        }
    }

    [Fact]
    public async Task File_LargerThanAllowed_IsRefusedEarly()
    {
        var world = await ImportWorld.CreateAsync();
        world.Limits.MaxBytes = 1_000_000;
        using var endless = new EndlessStream();

        var refused = await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(endless));

        Assert.Equal("file-too-large", refused.Code);
        Assert.True(endless.Position < 3_000_000);
        Assert.Equal(0, world.Files.Count);
    }

    [Fact]
    public async Task File_WithMoreRowsThanAllowed_LeavesNothingBehind()
    {
        var world = await ImportWorld.CreateAsync();
        world.Limits.MaxRows = 250;
        var csv = Header + "\n" + string.Join('\n', Enumerable.Range(1, 400).Select(i => $"{i};A;B;a{i}@kunde.example;05.11.2026;{Advisor};Beratung"));

        await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync(csv));

        var import = Assert.Single(await world.Get<ImportRecords>().OfWeekAsync(ImportWorld.Bank, new IsoWeek(2026, 46)));
        Assert.Equal((ImportState.Undone, "file-too-many-rows"), (import.State, import.RefusedCode));
        Assert.Empty(await world.RowsAsync(import.Id));
    }

    [Fact]
    public async Task Row_RaggedOrBlank_IsARowsMatter()
    {
        var world = await ImportWorld.CreateAsync();
        var csv = $"{Header}\r\n;;;;;;\r\n{Row};\r\n{Row};zuviel\r\n0002;nur\r\n\r\n0003;Ann;Zeile 1\";ann@kunde.example;05.11.2026;{Advisor};Beratung\r\n";

        var rows = await world.RowsAsync((await world.ReadAsync(csv)).Import.Id);

        Assert.Equal(["", ReasonCodes.TooManyFields, ReasonCodes.TooFewFields, ""], rows.Select(r => r.Reason));
        Assert.Equal([3, 4, 5, 7], rows.Select(r => r.Line));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Zeros without end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            Position += buffer.Length;
            return buffer.Length;
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
