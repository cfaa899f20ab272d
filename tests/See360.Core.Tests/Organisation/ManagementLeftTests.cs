using System.Text;
using See360.Core.Organisation;
using See360.Core.Tests.Imports;
using See360.Core.Users;

namespace See360.Core.Tests.Organisation;

public sealed class ManagementLeftTests
{
    private const string UnitHeader = "OE-Nummer;Bezeichnung;Übergeordnete OE;Leitung (Username)";
    private const string EmployeeHeader = "Username (E-Mail);Anrede;Titel;Vorname;Nachname;Funktion;OE-Nummer;Telefon;Fachbereich;Rolle";
    private const string Lea = "lea@bank.example;Frau;;Lea;Vertrieb;;190;;;";
    private const string Jana = "jana@bank.example;Frau;;Jana;Berg;;111;;Kundenbetreuer;";

    [Fact]
    public async Task Employees_WithoutTheOnlyManager_AreRefusedAlsoAsAPreview()
    {
        var world = await BankAsync();

        foreach (var preview in new[] { true, false })
        {
            var refused = await Assert.ThrowsAsync<RuleBroken>(() => EmployeesAsync(world, preview, Jana));
            Assert.Equal("last-sales-management", refused.Code);
        }

        await EmployeesAsync(world, false, Jana, Lea);
        Assert.True((await UserAsync(world, "lea@bank.example"))!.MaySignIn);
    }

    [Fact]
    public async Task Employees_WithTheOnlyManagerInAnotherUnit_AreRefused()
    {
        var world = await BankAsync();

        await Assert.ThrowsAsync<RuleBroken>(() => EmployeesAsync(world, false, Lea.Replace(";190;", ";111;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Units_ThatRenameTheOnlyManagersUnit_AreRefused()
    {
        var world = await BankAsync();

        await Assert.ThrowsAsync<RuleBroken>(() => UnitsAsync(world, "190;Vertrieb;;"));
    }

    [Fact]
    public async Task Successor_CountsOnceAPasswordIsChosen()
    {
        var world = await BankAsync();
        await EmployeesAsync(world, false, Lea, Jana + "Admin");
        await world.Get<SyncUsers>().RunAsync(ImportWorld.Bank);
        await Assert.ThrowsAsync<RuleBroken>(() => EmployeesAsync(world, false, Jana + "Admin"));

        await ActivateAsync(world, "jana@bank.example");

        Assert.True((await EmployeesAsync(world, false, Jana + "Admin")).Applied);
    }

    [Fact]
    public async Task Manager_WhoIsLocked_DoesNotCount()
    {
        var world = await BankAsync();
        await EmployeesAsync(world, false, Lea, Jana + "Admin");
        await world.Get<SyncUsers>().RunAsync(ImportWorld.Bank);
        await ActivateAsync(world, "jana@bank.example");
        await world.Get<LockUser>().RunAsync(ImportWorld.Bank, "jana@bank.example", "lea@bank.example");

        await Assert.ThrowsAsync<RuleBroken>(() => EmployeesAsync(world, false, Jana + "Admin"));
    }

    /// <summary>Lea works in sales management, Jana is an advisor; nobody else is there.</summary>
    private static async Task<ImportWorld> BankAsync()
    {
        var world = await ImportWorld.CreateAsync();
        await UnitsAsync(world, "190;Vertriebsmanagement;;", "111;Filiale;;");
        await EmployeesAsync(world, false, Lea, Jana);
        await world.Get<SyncUsers>().RunAsync(ImportWorld.Bank);
        await ActivateAsync(world, "lea@bank.example");
        return world;
    }

    private static Task ActivateAsync(ImportWorld world, string userName) => world.Get<UserRecords>().Users.UpdateAsync(
        UserRecords.Partition(ImportWorld.Bank), UserRecords.Row(userName), user => user! with { PasswordHash = "a hash" });

    private static Task<User?> UserAsync(ImportWorld world, string userName) => world.Get<UserRecords>().FindAsync(ImportWorld.Bank, userName);

    private static Task UnitsAsync(ImportWorld world, params string[] rows) =>
        world.Get<ImportUnits>().RunAsync(ImportWorld.Bank, Bytes(UnitHeader, rows), preview: false);

    private static Task<OrganisationImport> EmployeesAsync(ImportWorld world, bool preview, params string[] rows) =>
        world.Get<ImportEmployees>().RunAsync(ImportWorld.Bank, Bytes(EmployeeHeader, rows), preview, deactivateMissing: true);

    private static MemoryStream Bytes(string header, string[] rows) => new(Encoding.UTF8.GetBytes(string.Join("\r\n", [header, .. rows])));
}
