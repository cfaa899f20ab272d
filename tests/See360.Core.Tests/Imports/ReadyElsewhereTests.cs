using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Tests.Imports;

public sealed class ReadyElsewhereTests
{
    private const string Advisor = "juna.hentschel@sparkasse-musterstadt.example";

    private static string Row(string number, string email, string day = "05.11.2026", string survey = "Beratung") =>
        $"{number};Frau;;Ada;Eins;{email};{day};{Advisor};{survey}";

    [Fact]
    public async Task Read_CustomerIsReadyInAnotherImport_RowAndFileSaySo()
    {
        var world = await ImportWorld.CreateAsync();
        var first = await world.ReadRowsAsync(true, Row("0001", "ada@kunde.example"), Row("0002", "bo@kunde.example"));
        await world.ConfirmAsync(first.Import.Id);

        var second = await world.ReadRowsAsync(
            true, Row("0001", "neu@kunde.example", "06.11.2026"), Row("0009", "BO@kunde.example", "06.11.2026"), Row("0003", "cy@kunde.example"));

        Assert.Empty(first.Import.Warnings);
        Assert.Equal([WarningCodes.SomeReadyElsewhere], second.Import.Warnings);
        Assert.Equal(3, second.Import.Counts[ParticipantState.Ready]);
        var rows = await world.RowsAsync(second.Import.Id);
        Assert.Equal([true, true, false], rows.Select(r => r.Warnings.Contains(WarningCodes.ReadyElsewhere)));
    }

    [Fact]
    public async Task Read_OtherImportIsDiscarded_SaysNothing()
    {
        var world = await ImportWorld.CreateAsync();
        var first = await world.ReadRowsAsync(true, Row("0001", "ada@kunde.example"));
        await world.Get<UndoImport>().RunAsync(ImportWorld.Bank, first.Import.Id);

        Assert.Empty((await world.ReadRowsAsync(true, Row("0001", "ada@kunde.example", "06.11.2026"))).Import.Warnings);
    }

    [Fact]
    public async Task Read_StrategicRowsInQuarantine_AreCountedAsTakenLater()
    {
        var world = await ImportWorld.CreateAsync();
        await world.AddSurveyAsync("Bestand", SurveyKind.Strategic, new SurveyRules { WeeklyDose = 5 });
        await world.ContactAsync("ada@kunde.example", contact => contact with { ClaimedAt = world.Clock.GetUtcNow() });

        var import = (await world.ReadRowsAsync(true, Row("0001", "ada@kunde.example", "", "Bestand"))).Import;

        Assert.Equal((1, 1), (import.Counts[ParticipantState.Quarantine], import.Later));
    }
}
