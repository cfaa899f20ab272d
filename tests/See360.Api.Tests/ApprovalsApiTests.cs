using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Institutes;
using See360.Core.Surveys;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class ApprovalsApiTests : IAsyncLifetime
{
    private const string Path = "/api/approvals/baufinanzierung";

    private readonly See360Application _application = new();
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        await _application.AddInstituteAsync("musterstadt");
        await _application.Get<CreateDefaultSurveys>().CreateAsync(InstituteId.Parse("musterstadt"));
        _client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/approvals", false)]
    [InlineData("GET", Path, true)]
    [InlineData("POST", Path + "/publish", true)]
    [InlineData("POST", Path + "/approve", true)]
    [InlineData("POST", Path + "/withdraw", true)]
    public Task Endpoint_WithoutSessionWithTheWrongRoleOrOfAnotherBank_IsClosed(string method, string path, bool ofTheBank) =>
        Guarded.AssertGuardedAsync(
            _application, new HttpMethod(method), path, Role.SalesManagement, ofTheBank ? "musterstadt" : null, method == "POST" ? new { version = 1 } : null);

    [Fact]
    public async Task List_ShowsWhereEachSurveyStands()
    {
        await _client.PostAsJsonAsync(Path + "/approve", new { version = 1 });

        var surveys = await _client.GetFromJsonAsync<JsonElement[]>("/api/approvals");

        Assert.Equal(7, surveys!.Length);
        Assert.Equal(["checked", "approved"], surveys.Take(2).Select(s => s.GetProperty("stage").GetString()));
        Assert.Equal(
            ("Baufinanzierung", "eventBased", "personal", 1, 16, 0),
            (surveys[1].GetProperty("name").GetString(), surveys[1].GetProperty("kind").GetString(), surveys[1].GetProperty("confidentiality").GetString(),
                surveys[1].GetProperty("version").GetInt32(), surveys[1].GetProperty("questions").GetInt32(), surveys[1].GetProperty("errors").GetInt32()));
    }

    [Fact]
    public async Task Show_HasEveryQuestionInBothLanguages()
    {
        var view = await _client.GetFromJsonAsync<JsonElement>(Path);

        var questions = view.GetProperty("questions").EnumerateArray().ToList();
        Assert.All(questions, q =>
        {
            Assert.NotEmpty(q.GetProperty("text").GetProperty("de").GetString()!);
            Assert.NotEmpty(q.GetProperty("text").GetProperty("en").GetString()!);
        });
        Assert.Equal(16, questions.Count(q => q.GetProperty("kind").GetString() != "info"));
        Assert.Contains(questions, q => q.GetProperty("kind").GetString() == "rating" && q.GetProperty("scale").GetProperty("max").GetInt32() == 5);
        Assert.Contains(questions, q => q.GetProperty("options").GetArrayLength() > 1);
        Assert.NotEmpty(view.GetProperty("thanks").GetProperty("en").GetString()!);
    }

    [Fact]
    public async Task Approve_ThenWithdraw_IsKeptWithWhoAndWhy()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsJsonAsync(Path + "/approve", new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _client.PostAsJsonAsync(Path + "/withdraw", new { reason = "Frage 3\u202e fehlt" })).StatusCode);

        var view = await _client.GetFromJsonAsync<JsonElement>(Path);

        Assert.Equal("withdrawn", view.GetProperty("survey").GetProperty("stage").GetString());
        Assert.Equal(
            ["withdrawn|Frage 3 fehlt|vm@musterstadt.example", "approved||vm@musterstadt.example"],
            view.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("step")}|{h.GetProperty("reason")}|{h.GetProperty("by")}"));
    }

    [Fact]
    public async Task Approve_AnotherVersionThanTheOneSeen_Is409()
    {
        var refused = await _client.PostAsJsonAsync(Path + "/approve", new { version = 2 });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("survey-changed", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Approve_ChecksFindErrors_Is409AndSaysWhich()
    {
        var records = _application.Get<SurveyRecords>();
        var (bank, id) = (InstituteId.Parse("musterstadt"), SurveyId.Parse("baufinanzierung"));
        await records.Versions.UpdateAsync(
            SurveyRecords.VersionPartition(bank, id), SurveyRecords.VersionRow(1), v => v! with { Questions = [.. v.Questions, v.Questions[0]] });

        var refused = await _client.PostAsJsonAsync(Path + "/approve", new { version = 1 });
        var view = await _client.GetFromJsonAsync<JsonElement>(Path);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("dieselbe Kennung", (await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("faulty", view.GetProperty("survey").GetProperty("stage").GetString());
        Assert.Contains(view.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "question-twice");
    }

    [Theory]
    [InlineData("/approve", """{"version":"eins"}""", HttpStatusCode.BadRequest)]
    [InlineData("/approve", """{"version":99999999999}""", HttpStatusCode.BadRequest)]
    [InlineData("/approve", """{"version":-1}""", HttpStatusCode.Conflict)]
    [InlineData("/approve", """{"version":2147483647}""", HttpStatusCode.Conflict)]
    [InlineData("/approve", """{}""", HttpStatusCode.Conflict)]
    [InlineData("/approve", "null", HttpStatusCode.BadRequest)]
    [InlineData("/withdraw", """{"reason":{}}""", HttpStatusCode.BadRequest)]
    public async Task Change_HostileBody_IsRefusedAndWritesNothing(string path, string body, HttpStatusCode expected)
    {
        var writes = _application.Records.Writes;

        var refused = await _client.PostAsync(Path + path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(expected, refused.StatusCode);
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Withdraw_LongReason_IsRefused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsJsonAsync(Path + "/withdraw", new { reason = new string('x', 501) })).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _client.PostAsJsonAsync(Path + "/withdraw", new { reason = new string('x', 1_000_000) })).StatusCode);
    }

    [Theory]
    [InlineData("/api/approvals/gibt-es-nicht")]
    [InlineData("/api/approvals/..%2f..%2fx")]
    [InlineData("/api/approvals/A%20B")]
    public async Task Show_NoSuchSurvey_Is404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/publish")]
    [InlineData("/approve")]
    [InlineData("/withdraw")]
    public async Task Change_WithoutTheHeaderOfOurPages_IsRefused(string path)
    {
        _client.DefaultRequestHeaders.Remove("X-See360-Csrf");

        Assert.Equal(HttpStatusCode.Forbidden, (await _client.PostAsJsonAsync(Path + path, new { version = 1 })).StatusCode);
        Assert.Equal("checked", (await _client.GetFromJsonAsync<JsonElement>(Path)).GetProperty("survey").GetProperty("stage").GetString());
    }
}
