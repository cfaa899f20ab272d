using See360.Core.Organisation;
using See360.Core.Tests.Users;
using See360.Core.Users;

namespace See360.Core.Tests.Organisation;

public sealed class PeopleTests
{
    private readonly Accounts _accounts = new();

    [Fact]
    public async Task Units_CountActivePeopleOfTheUnitAndBelow()
    {
        await BankAsync();

        var units = await new ShowUnits(_accounts.Organisation).RunAsync(Accounts.Institute);

        Assert.Equal(
            [("100", null, 0, 2), ("110", "100", 1, 2), ("111", "110", 1, 1)],
            units.Select(u => (u.Number, u.Parent, u.People, u.PeopleBelow)));
        Assert.Equal("Jana Berg", units[2].HeadName);
    }

    [Fact]
    public async Task Units_InACircle_AreStillAnswered()
    {
        await _accounts.PutAsync(new Unit("1", "Eins", "2", null));
        await _accounts.PutAsync(new Unit("2", "Zwei", "1", null));
        await _accounts.PutAsync(Accounts.Employee(unit: "1"));

        var units = await new ShowUnits(_accounts.Organisation).RunAsync(Accounts.Institute);

        Assert.Equal([1, 1], units.Select(u => u.PeopleBelow));
    }

    [Fact]
    public async Task People_AreByLastName_WithUnitAndAccount()
    {
        await BankAsync();

        var part = await ListAsync(new PeopleFilter());

        Assert.Equal(["Ärmel", "Berg", "operator@musterstadt.example", "Zander"], part.Items.Select(p => p.Employee?.LastName ?? p.UserName));
        Assert.Equal((4, null), (part.Total, part.Next));
        Assert.Equal(
            [null, AccountState.New, AccountState.Active, null], part.Items.Select(p => p.Account?.State));
        Assert.Equal(["Region", "Filiale", "", "Filiale"], part.Items.Select(p => p.UnitName));
    }

    [Theory]
    [InlineData("aermel", 1), InlineData("BERG filiale", 1), InlineData("berg region", 0), InlineData("jana.berg@musterstadt", 1)]
    [InlineData("filiale", 2), InlineData("", 4), InlineData("  ,  ", 4), InlineData("%_'\"<script>", 0)]
    public async Task People_AreFoundByEveryWord(string words, int count)
    {
        await BankAsync();

        Assert.Equal(count, (await ListAsync(new PeopleFilter(words))).Total);
    }

    [Fact]
    public async Task People_OfAUnit_AreThoseBelowToo()
    {
        await BankAsync();

        Assert.Equal(3, (await ListAsync(new PeopleFilter(Unit: "100"))).Total);
        Assert.Equal(2, (await ListAsync(new PeopleFilter(Unit: "111"))).Total);
        Assert.Equal(1, (await ListAsync(new PeopleFilter(Unit: "111", Left: true))).Total);
        Assert.Equal(0, (await ListAsync(new PeopleFilter(Unit: "999"))).Total);
    }

    [Fact]
    public async Task People_ByAccount()
    {
        await BankAsync();

        Assert.Equal(Accounts.Jana, Assert.Single((await ListAsync(new PeopleFilter(Account: AccountState.New))).Items).UserName);
        Assert.Equal("Ärmel", Assert.Single((await ListAsync(new PeopleFilter(NoAccount: true, Left: false))).Items).Employee!.LastName);
    }

    [Fact]
    public async Task People_PartByPart_AreAllShownOnce()
    {
        await BankAsync();
        var list = new ListPeople(_accounts.Organisation, _accounts.Users, _accounts.Clock);
        var seen = new List<string>();
        for (int? skip = 0; skip is not null;)
        {
            var part = await list.RunAsync(Accounts.Institute, new PeopleFilter(), skip.Value, take: 3);
            seen.AddRange(part.Items.Select(p => p.UserName));
            skip = part.Next;
        }

        Assert.Equal(4, seen.Distinct().Count());
        Assert.Equal(4, seen.Count);
        Assert.Empty((await list.RunAsync(Accounts.Institute, new PeopleFilter(), int.MaxValue)).Items);
    }

    /// <summary>A region with a branch; one person has left, one has no account, one account has no person.</summary>
    private async Task BankAsync()
    {
        await _accounts.PutAsync(new Unit("100", "Bank", null, null));
        await _accounts.PutAsync(new Unit("110", "Region", "100", null));
        await _accounts.PutAsync(new Unit("111", "Filiale", "110", Accounts.Jana));
        await _accounts.PutAsync(Accounts.Employee(specialism: "Kundenbetreuer"));
        await _accounts.PutAsync(Accounts.Employee("ole@musterstadt.example", unit: "110") with { LastName = "Ärmel", FirstName = "Ole" });
        await _accounts.PutAsync(Accounts.Employee("udo@musterstadt.example", active: false) with { LastName = "Zander", FirstName = "Udo" });
        await _accounts.AddAsync("operator@musterstadt.example", Role.SalesManagement);
        await _accounts.Sync.RunAsync(Accounts.Institute);
    }

    private Task<PeoplePart> ListAsync(PeopleFilter filter) =>
        new ListPeople(_accounts.Organisation, _accounts.Users, _accounts.Clock).RunAsync(Accounts.Institute, filter);
}
