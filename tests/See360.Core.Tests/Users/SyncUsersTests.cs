using See360.Core.Organisation;
using See360.Core.Users;

namespace See360.Core.Tests.Users;

public sealed class SyncUsersTests
{
    private const string Lea = "lea.vertrieb@musterstadt.example";
    private const string Mia = "mia.vertrieb@musterstadt.example";

    private readonly Accounts _accounts = new();

    [Theory]
    [InlineData("Kundenbetreuer", "Mitarbeiter", "111", new[] { Role.Advisor })]
    [InlineData("Kundenbetreuer", "Abteilungsleiter", "111", new[] { Role.Advisor, Role.Head })]
    [InlineData("", "vorstand ", "111", new[] { Role.Head })]
    [InlineData("", "Admin", "111", new[] { Role.SalesManagement })]
    [InlineData("Kundenbetreuer", " admin", "111", new[] { Role.Advisor, Role.SalesManagement })]
    [InlineData("", "Mitarbeiter", "900", new[] { Role.SalesManagement })]
    public async Task Sync_NewEmployee_GetsTheRolesOfTheList(string specialism, string role, string unit, Role[] expected)
    {
        await _accounts.PutAsync(new Unit("900", "Vertriebsmanagement", "100", null));
        await _accounts.PutAsync(Accounts.Employee(specialism: specialism, role: role, unit: unit));

        var synced = await _accounts.Sync.RunAsync(Accounts.Institute);

        Assert.Equal(new SyncedUsers(1, 0, 0), synced);
        var user = await _accounts.UserAsync();
        Assert.Equal(expected, user.Roles);
        Assert.Null(user.PasswordHash);
    }

    [Fact]
    public async Task Sync_WhoLeadsAUnitByTheOrgChart_IsHead()
    {
        await _accounts.PutAsync(new Unit("222", "Filiale Markt", "100", Head: Accounts.Jana));
        await _accounts.PutAsync(Accounts.Employee());

        await _accounts.Sync.RunAsync(Accounts.Institute);

        Assert.Equal([Role.Head], (await _accounts.UserAsync()).Roles);
    }

    [Fact]
    public async Task Sync_EmployeeWithoutARole_GetsNoAccount()
    {
        await _accounts.PutAsync(Accounts.Employee());

        Assert.Equal(new SyncedUsers(0, 0, 0), await _accounts.Sync.RunAsync(Accounts.Institute));
        Assert.Null(await _accounts.Users.FindAsync(Accounts.Institute, Accounts.Jana));
    }

    [Fact]
    public async Task Sync_Twice_ChangesNothing()
    {
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer"));
        await _accounts.Sync.RunAsync(Accounts.Institute);
        var writes = _accounts.Store.Writes;

        Assert.Equal(new SyncedUsers(0, 0, 0), await _accounts.Sync.RunAsync(Accounts.Institute));
        Assert.Equal(writes, _accounts.Store.Writes);
    }

    [Fact]
    public async Task Sync_Leaver_LosesPasswordAndSessions()
    {
        await _accounts.AddAsync(Accounts.Jana, Role.Advisor);
        var before = (await _accounts.UserAsync()).SecurityStamp;
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer", active: false));

        Assert.Equal(new SyncedUsers(0, 0, 1), await _accounts.Sync.RunAsync(Accounts.Institute));

        var user = await _accounts.UserAsync();
        Assert.False(user.Active);
        Assert.Null(user.PasswordHash);
        Assert.NotEqual(before, user.SecurityStamp);
    }

    [Fact]
    public async Task Sync_RolesGivenByTheOperator_StayWithWhoeverTheListNames()
    {
        await _accounts.AddAsync(Accounts.Jana, Role.SalesManagement);
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer"));

        await _accounts.Sync.RunAsync(Accounts.Institute);

        Assert.Equal([Role.Advisor, Role.SalesManagement], (await _accounts.UserAsync()).Roles);
    }

    [Fact]
    public async Task Sync_OtherRoles_EndSessionsAndLeaveThePassword()
    {
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer", role: "Admin"));
        await _accounts.Sync.RunAsync(Accounts.Institute);
        var before = (await _accounts.UserAsync()).SecurityStamp;
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer"));

        Assert.Equal(new SyncedUsers(0, 1, 0), await _accounts.Sync.RunAsync(Accounts.Institute));

        var user = await _accounts.UserAsync();
        Assert.Equal([Role.Advisor], user.Roles);
        Assert.NotEqual(before, user.SecurityStamp);
    }

    [Fact]
    public async Task Sync_AccountOfSomebodyWhoIsNotInTheList_IsLeftAlone()
    {
        await _accounts.AddAsync("operator@musterstadt.example", Role.SalesManagement);

        Assert.Equal(new SyncedUsers(0, 0, 0), await _accounts.Sync.RunAsync(Accounts.Institute));
        Assert.True((await _accounts.UserAsync("operator@musterstadt.example")).Active);
    }

    [Fact]
    public async Task Sync_TheOtherManagerWasLockedAfterTheCheck_LeavesTheLastAccountAndBringsTheOthersInLine()
    {
        await ManagersAsync(_accounts);
        await _accounts.AddAsync("tom.berg@musterstadt.example", Role.Advisor);
        await _accounts.PutAsync(Accounts.Employee("tom.berg@musterstadt.example", active: false));
        await new LockUser(_accounts.Users, _accounts.Clock).RunAsync(Accounts.Institute, Mia, Lea);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => _accounts.Sync.RunAsync(Accounts.Institute));

        Assert.Equal("last-sales-management-kept", refused.Code);
        Assert.True(ManagementLeft.CanManage(await _accounts.UserAsync(Lea)));
        Assert.False((await _accounts.UserAsync("tom.berg@musterstadt.example")).Active);
        await new UnlockUser(_accounts.Users).RunAsync(Accounts.Institute, Mia);
        Assert.Equal(new SyncedUsers(0, 0, 1), await _accounts.Sync.RunAsync(Accounts.Institute));
    }

    [Fact]
    public async Task Sync_WhileTheLeaverLocksTheOtherManager_LeavesOne()
    {
        for (var round = 0; round < 20; round++)
        {
            var accounts = new Accounts();
            await ManagersAsync(accounts);
            LockUser command = new(accounts.Users, accounts.Clock);

            await Task.WhenAll(
                Task.Run(() => Record.ExceptionAsync(() => accounts.Sync.RunAsync(Accounts.Institute))),
                Task.Run(() => Record.ExceptionAsync(() => command.RunAsync(Accounts.Institute, Mia, Lea))));

            Assert.Single(new[] { await accounts.UserAsync(Lea), await accounts.UserAsync(Mia) }, ManagementLeft.CanManage);
        }
    }

    /// <summary>Two who manage; Lea has left by the list, and her account is still to follow.</summary>
    private static async Task ManagersAsync(Accounts accounts)
    {
        await accounts.AddAsync(Lea, Role.SalesManagement);
        await accounts.AddAsync(Mia, Role.SalesManagement);
        await accounts.PutAsync(Accounts.Employee(Lea, active: false));
    }
}
