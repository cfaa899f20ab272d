using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Tests.Imports;

public sealed class JudgementTests
{
    private const string Advisor = "juna.hentschel@sparkasse-musterstadt.example";
    private const string Row = $"0001;Frau;;Ada;Eins;ada@kunde.example;05.11.2026;{Advisor};Beratung";

    [Theory]
    [InlineData("0001;Frau;;Ada;Eins;ADA@Kunde.Example;05.11.2026;juna.hentschel@sparkasse-musterstadt.example;Beratung")]
    [InlineData(Row)]
    public async Task Row_OfSomebodyWhoObjected_IsObjected(string row)
    {
        var world = await ImportWorld.CreateAsync();
        await world.ContactAsync("ada@kunde.example", c => c with { ObjectedAt = world.Clock.GetUtcNow(), UndeliverableAt = world.Clock.GetUtcNow() });

        Assert.Equal((ParticipantState.Objected, ReasonCodes.Objected), await StateAsync(world, row));
    }

    [Fact]
    public async Task Row_WithABouncedAddress_IsUndeliverable()
    {
        var world = await ImportWorld.CreateAsync();
        await world.ContactAsync("ada@kunde.example", c => c with { UndeliverableAt = world.Clock.GetUtcNow() });

        Assert.Equal((ParticipantState.Undeliverable, ReasonCodes.Undeliverable), await StateAsync(world, Row));
    }

    [Theory]
    [InlineData(89, ParticipantState.Quarantine), InlineData(90, ParticipantState.Ready), InlineData(91, ParticipantState.Ready)]
    public async Task Row_OfSomebodyAskedBefore_IsInQuarantineFor90Days(int daysAgo, ParticipantState expected)
    {
        var world = await ImportWorld.CreateAsync();
        await world.ContactAsync("ada@kunde.example", c => c with { ClaimedAt = world.Clock.GetUtcNow().AddDays(-daysAgo) });

        Assert.Equal(expected, (await StateAsync(world, Row)).State);
    }

    [Fact]
    public async Task Row_WithoutAttestation_HasNoLegalBasis()
    {
        var world = await ImportWorld.CreateAsync();

        Assert.Equal((ParticipantState.NoLegalBasis, ReasonCodes.NotAttested), await StateAsync(world, Row, attested: false));
    }

    [Theory]
    [InlineData("Einwilligung;01.10.2026", ""), InlineData("Einwilligung;", ReasonCodes.ConsentDateMissing), InlineData("Einwilligung;01.01.2027", ReasonCodes.ConsentDateInFuture)]
    [InlineData("Einwilligung;irgendwann", ReasonCodes.ConsentDateUnreadable), InlineData("nein;", ReasonCodes.NoBasisStated), InlineData("Bauchgefühl;", ReasonCodes.BasisUnknown), InlineData(";", ReasonCodes.NonCustomer), InlineData("Bestandskunde;", ReasonCodes.NonCustomer)]
    public async Task Row_OfANonCustomer_NeedsConsentWithItsDay(string basis, string reason)
    {
        var world = await ImportWorld.CreateAsync();
        var csv = $"Kundennummer;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage;Rechtsgrundlage;Einwilligungsdatum\n;Neu;neu@interessent.example;05.11.2026;{Advisor};Beratung;{basis}";

        var row = Assert.Single(await world.RowsAsync((await world.ReadAsync(csv)).Import.Id));

        Assert.Equal(reason, row.Reason);
        Assert.Equal(reason.Length == 0 ? LegalBasisKind.Consent : LegalBasisKind.None, row.LegalBasis.Kind);
        Assert.Equal(reason.Length == 0 ? ParticipantState.Ready : ParticipantState.NoLegalBasis, row.State);
    }

    [Fact]
    public async Task Row_OfAnOldConversation_IsReadyWithAWarning()
    {
        var world = await ImportWorld.CreateAsync();

        var read = await world.ReadRowsAsync(true, Row.Replace("05.11.2026", "01.10.2026"));

        Assert.Equal([WarningCodes.ConversationOld], Assert.Single(await world.RowsAsync(read.Import.Id)).Warnings);
    }

    [Fact]
    public async Task Row_AfterAFaultyOneOfTheSameCustomer_IsNoDuplicate()
    {
        var world = await ImportWorld.CreateAsync();

        var read = await world.ReadRowsAsync(true, Row.Replace("ada@kunde.example", "kaputt"), Row, Row.Replace("0001", "0002"));

        Assert.Equal(["email-malformed", "", ReasonCodes.TwiceInFile], (await world.RowsAsync(read.Import.Id)).Select(r => r.Reason));
    }

    [Fact]
    public async Task Survey_NotNamed_IsTheOneOfTheAdvisorsSpecialism()
    {
        var world = await ImportWorld.CreateAsync();

        var read = await world.ReadRowsAsync(
            true,
            Row.Replace(";Beratung", ";").Replace(Advisor, "marie.edorh@sparkasse-musterstadt.example"),
            Row.Replace(";Beratung", ";").Replace("0001", "0002").Replace("ada@", "bea@"));

        var rows = await world.RowsAsync(read.Import.Id);
        Assert.Equal(("versicherung", ""), (rows[0].Survey.ToString(), rows[0].Reason));
        Assert.Equal([WarningCodes.SurveyAssumed], rows[0].Warnings);
        Assert.Equal(ReasonCodes.SurveyMissing, rows[1].Reason);
    }

    [Fact]
    public async Task Survey_OnlyOne_NeedsNoName()
    {
        var world = await ImportWorld.CreateAsync(withSurveys: false);
        await world.AddSurveyAsync("Beratung");

        Assert.Equal(ParticipantState.Ready, (await StateAsync(world, Row.Replace(";Beratung", ";"))).State);
    }

    [Fact]
    public async Task Strategic_WithoutADate_WaitsInStock_AlsoInQuarantine()
    {
        var world = await ImportWorld.CreateAsync();
        await world.AddSurveyAsync("Bestand", SurveyKind.Strategic, new SurveyRules(WeeklyDose: 5));
        await world.ContactAsync("ada@kunde.example", c => c with { ClaimedAt = world.Clock.GetUtcNow().AddDays(-80) });
        var read = await world.ReadRowsAsync(
            true, Row.Replace("05.11.2026", "").Replace("Beratung", "Bestand"), $"0002;Frau;;Bea;Zwei;bea@kunde.example;;{Advisor};Bestand", $"0003;Frau;;Cea;Drei;cea@kunde.example;;{Advisor};Beratung");

        await world.ConfirmAsync(read.Import.Id);

        var rows = await world.RowsAsync(read.Import.Id);
        Assert.Equal([ParticipantState.Quarantine, ParticipantState.Ready, ParticipantState.Invalid], rows.Select(r => r.State));
        Assert.Equal(new DateOnly(2026, 11, 20), rows[0].NotBefore);
        var waiting = await world.WaitingAsync("bestand");
        Assert.Equal([default, new DateOnly(2026, 11, 20)], waiting.Select(w => w.NotBefore));
    }

    private static async Task<(ParticipantState State, string Reason)> StateAsync(ImportWorld world, string row, bool attested = true)
    {
        var read = Assert.Single(await world.RowsAsync((await world.ReadRowsAsync(attested, row)).Import.Id));
        return (read.State, read.Reason);
    }
}
