using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class ReviewPortalsApiTests : IAsyncLifetime
{
    private const string Path = "/api/review-portals";

    private readonly See360Application _application = new();
    private HttpClient _client = null!;

    public async Task InitializeAsync() => _client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public Task Endpoint_WithoutSessionOrWithTheWrongRole_IsClosed(string method) =>
        Guarded.AssertGuardedAsync(_application, new HttpMethod(method), Path, Role.SalesManagement, body: method == "POST" ? Choice(false, false) : null);

    [Fact]
    public async Task Choose_PromotersOnly_TakesTheWarningAndIsLogged()
    {
        var refused = await _client.PostAsJsonAsync(Path, Choice(promotersOnly: true, warningAccepted: false));
        Assert.Equal((HttpStatusCode.Conflict, "warning-not-accepted"), (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsJsonAsync(Path, Choice(promotersOnly: true, warningAccepted: true))).StatusCode);

        var view = await _client.GetFromJsonAsync<JsonElement>(Path);
        Assert.True(view.GetProperty("links")[0].GetProperty("promotersOnly").GetBoolean());
        Assert.Contains("§ 5 UWG", view.GetProperty("warning").GetString(), StringComparison.Ordinal);
        var line = Assert.Single(view.GetProperty("history").EnumerateArray());
        Assert.Equal("vm@musterstadt.example", line.GetProperty("by").GetString());
        Assert.True(line.GetProperty("warningAccepted").GetBoolean());
        Assert.Equal("Gute Banken", line.GetProperty("portals")[0].GetProperty("portal").GetString());
    }

    [Fact]
    public async Task Choose_GooglePromotersOnly_IsRefusedWithItsField()
    {
        var refused = await _client.PostAsJsonAsync(Path, new
        {
            links = new[] { new { portal = "Google", url = "https://g.page/r/x", labelDe = "Bewerten", labelEn = "Review", promotersOnly = true } },
            warningAccepted = true,
            seen = 0,
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("links[0].promotersOnly", out _));
    }

    [Fact]
    public async Task Choose_AnotherBank_ChangesNothingHere()
    {
        var other = await _application.SignedInAs("nachbarstadt", "vm@nachbarstadt.example", Role.SalesManagement);
        await other.PostAsJsonAsync(Path, Choice(false, false));

        Assert.Equal(0, (await _client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("links").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"links":[null]}""")]
    [InlineData("""{"links":[{"portal":"\u202e","url":"https://a.example/","labelDe":"a","labelEn":"b"}]}""")]
    [InlineData("""{"links":[{"portal":"a","url":"javascript:alert(1)","labelDe":"a","labelEn":"b"}]}""")]
    [InlineData("""{"links":[{"portal":"a","url":"https://a.example/\ud800","labelDe":"a","labelEn":"b"}]}""")]
    [InlineData("""{"links":"x"}""")]
    [InlineData("""null""")]
    public async Task Choose_HostileBody_Is400AndWritesNothing(string body)
    {
        var writes = _application.Records.Writes;

        var refused = await _client.PostAsync(Path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Choose_LongText_IsRefused()
    {
        var links = new[] { new { portal = new string('x', 1_000_000), url = "https://a.example/", labelDe = "a", labelEn = "b" } };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _client.PostAsJsonAsync(Path, new { links })).StatusCode);
    }

    [Fact]
    public async Task Choose_WithoutTheHeaderOfOurPages_IsRefused()
    {
        _client.DefaultRequestHeaders.Remove("X-See360-Csrf");

        Assert.Equal(HttpStatusCode.Forbidden, (await _client.PostAsJsonAsync(Path, Choice(false, false))).StatusCode);
    }

    private static object Choice(bool promotersOnly, bool warningAccepted) => new
    {
        links = new[] { new { portal = "Gute Banken", url = "https://bewertung.example/x", labelDe = "Bewerten", labelEn = "Review", promotersOnly } },
        warningAccepted,
        seen = 0,
    };
}
