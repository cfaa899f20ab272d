using System.Text;
using See360.Core.Organisation;
using See360.Core.Surveys;
using See360.Core.Tests.Imports;
using See360.Testing;

namespace See360.Core.Tests.Organisation;

public sealed class OrganisationImportTests
{
    private const string UnitHeader = "OE-Nummer;Bezeichnung;Übergeordnete OE;Leitung (Username)";
    private const string EmployeeHeader = "Username (E-Mail);Anrede;Titel;Vorname;Nachname;Funktion;OE-Nummer;Telefon;Fachbereich;Rolle";

    [Fact]
    public async Task OrgChart_OfTheBank_IsImported()
    {
        var world = await ImportWorld.CreateAsync();
        await using var units = Fixtures.Open("org", "abteilungen.csv");
        await using var people = Fixtures.Open("org", "mitarbeiter.csv");

        var first = await world.Get<ImportUnits>().RunAsync(ImportWorld.Bank, units, preview: false);
        var second = await world.Get<ImportEmployees>().RunAsync(ImportWorld.Bank, people, preview: false);

        Assert.Equal((true, 19, 19, 0), (first.Applied, first.Rows, first.Created, first.Faults.Count));
        Assert.Equal((true, 73, 0), (second.Applied, second.Rows, second.Faults.Count));
        var stored = await world.Get<OrganisationRecords>().UnitsAsync(ImportWorld.Bank);
        Assert.Equal(("Filiale Bärenplatz", "110"), (stored["112"].Name, stored["112"].Parent));
        Assert.Null(stored["100"].Parent);
        var employee = await world.Get<OrganisationRecords>().EmployeeAsync(ImportWorld.Bank, "amira.delonge@sparkasse-musterstadt.example");
        Assert.Equal(("Abteilungsleiter", "+49 30 5550101"), (employee!.Role, employee.Phone));
    }

    [Fact]
    public async Task Preview_ChangesNothing()
    {
        var world = await ImportWorld.CreateAsync();

        var preview = await UnitsAsync(world, preview: true, "1;Bank;;");

        Assert.Equal((false, 1), (preview.Applied, preview.Created));
        Assert.Empty(await world.Get<OrganisationRecords>().UnitsAsync(ImportWorld.Bank));
        Assert.Equal(0, world.Files.Count);
    }

    [Theory]
    [InlineData("1;A;2;|2;B;1;", OrganisationFaults.ParentCycle), InlineData("1;A;1;", OrganisationFaults.ParentCycle), InlineData("1;A;9;", OrganisationFaults.ParentUnknown)]
    [InlineData("1;A;;|1;B;;", OrganisationFaults.NumberTwice), InlineData(";A;;", OrganisationFaults.NumberMissing), InlineData("1;;;", OrganisationFaults.NameMissing), InlineData("1;A", OrganisationFaults.Shape)]
    public async Task Units_WithAFault_AreNotTakenAtAll(string rows, string fault)
    {
        var world = await ImportWorld.CreateAsync();

        var result = await UnitsAsync(world, preview: false, rows.Split('|'));

        Assert.False(result.Applied);
        Assert.All(result.Faults, f => Assert.True(f.Code == fault && f.Text.IsComplete));
        Assert.NotEmpty(result.Faults);
        Assert.Empty(await world.Get<OrganisationRecords>().UnitsAsync(ImportWorld.Bank));
    }

    [Fact]
    public async Task Units_CycleThroughWhatIsStored_IsRefused()
    {
        var world = await ImportWorld.CreateAsync();
        await UnitsAsync(world, preview: false, "1;A;;", "2;B;1;");

        var result = await UnitsAsync(world, preview: false, "1;A;2;");

        Assert.Equal(OrganisationFaults.ParentCycle, Assert.Single(result.Faults).Code);
    }

    [Fact]
    public async Task Employees_KeepTheirNumbersForEver()
    {
        var world = await ImportWorld.CreateAsync();
        await UnitsAsync(world, preview: false, "1;A;;");
        var known = (await world.Get<OrganisationRecords>().EmployeesAsync(ImportWorld.Bank)).Count;
        await EmployeesAsync(world, false, "neu@bank.example;Frau;;Nina;Neu;;1;;;");

        await EmployeesAsync(world, true, "NEU@bank.example;Frau;;Nina;Verheiratet;;1;;;", "zwei@bank.example;Herr;;Zacharias;Zwei;;1;;;");

        var all = await world.Get<OrganisationRecords>().EmployeesAsync(ImportWorld.Bank);
        Assert.Equal((known + 1, "Verheiratet", true), (all["neu@bank.example"].Number, all["neu@bank.example"].LastName, all["neu@bank.example"].Active));
        Assert.Equal(known + 2, all["zwei@bank.example"].Number);
        Assert.Equal(2, all.Values.Count(e => e.Active));
    }

    [Theory]
    [InlineData("kaputt;Frau;;A;B;;1;;;", OrganisationFaults.UserNameMalformed), InlineData("a@b.example;Frau;;A;B;;9;;;", OrganisationFaults.UnitUnknown), InlineData("a@b.example;Frau;;A;;;1;;;", OrganisationFaults.NameMissing)]
    [InlineData("a@b.example;Frau;;A;B;;1;;;|A@b.example;Frau;;A;B;;1;;;", OrganisationFaults.UserNameTwice)]
    public async Task Employees_WithAFault_AreNotTakenAtAll(string rows, string fault)
    {
        var world = await ImportWorld.CreateAsync();
        await UnitsAsync(world, preview: false, "1;A;;");
        var known = (await world.Get<OrganisationRecords>().EmployeesAsync(ImportWorld.Bank)).Count;

        var result = await EmployeesAsync(world, true, rows.Split('|'));

        Assert.False(result.Applied);
        Assert.Equal(fault, Assert.Single(result.Faults).Code);
        Assert.Equal(known, (await world.Get<OrganisationRecords>().EmployeesAsync(ImportWorld.Bank)).Values.Count(e => e.Active));
    }

    [Fact]
    public async Task Employees_UnknownSpecialism_AreTakenWithAWarningThatNamesTheKnownOnes()
    {
        var world = await ImportWorld.CreateAsync();
        await UnitsAsync(world, preview: false, "1;A;;");

        var result = await EmployeesAsync(
            world, false, "a@b.example;Frau;;A;B;;1;;Gärtner;", "b@b.example;Frau;;A;B;;1;;versicherungs-spezialist;", "c@b.example;Frau;;A;B;;1;;;");

        Assert.True(result.Applied);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal((2, "a@b.example", OrganisationFaults.SpecialismUnknown), (warning.Line, warning.Key, warning.Code));
        Assert.Contains("„Gärtner“", warning.Text.De, StringComparison.Ordinal);
        Assert.Contains("Baufinanzierungsspezialisten, Vermögensberater/Wertpapierspezialisten, Versicherungsspezialisten", warning.Text.De, StringComparison.Ordinal);
        Assert.True(warning.Text.IsComplete);
    }

    [Fact]
    public async Task Employees_SpecialismsOfTheReadySurveys_AreAllKnown()
    {
        var world = await ImportWorld.CreateAsync(withSurveys: false);
        await world.Get<CreateDefaultSurveys>().CreateAsync(ImportWorld.Bank);
        await using var units = Fixtures.Open("org", "abteilungen.csv");
        await using var people = Fixtures.Open("org", "mitarbeiter.csv");
        await world.Get<ImportUnits>().RunAsync(ImportWorld.Bank, units, preview: false);

        Assert.Empty((await world.Get<ImportEmployees>().RunAsync(ImportWorld.Bank, people, preview: true)).Warnings);
    }

    private static Task<OrganisationImport> UnitsAsync(ImportWorld world, bool preview, params ReadOnlySpan<string> rows) =>
        world.Get<ImportUnits>().RunAsync(ImportWorld.Bank, Csv(UnitHeader, rows), preview);

    private static Task<OrganisationImport> EmployeesAsync(ImportWorld world, bool deactivateMissing, params ReadOnlySpan<string> rows) =>
        world.Get<ImportEmployees>().RunAsync(ImportWorld.Bank, Csv(EmployeeHeader, rows), preview: false, deactivateMissing);

    private static MemoryStream Csv(string header, ReadOnlySpan<string> rows) =>
        new(Encoding.UTF8.GetBytes(header + "\r\n" + string.Join("\r\n", rows.ToArray())));
}
