using See360.Core.Imports;

namespace See360.Core.Tests.Imports;

public sealed class UnknownAdvisorTests
{
    private const string Known = "juna.hentschel@sparkasse-musterstadt.example";
    private const string Unknown = "juna.hentschell@sparkasse-musterstadt.example";

    private static string Row(int customer, string advisor, string day = "05.11.2026") =>
        $"{customer:D6};Frau;;Ada;Nr {customer};ada{customer}@kunde.example;{day};{advisor};Beratung";

    private static async Task<int> CountAsync(ImportWorld world) => await world.Get<CountUnknownAdvisors>().RunAsync(
        ImportWorld.Bank, await world.Get<ImportRecords>().OfWeekAsync(ImportWorld.Bank, new IsoWeek(2026, 46)));

    private static async Task<Import> ImportAsync(ImportWorld world, params string[] rows) =>
        await world.ConfirmAsync((await world.ReadRowsAsync(true, rows)).Import.Id);

    [Fact]
    public async Task Count_OnlyAPreview_IsNoneYet()
    {
        var world = await ImportWorld.CreateAsync();
        await world.ReadRowsAsync(true, Row(1, Unknown));

        Assert.Equal(0, await CountAsync(world));
    }

    [Fact]
    public async Task Count_CorrectedRowIsTakenOver_IsWhatIsLeft()
    {
        var world = await ImportWorld.CreateAsync();
        await ImportAsync(world, Row(1, Unknown), Row(2, Unknown), Row(3, Known));
        Assert.Equal(2, await CountAsync(world));

        var preview = await world.ReadRowsAsync(true, Row(1, Known));
        Assert.Equal(2, await CountAsync(world));
        await world.ConfirmAsync(preview.Import.Id);

        Assert.Equal(1, await CountAsync(world));
    }

    [Fact]
    public async Task Count_AnotherConversationOfTheCustomer_SettlesNothing()
    {
        var world = await ImportWorld.CreateAsync();
        await ImportAsync(world, Row(1, Unknown));
        await ImportAsync(world, Row(1, Known, "06.11.2026"));

        Assert.Equal(1, await CountAsync(world));
    }

    [Fact]
    public async Task Count_UnknownOnceMore_IsOneRow()
    {
        var world = await ImportWorld.CreateAsync();
        await ImportAsync(world, Row(1, Unknown));
        await ImportAsync(world, Row(1, "wieder.falsch@sparkasse-musterstadt.example"));

        Assert.Equal(1, await CountAsync(world));
    }

    [Fact]
    public async Task Count_CorrectedCopyCannotBeRead_SettlesNothing()
    {
        var world = await ImportWorld.CreateAsync();
        await ImportAsync(world, Row(1, Unknown));
        await ImportAsync(world, Row(1, Known, "31.02.2026"));

        Assert.Equal(1, await CountAsync(world));
    }

    [Fact]
    public async Task Count_CorrectedImportIsUndone_BringsTheRowBack()
    {
        var world = await ImportWorld.CreateAsync();
        await ImportAsync(world, Row(1, Unknown));
        var corrected = await ImportAsync(world, Row(1, Known));
        Assert.Equal(0, await CountAsync(world));

        await world.Get<UndoImport>().RunAsync(ImportWorld.Bank, corrected.Id);

        Assert.Equal(1, await CountAsync(world));
    }
}
