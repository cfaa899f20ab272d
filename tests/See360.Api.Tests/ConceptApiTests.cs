using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class ConceptApiTests : IAsyncLifetime
{
    private readonly See360Application _application = new();
    private TestBank _bank = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _bank = await new TestBank(_application.Records, _application.Clock).OpenAsync(agreed: false);
        await _bank.AddSurveyAsync();
        await _bank.AddAdvisorAsync();
        await _bank.AddWaitingAsync(1);
        _client = await _application.SignedInAs(_bank.Id.ToString(), "berater1@sparkasse-musterstadt.example", Role.SalesManagement);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/concept")]
    [InlineData("POST", "/api/concept/agree")]
    [InlineData("POST", "/api/concept/withdraw")]
    public Task Endpoint_WithoutSessionOrWithTheWrongRole_IsClosed(string method, string path) =>
        Guarded.AssertGuardedAsync(_application, new HttpMethod(method), path, Role.SalesManagement, body: method == "POST" ? Agreement() : null);

    [Fact]
    public async Task Agree_ThenWithdraw_OpensAndLocksTheWeekWithAText()
    {
        Assert.Equal("concept-not-agreed", await LockAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsJsonAsync("/api/concept/agree", Agreement())).StatusCode);
        Assert.Null(await LockAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsJsonAsync("/api/concept/withdraw", new { reason = "Neu zu verhandeln", seen = 1 })).StatusCode);
        Assert.Equal("concept-withdrawn", await LockAsync());
        var refused = await _client.PostAsJsonAsync("/api/week/send", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("zurückgezogen", (await ProblemAsync(refused)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("conceptNotAgreed", (await GetAsync("/api/week")).GetProperty("todo")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Show_AfterTwoDecisions_TellsWhoDecidedWhatAndWhen()
    {
        await _client.PostAsJsonAsync("/api/concept/agree", Agreement());
        await _client.PostAsJsonAsync("/api/concept/withdraw", new { reason = "Neu zu verhandeln", seen = 1 });

        var view = await GetAsync("/api/concept");

        Assert.Equal(2, view.GetProperty("number").GetInt32());
        Assert.Equal("concept-withdrawn", view.GetProperty("lock").GetProperty("code").GetString());
        var history = view.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(["withdrawn", "agreed"], history.Select(h => h.GetProperty("step").GetString()));
        Assert.All(history, h => Assert.Equal("Jana Berg1", h.GetProperty("by").GetString()));
        Assert.Equal(("Personalrat", "2026-11-05", "Fassung 3"), (Text(history[1], "agreedWith"), Text(history[1], "agreedOn"), Text(history[1], "title")));
    }

    [Fact]
    public async Task Agree_AnotherBank_ChangesNothingHere()
    {
        var other = await _application.SignedInAs("nachbarstadt", "vm@nachbarstadt.example", Role.SalesManagement);

        Assert.Equal(HttpStatusCode.NoContent, (await other.PostAsJsonAsync("/api/concept/agree", Agreement())).StatusCode);

        Assert.Equal(0, (await GetAsync("/api/concept")).GetProperty("number").GetInt32());
        Assert.Equal("concept-not-agreed", await LockAsync());
    }

    [Theory]
    [InlineData("/api/concept/agree")]
    [InlineData("/api/concept/withdraw")]
    public async Task Change_WithoutTheHeaderOfOurPages_IsRefused(string path)
    {
        _client.DefaultRequestHeaders.Remove("X-See360-Csrf");
        var writes = _application.Records.Writes;

        var refused = await _client.PostAsJsonAsync(path, Agreement());

        Assert.Equal((HttpStatusCode.Forbidden, "csrf"), (refused.StatusCode, (await ProblemAsync(refused)).GetProperty("code").GetString()));
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Agree_SomebodyElseWasFaster_IsRefused()
    {
        await _client.PostAsJsonAsync("/api/concept/agree", Agreement());

        var refused = await _client.PostAsJsonAsync("/api/concept/agree", Agreement());

        Assert.Equal((HttpStatusCode.Conflict, "concept-changed"), (refused.StatusCode, (await ProblemAsync(refused)).GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":"2026-02-30"}""", "agreedOn")]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":"0000-00-00"}""", "agreedOn")]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":"99999-01-01"}""", "agreedOn")]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":"9999-12-31"}""", "agreedOn")]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":"2026-11-05","effectiveFrom":"9999-12-31"}""", "effectiveFrom")]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":20261105}""", "agreedOn")]
    [InlineData("""{"agreedWith":"Personalrat"}""", "agreedOn")]
    [InlineData("""{"agreedWith":"\u202e\u200b\u0000","agreedOn":"2026-11-05"}""", "agreedWith")]
    [InlineData("""{"agreedWith":"a\ud800b","agreedOn":"2026-11-05"}""", null)]
    [InlineData("""{"agreedWith":["Personalrat"],"agreedOn":"2026-11-05"}""", "agreedWith")]
    [InlineData("""{"agreedWith":"Personalrat","agreedOn":"2026-11-05","seen":"x"}""", "seen")]
    [InlineData("""[]""", null)]
    [InlineData("""null""", null)]
    [InlineData("", null)]
    public async Task Agree_HostileBody_Is400AndWritesNothing(string body, string? field)
    {
        var writes = _application.Records.Writes;

        var refused = await _client.PostAsync("/api/concept/agree", Json(body));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        if (field is not null)
        {
            Assert.True((await ProblemAsync(refused)).GetProperty("errors").TryGetProperty(field, out _));
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Agree_NothingFilledIn_NamesBothFields()
    {
        var refused = await _client.PostAsync("/api/concept/agree", Json("""{"agreedWith":"","agreedOn":null}"""));

        var errors = (await ProblemAsync(refused)).GetProperty("errors");
        Assert.Equal("Bitte füllen Sie dieses Feld aus.", errors.GetProperty("agreedWith")[0].GetString());
        Assert.Equal("Bitte geben Sie den Tag der Zustimmung an.", errors.GetProperty("agreedOn")[0].GetString());
    }

    [Theory]
    [InlineData(2_001, HttpStatusCode.BadRequest)]
    [InlineData(1_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Agree_LongText_IsRefused(int length, HttpStatusCode expected)
    {
        var refused = await _client.PostAsJsonAsync(
            "/api/concept/agree", new { agreedWith = "Personalrat", agreedOn = "2026-11-05", note = new string('x', length), seen = 0 });

        Assert.Equal(expected, refused.StatusCode);
        Assert.Equal(0, (await GetAsync("/api/concept")).GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Agree_DirectionAndControlCharacters_AreNotKept()
    {
        await _client.PostAsync("/api/concept/agree", Json(
            """{"agreedWith":"Personal\u202erat\u0007","agreedOn":"2026-11-05","note":"<b>fett</b>\r\nzwei\u2066","seen":0}"""));

        var line = (await GetAsync("/api/concept")).GetProperty("history")[0];

        Assert.Equal(("Personalrat", "<b>fett</b>\nzwei"), (Text(line, "agreedWith"), Text(line, "note")));
    }

    [Fact]
    public async Task Agree_StoreIsFull_IsSaidAndNothingIsRecorded()
    {
        _application.Records.Unavailable = true;
        var refused = await _client.PostAsJsonAsync("/api/concept/agree", Agreement());
        _application.Records.Unavailable = false;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(0, (await GetAsync("/api/concept")).GetProperty("number").GetInt32());
    }

    private static object Agreement() => new { agreedWith = "Personalrat", agreedOn = "2026-11-05", title = "Fassung 3", note = "", seen = 0 };

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private async Task<string?> LockAsync()
    {
        var locks = (await GetAsync("/api/week")).GetProperty("locks");
        return locks.GetArrayLength() == 0 ? null : locks[0].GetProperty("code").GetString();
    }

    private async Task<JsonElement> GetAsync(string path) => await _client.GetFromJsonAsync<JsonElement>(path);

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
