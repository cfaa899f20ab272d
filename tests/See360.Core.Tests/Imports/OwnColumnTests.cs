using System.Text;
using See360.Core.Imports;

namespace See360.Core.Tests.Imports;

public sealed class OwnColumnTests
{
    private const string Row = "0001;Jörg;Löwe;joerg@kunde.example;05.11.2026;jana.berg@sparkasse-musterstadt.example;Beratung";
    private const string Header = "Kundennummer;Vorname;Nachname;Elektropost;Gesprächsdatum;Berater;Umfrage";

    [Fact]
    public async Task Add_AHeader_IsKnownForTheNextFile()
    {
        var world = await ImportWorld.CreateAsync();
        await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync($"{Header}\n{Row}"));

        await AddAsync(world, " Elektro-Post ", "E-Mail");

        var read = await world.ReadAsync($"{Header}\n{Row}");
        Assert.Equal("joerg@kunde.example", Assert.Single(await world.RowsAsync(read.Import.Id)).Email);
        Assert.Equal(["Elektro-Post"], (await ListAsync(world)).Single(c => c.Name == "E-Mail").Own);
    }

    [Fact]
    public async Task Remove_AHeader_IsUnknownAgain()
    {
        var world = await ImportWorld.CreateAsync();
        await AddAsync(world, "Elektropost", "E-Mail");

        Assert.True(await world.Get<RemoveOwnColumn>().RunAsync(ImportWorld.Bank, "ELEKTRO-POST"));

        Assert.False(await world.Get<RemoveOwnColumn>().RunAsync(ImportWorld.Bank, "Elektropost"));
        Assert.False(await world.Get<RemoveOwnColumn>().RunAsync(ImportWorld.Bank, null));
        Assert.All(await ListAsync(world), column => Assert.Empty(column.Own));
        await Assert.ThrowsAsync<BadInput>(() => world.ReadAsync($"{Header}\n{Row}"));
    }

    [Theory]
    [InlineData("Elektropost", "Mailbox", "column-unknown"), InlineData("Elektropost", null, "column-unknown")]
    [InlineData("Elektropost", "Mail", "column-unknown"), InlineData("E-MAIL", "Berater", "column-name-known"), InlineData("Kd.-Nr.", "Kundennummer", "column-name-known")]
    [InlineData("", "E-Mail", "column-name-empty"), InlineData(null, "E-Mail", "column-name-empty"), InlineData(" -./ ", "E-Mail", "column-name-empty")]
    [InlineData("Elektro\u0007post", "E-Mail", "column-name-unreadable"), InlineData("Elektro\npost", "E-Mail", "column-name-unreadable")]
    [InlineData("Elektro\u202Epost", "E-Mail", "column-name-unreadable"), InlineData("\ud800x", "E-Mail", "column-name-unreadable")]
    [InlineData("Grund", "E-Mail", "column-name-reserved")]
    public async Task Add_WhatCannotBe_IsRefused(string? name, string? column, string code)
    {
        var world = await ImportWorld.CreateAsync();

        var refused = await Assert.ThrowsAsync<BadInput>(() => AddAsync(world, name, column));

        Assert.Equal(code, refused.Code);
        Assert.All(await ListAsync(world), known => Assert.Empty(known.Own));
    }

    [Fact]
    public async Task Add_NameTooLong_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        await AddAsync(world, new string('x', OwnColumnRules.MaxLength), "E-Mail");

        var refused = await Assert.ThrowsAsync<BadInput>(() => AddAsync(world, new string('y', OwnColumnRules.MaxLength + 1), "E-Mail"));

        Assert.Equal("column-name-too-long", refused.Code);
    }

    [Fact]
    public async Task Add_NameThatStandsForAColumnAlready_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        await AddAsync(world, "Elektropost", "E-Mail");

        Assert.Equal("column-name-taken", (await Assert.ThrowsAsync<RuleBroken>(() => AddAsync(world, "elektro post", "Berater"))).Code);
        Assert.Equal("column-name-taken", (await Assert.ThrowsAsync<RuleBroken>(() => AddAsync(world, "Elektropost", "E-Mail"))).Code);
    }

    [Fact]
    public async Task Add_MoreThanAHundred_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        for (var i = 0; i < OwnColumnRules.MaxNames; i++)
        {
            await AddAsync(world, $"Spalte {i}", "Segment");
        }

        Assert.Equal("column-names-too-many", (await Assert.ThrowsAsync<RuleBroken>(() => AddAsync(world, "Noch eine", "Segment"))).Code);
    }

    [Theory]
    [InlineData("Kundennummer", "E-Mail", "column-name-known"), InlineData("", "E-Mail", "column-name-empty"), InlineData("X", "Y", "column-unknown")]
    public async Task Upload_WithNamesThatCannotBe_IsRefused(string name, string column, string code)
    {
        var world = await ImportWorld.CreateAsync();

        var refused = await Assert.ThrowsAsync<BadInput>(() => UploadAsync(world, new() { [name] = column }));

        Assert.Equal((code, "columns"), (refused.Code, refused.Field));
    }

    [Fact]
    public async Task Upload_WithNamesThatAreKnownAnyway_RemembersOnlyTheOthers()
    {
        var world = await ImportWorld.CreateAsync();

        await UploadAsync(world, new() { ["Vorname"] = "Vorname", ["Elektropost"] = "E-Mail" });

        Assert.Equal(["Elektropost"], (await ListAsync(world)).SelectMany(c => c.Own));
    }

    [Fact]
    public async Task List_OfARecordFromBeforeNamesWereKeptAsWritten_ShowsThemAsCompared()
    {
        var world = await ImportWorld.CreateAsync();
        await world.Get<ImportRecords>().OwnColumns.InsertAsync(
            ImportRecords.Partition(ImportWorld.Bank), "participants", new OwnColumns(new Dictionary<string, string> { ["elektropost"] = "E-Mail" }));

        Assert.Equal(["elektropost"], (await ListAsync(world)).SelectMany(c => c.Own));
        Assert.True(await world.Get<RemoveOwnColumn>().RunAsync(ImportWorld.Bank, "elektropost"));
    }

    [Fact]
    public async Task Preview_NamesWhatItDidNotUnderstand_AndIsReadAnewWithIt()
    {
        var world = await ImportWorld.CreateAsync();
        var csv = $"{Header.Replace("Elektropost", "E-Mail")};Wohnort;Kanalweg;Grund\n{Row};Ort;Filiale;alt";
        var first = (await world.ReadAsync(csv)).Import;
        Assert.Equal(["Wohnort", "Kanalweg"], (await CheckAsync(world, first)).Unknown);
        Assert.Equal(first.Id, (await RereadAsync(world, first))!.Id);

        await AddAsync(world, "Kanalweg", "Kanal");

        Assert.True((await CheckAsync(world, first)).ReadsDifferently);
        var second = (await RereadAsync(world, first))!;
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal((ImportState.Preview, 1, first.Attestation), (second.State, second.Rows, second.Attestation));
        Assert.Equal("Filiale", Assert.Single(await world.RowsAsync(second.Id)).Channel);
        Assert.Equal(["Wohnort"], (await CheckAsync(world, second)).Unknown);
        Assert.False((await CheckAsync(world, second)).ReadsDifferently);
    }

    [Fact]
    public async Task Reread_OfAConfirmedImport_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        var import = (await world.ReadAsync($"{Header.Replace("Elektropost", "E-Mail")}\n{Row}")).Import;
        await world.ConfirmAsync(import.Id);

        Assert.Equal("import-not-preview", (await Assert.ThrowsAsync<RuleBroken>(() => RereadAsync(world, import))).Code);
    }

    [Fact]
    public async Task Preview_TheSameFileAgainAfterANewName_IsReadAnew()
    {
        var world = await ImportWorld.CreateAsync();
        var csv = $"{Header.Replace("Elektropost", "E-Mail")};Kanalweg\n{Row};Filiale";
        await world.ReadAsync(csv);
        await AddAsync(world, "Kanalweg", "Kanal");

        var again = await world.ReadAsync(csv);

        Assert.False(again.AlreadyThere);
        Assert.Equal("Filiale", Assert.Single(await world.RowsAsync(again.Import.Id)).Channel);
    }

    private static Task AddAsync(ImportWorld world, string? name, string? column) => world.Get<AddOwnColumn>().RunAsync(ImportWorld.Bank, name, column);

    private static Task<IReadOnlyList<KnownColumn>> ListAsync(ImportWorld world) => world.Get<ListOwnColumns>().RunAsync(ImportWorld.Bank);

    private static Task<HeaderCheck> CheckAsync(ImportWorld world, Import import) => world.Get<UnknownHeaders>().RunAsync(ImportWorld.Bank, import);

    private static Task<Import?> RereadAsync(ImportWorld world, Import import) => world.Get<RereadImport>().RunAsync(ImportWorld.Bank, import.Id);

    private static Task UploadAsync(ImportWorld world, Dictionary<string, string> columns) => world.Get<ReadImport>().RunAsync(
        new ImportUpload(ImportWorld.Bank, "a.csv", new MemoryStream(Encoding.UTF8.GetBytes($"{Header}\n{Row}")), "lea", world.Attested, columns));
}
