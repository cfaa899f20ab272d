using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Institutes;
using See360.Core.Surveys;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class SurveysApiTests : IAsyncDisposable
{
    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Surveys_OfTheInstitute_AreListedByNumberWithTheirState()
    {
        var bank = InstituteId.Parse("musterstadt");
        await _application.Get<CreateDefaultSurveys>().CreateAsync(bank);
        await _application.Get<ApproveSurvey>().ApproveAsync(bank, SurveyId.Parse("baufinanzierung"), "chef@musterstadt.example");
        var client = await _application.SignedInAs("musterstadt", "jana.berg@musterstadt.example", Role.Advisor);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");

        var surveys = await client.GetFromJsonAsync<JsonElement[]>("/api/surveys");

        Assert.Equal(7, surveys!.Length);
        Assert.Equal(
            ["beratung|Advice|eventBased|draft", "baufinanzierung|Mortgages|eventBased|live"],
            surveys.Take(2).Select(s => string.Join('|', new[] { "id", "name", "kind", "state" }.Select(name => s.GetProperty(name).GetString()))));
    }

    [Fact]
    public async Task Surveys_OfAnotherInstitute_AreNotSeen()
    {
        await _application.Get<CreateDefaultSurveys>().CreateAsync(InstituteId.Parse("musterstadt"));
        var client = await _application.SignedInAs("andernorts", "max@andernorts.example", Role.SalesManagement);

        Assert.Empty((await client.GetFromJsonAsync<JsonElement[]>("/api/surveys"))!);
    }

    [Fact]
    public Task Surveys_AreGuarded() => _application.AssertGuardedAsync(HttpMethod.Get, "/api/surveys", role: null);
}
