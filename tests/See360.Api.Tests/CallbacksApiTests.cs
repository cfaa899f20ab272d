using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class CallbacksApiTests : IAsyncLifetime
{
    private const string Bank = "musterstadt";
    private const string Sales = "vm@musterstadt.example";

    private readonly See360Application _application = new();
    private InvitedCustomer _scene = null!;

    public async Task InitializeAsync() => _scene = await InvitedCustomer.InAsync(_application.Records, _application.Clock);

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task Wish_Done_Reopened_IsItsLife()
    {
        await WishAsync();
        var advisor = await _application.SignedInAs(Bank, InvitedCustomer.AdvisorName, Role.Advisor);
        var wish = Assert.Single(await OpenAsync(advisor));
        Assert.Equal(("Frau Erika Muster", "0171 1234567", "Bitte nachmittags"), (Text(wish, "name"), Text(wish, "phone"), Text(wish, "note")));

        using var done = await MarkAsync(advisor, "done", new { note = "Termin am Freitag", revision = 1 });
        var after = await advisor.GetFromJsonAsync<JsonElement>("/api/callbacks");
        using var reopened = await MarkAsync(advisor, "reopen", new { revision = 2 });

        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal(0, after.GetProperty("open").GetArrayLength());
        var mark = after.GetProperty("done")[0].GetProperty("done");
        Assert.Equal(("Jana Berg", "Termin am Freitag"), (Text(mark, "by"), Text(mark, "note")));
        Assert.Equal(HttpStatusCode.NoContent, reopened.StatusCode);
        Assert.Single(await OpenAsync(advisor));
    }

    [Fact]
    public async Task Done_EmptiesTheWeeksListAndStandsInTheHistory()
    {
        await WishAsync();
        await _application.Get<ImportRecords>().Imports.InsertAsync(Bank, _scene.Customer.Batch.ToString(), new Import(
            _scene.Customer.Batch, "geko.csv", "hash", "stored", _application.Clock.GetUtcNow(), "", ImportState.Confirmed, 1, new Dictionary<ParticipantState, int>(), [], null));
        var sales = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        Assert.Equal("callback", Text(Assert.Single((await sales.GetFromJsonAsync<JsonElement>("/api/week")).GetProperty("todo").EnumerateArray()), "kind"));

        using var done = await MarkAsync(sales, "done", new { note = "nicht erreicht, Brief", revision = 1 });

        Assert.Equal(0, (await sales.GetFromJsonAsync<JsonElement>("/api/week")).GetProperty("todo").GetArrayLength());
        Assert.Equal(0, (await sales.GetFromJsonAsync<JsonElement>("/api/participants?state=callback")).GetProperty("items").GetArrayLength());
        var last = (await sales.GetFromJsonAsync<JsonElement>($"/api/participants/{_scene.Customer}")).GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("callbackDone", "Rückruf erledigt: nicht erreicht, Brief", Sales), (Text(last, "kind"), Text(last, "text"), Text(last, "by")));
    }

    [Fact]
    public async Task List_ConfidentialSurvey_ShowsTheContactWithTheDayAndNothingOfTheAnswers()
    {
        await _application.Get<SurveyRecords>().Surveys.UpdateAsync(
            SurveyRecords.Partition(InvitedCustomer.Bank), "beratung", s => s! with { Confidentiality = ConfidentialityMode.Confidential });
        using var answered = await _application.Anonymous().PostAsJsonAsync(
            $"/api/survey/{_scene.Token}/complete",
            new { revision = 0, answers = new { quality = new { score = 2 }, nps = new { score = 3 }, reason = new { text = "Geheim" } }, language = "de", version = 1 });
        answered.EnsureSuccessStatusCode();
        _application.Clock.Advance(TimeSpan.FromMinutes(97));
        await WishAsync();

        var text = await (await _application.SignedInAs(Bank, InvitedCustomer.AdvisorName, Role.Advisor)).GetStringAsync("/api/callbacks");

        var wish = JsonDocument.Parse(text).RootElement.GetProperty("open")[0];
        Assert.Equal(("Frau Erika Muster", "2026-11-09", JsonValueKind.Null), (Text(wish, "name"), Text(wish, "wishedOn"), wish.GetProperty("wishedAt").ValueKind));
        Assert.True(wish.GetProperty("confidential").GetBoolean());
        Assert.DoesNotContain("Geheim", text, StringComparison.Ordinal);
        Assert.DoesNotContain("T08:37", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherAdvisorsCustomer_IsNotThere()
    {
        await WishAsync();
        var other = await _application.SignedInAs(Bank, "till.hache@musterstadt.example", Role.Advisor);

        Assert.Empty(await OpenAsync(other));
        foreach (var command in new[] { "done", "reopen" })
        {
            using var answer = await MarkAsync(other, command, new { note = "", revision = 1 });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Single(await OpenAsync(await _application.SignedInAs(Bank, Sales, Role.SalesManagement)));
    }

    [Fact]
    public async Task AnotherInstitute_SeesAndChangesNothing()
    {
        await WishAsync();
        var stranger = await _application.SignedInAs("anderswo", Sales, Role.SalesManagement, Role.Advisor);

        Assert.Empty(await OpenAsync(stranger));
        using var answer = await MarkAsync(stranger, "done", new { note = "", revision = 1 });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/callbacks"), InlineData("POST", "/api/callbacks/2026-W46-i0001-0000001/done"), InlineData("POST", "/api/callbacks/2026-W46-i0001-0000001/reopen")]
    public async Task WithoutASession_Is401(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = method == "POST" ? JsonContent.Create(new { revision = 1 }) : null };
        using var answer = await _application.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task WithoutARole_Is403()
    {
        using var answer = await (await _application.SignedInAs(Bank, "niemand@musterstadt.example")).GetAsync("/api/callbacks");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Done_WithoutTheCsrfHeader_IsRefusedAndChangesNothing()
    {
        await WishAsync();
        var advisor = await _application.SignedInAs(Bank, InvitedCustomer.AdvisorName, Role.Advisor);
        advisor.DefaultRequestHeaders.Remove("X-See360-Csrf");

        using var answer = await MarkAsync(advisor, "done", new { note = "", revision = 1 });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Single(await OpenAsync(advisor));
    }

    [Fact]
    public async Task Done_WishSeenBeforeItChanged_Is409()
    {
        await WishAsync();
        var advisor = await _application.SignedInAs(Bank, InvitedCustomer.AdvisorName, Role.Advisor);
        await WishAsync("Doch lieber morgens");

        using var answer = await MarkAsync(advisor, "done", new { note = "", revision = 1 });

        Assert.Equal((HttpStatusCode.Conflict, "callback-changed"), (answer.StatusCode, Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code")));
    }

    [Theory]
    [InlineData("2026-W46-i0001-0000099"), InlineData("unsinn")]
    public async Task Done_OfNobody_Is404(string id)
    {
        var sales = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);

        using var answer = await sales.PostAsJsonAsync($"/api/callbacks/{id}/done", new { note = "", revision = 1 });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task List_AskedAgainWithoutAChange_Is304()
    {
        await WishAsync();
        var sales = await _application.SignedInAs(Bank, Sales, Role.SalesManagement);
        using var first = await sales.GetAsync("/api/callbacks");
        sales.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await sales.GetAsync("/api/callbacks");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task WishAsync(string note = "Bitte nachmittags")
    {
        using var answer = await _application.Anonymous().PostAsJsonAsync($"/api/survey/{_scene.Token}/callback", new { phone = "0171 1234567", note });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<HttpResponseMessage> MarkAsync(HttpClient client, string command, object body) =>
        client.PostAsJsonAsync($"/api/callbacks/{_scene.Customer}/{command}", body);

    private static async Task<List<JsonElement>> OpenAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/callbacks")).GetProperty("open").EnumerateArray()];

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
