using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class OrganisationApiTests : IAsyncDisposable
{
    private const string Bank = "musterstadt";
    private const string Jana = "jana.berg@musterstadt.example";
    private const string Lea = "lea.vertrieb@musterstadt.example";

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Units_AreThoseOfTheOwnBank()
    {
        await AddAsync(Bank);
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        var stranger = await _application.SignedInAs("andere-bank", "somebody@andere.example", Role.SalesManagement);

        var units = await lea.GetFromJsonAsync<JsonElement>("/api/organisation/units");

        Assert.Equal(["100", "111"], units.EnumerateArray().Select(u => u.GetProperty("number").GetString()));
        Assert.Equal((1, 0), (units[0].GetProperty("peopleBelow").GetInt32(), units[0].GetProperty("people").GetInt32()));
        Assert.Equal(0, (await stranger.GetFromJsonAsync<JsonElement>("/api/organisation/units")).GetArrayLength());
    }

    [Fact]
    public async Task People_AreThoseOfTheOwnBank_WithTheirAccounts()
    {
        await AddAsync(Bank);
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        await lea.PostAsJsonAsync("/api/users/invitation", new { userName = Jana });
        var stranger = await _application.SignedInAs("andere-bank", "somebody@andere.example", Role.SalesManagement);

        var people = await lea.GetFromJsonAsync<JsonElement>("/api/organisation/people");
        stranger.DefaultRequestHeaders.Add("X-See360-Search", "berg");
        var others = await stranger.GetFromJsonAsync<JsonElement>("/api/organisation/people");

        Assert.Equal(2, people.GetProperty("total").GetInt32());
        var jana = people.GetProperty("items")[0];
        Assert.Equal((Jana, "Jana Berg", "Filiale", 7), (
            jana.GetProperty("userName").GetString(), jana.GetProperty("name").GetString(), jana.GetProperty("unitName").GetString(), jana.GetProperty("number").GetInt32()));
        Assert.Equal("invited", jana.GetProperty("account").GetProperty("state").GetString());
        Assert.Equal(
            _application.Clock.GetUtcNow().AddDays(7), jana.GetProperty("account").GetProperty("linkUntil").GetDateTimeOffset());
        Assert.Equal(0, others.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("unit=100", 1), InlineData("unit=999", 0), InlineData("state=new", 1), InlineData("state=left", 0)]
    [InlineData("state=present", 2), InlineData("state=none", 0), InlineData("after=1", 2), InlineData("unit=..%2F..", 0)]
    public async Task People_ByFilter(string query, int total)
    {
        await AddAsync(Bank);
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);

        var people = await lea.GetFromJsonAsync<JsonElement>("/api/organisation/people?" + query);

        Assert.Equal(total, people.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("berg", 1), InlineData(" ", 2), InlineData("%'\"<script>", 0)]
    public async Task People_BySearch(string words, int total)
    {
        await AddAsync(Bank);
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);
        lea.DefaultRequestHeaders.Add("X-See360-Search", Uri.EscapeDataString(words));

        var people = await lea.GetFromJsonAsync<JsonElement>("/api/organisation/people");

        Assert.Equal(total, people.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("state=nichts"), InlineData("state=0"), InlineData("state=-1"), InlineData("after=x"), InlineData("after=-1"), InlineData("after=99999999999")]
    [InlineData("unit={long}")]
    public async Task People_ByAFilterThatThereIsNot_Is400(string query)
    {
        var lea = await _application.SignedInAs(Bank, Lea, Role.SalesManagement);

        using var answer = await lea.GetAsync("/api/organisation/people?" + query.Replace("{long}", new string('x', 101), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("filter-invalid", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/api/organisation/units"), InlineData("/api/organisation/people")]
    public Task Lists_AreForSalesManagementAlone(string path) => _application.AssertGuardedAsync(HttpMethod.Get, path, Role.SalesManagement);

    private async Task AddAsync(string institute)
    {
        var id = (await _application.AddInstituteAsync(institute)).Id;
        var organisation = _application.Get<OrganisationRecords>();
        foreach (var unit in (Unit[])[new("100", "Bank", null, null), new("111", "Filiale", "100", Jana)])
        {
            await organisation.Units.InsertAsync(OrganisationRecords.Partition(id), OrganisationRecords.UnitRow(unit.Number), unit);
        }

        await organisation.Employees.InsertAsync(
            OrganisationRecords.Partition(id), OrganisationRecords.EmployeeRow(Jana),
            new Employee(Jana, 7, Salutation.Frau, "", "Jana", "Berg", "Beraterin", "111", "", "Kundenbetreuer"));
        await _application.Get<SyncUsers>().RunAsync(id);
    }
}
