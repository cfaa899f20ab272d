using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core;
using See360.Core.Participants;
using See360.Core.Results.Tables;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Testing;
using static See360.Testing.ResultsBank;

namespace See360.Api.Tests;

public sealed class ResultsApiTests : IAsyncDisposable
{
    private const string Own = "/api/results/own";
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly See360Application _application = new();
    private readonly ResultsBank _bank;

    public ResultsApiTests() => _bank = new ResultsBank(_application.Records, _application.Clock, "musterbank");

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public Task Own_WithoutSessionOrRole_IsRefused() => _application.AssertGuardedAsync(HttpMethod.Get, Own, Role.Advisor);

    [Fact]
    public Task Return_WithoutSessionOrRole_IsRefused() => _application.AssertGuardedAsync(HttpMethod.Get, "/api/return", Role.SalesManagement);

    [Fact]
    public async Task Own_AnswersOfOtherInstitute_AreNeverSeen()
    {
        await AnsweredAsync(nps: 10);

        // The same person, by name, at another bank.
        var client = await _application.SignedInAs("andere-bank", Jana, Role.Advisor);

        Assert.Equal(0, (await OwnAsync(client)).GetProperty("answers").GetInt32());
    }

    [Fact]
    public async Task Own_NamingSomebodyElse_ChangesNothing()
    {
        await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("musterbank", Timo, Role.Advisor);

        var own = await client.GetFromJsonAsync<JsonElement>($"{Own}?userName={Jana}&advisor={Jana}&institute=musterbank");

        Assert.Equal((0, Timo), (own.GetProperty("answers").GetInt32(), own.GetProperty("advisor").GetProperty("userName").GetString()));
    }

    [Fact]
    public async Task Return_OfOtherInstitute_IsNeverSeen()
    {
        await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("andere-bank", "vm@andere-bank.example", Role.SalesManagement);

        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/return")).GetProperty("weeks").EnumerateArray());
    }

    [Fact]
    public async Task Own_CustomerCompletes_IsThereAtOnceAndOnce()
    {
        var (cycle, client) = await OpenAsync();
        var customer = await _bank.InviteAsync(cycle);
        var etag = (await GetAsync(client, Own)).Headers.ETag;

        var revision = await CompleteAsync(customer, 0, nps: 10);
        Assert.Equal((1, 100.0), Nps(await OwnAsync(client, etag)));

        // Again, as a browser does that has lost the answer, and then with another score.
        await CompleteAsync(customer, revision, nps: 10);
        Assert.Equal((1, 100.0), Nps(await OwnAsync(client)));
        await CompleteAsync(customer, revision, nps: 0);
        Assert.Equal((1, -100.0), Nps(await OwnAsync(client)));
    }

    [Fact]
    public async Task Own_DraftAfterCompletion_StaysWhatWasCompleted()
    {
        var (cycle, client) = await OpenAsync();
        var customer = await _bank.InviteAsync(cycle);
        var revision = await CompleteAsync(customer, 0, nps: 10);

        using var saved = await _application.Anonymous().PutAsJsonAsync(
            $"/api/survey/{Token(customer)}/answers", new { revision, language = "de", answers = new { nps = new { score = 0 } } });
        saved.EnsureSuccessStatusCode();
        _application.Clock.Advance(ResultTables.LedgersAfter);

        Assert.Equal((1, 100.0), Nps(await OwnAsync(client)));
    }

    [Fact]
    public async Task Own_TestAnswer_IsNeverCounted()
    {
        var (cycle, client) = await OpenAsync();
        var customer = await _bank.InviteAsync(cycle);
        await _bank.Participants.Participants.UpdateAsync(
            ParticipantRecords.Partition(_bank.Id, customer.Batch), customer.Row, p => p! with { Kind = ParticipantKind.Test });

        await CompleteAsync(customer, 0, nps: 10);
        _application.Clock.Advance(ResultTables.LedgersAfter);

        Assert.Equal(0, (await OwnAsync(client)).GetProperty("answers").GetInt32());
    }

    [Fact]
    public async Task Own_SelfImageAsked_IsShownAfterItWasAnswered()
    {
        var (cycle, client) = await OpenAsync(selfImage: true);
        await _bank.AnsweredAsync(cycle, Scores(contact: 3, nps: 10));
        await _bank.AskSelfImageAsync(cycle);

        var before = await OwnAsync(client);
        var survey = before.GetProperty("surveys").EnumerateArray().Single();
        Assert.Equal((0, "pending"), (before.GetProperty("answers").GetInt32(), survey.GetProperty("selfImage").GetString()));

        // The link leads to the page on which the self-image is given.
        var token = survey.GetProperty("selfImageUrl").GetString()!["/s/".Length..];
        using var completed = await _application.Anonymous().PostAsJsonAsync(
            $"/api/survey/{token}/complete", new { revision = 0, language = "de", answers = new { contact = new { score = 5 } } });
        completed.EnsureSuccessStatusCode();

        var after = await OwnAsync(client);
        Assert.Equal(1, after.GetProperty("answers").GetInt32());
        var line = after.GetProperty("factors").EnumerateArray().Single();
        Assert.Equal((3.0, 5.0, 2.0), (line.GetProperty("figure").GetProperty("value").GetDouble(), line.GetProperty("self").GetDouble(), line.GetProperty("gap").GetDouble()));
    }

    [Theory]
    [InlineData(Own)]
    [InlineData("/api/return")]
    public async Task Live_NothingNew_Is304WithoutBody(string path)
    {
        await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("musterbank", "vm@musterbank.example", Role.Advisor, Role.SalesManagement);
        using var first = await GetAsync(client, path);

        using var second = await GetAsync(client, path, first.Headers.ETag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Contains("no-store", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData("/api/return")]
    public async Task Live_NewAnswer_Is200WithAnotherTag(string path)
    {
        var customer = await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("musterbank", "vm@musterbank.example", Role.Advisor, Role.SalesManagement);
        using var first = await GetAsync(client, path);
        await CompleteAsync(customer, 1, nps: 3);

        using var second = await GetAsync(client, path, first.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("nonsense")]
    [InlineData("\"\"")]
    [InlineData("\"a\", \"b\", W/\"c\"")]
    public async Task Live_AnyIfNoneMatch_IsAnswered(string tag)
    {
        await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("musterbank", Jana, Role.Advisor);
        using var request = new HttpRequestMessage(HttpMethod.Get, Own);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/return?weeks=0")]
    [InlineData("/api/return?weeks=54")]
    [InlineData("/api/return?weeks=-1")]
    [InlineData("/api/return?weeks=99999999999999999999")]
    [InlineData("/api/return?weeks=abc")]
    [InlineData("/api/results/own?survey=gibt-es-nicht")]
    [InlineData("/api/results/own?survey=%00%ff'\"<script>")]
    public async Task Live_BadQuery_Is400Problem(string path)
    {
        await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("musterbank", "vm@musterbank.example", Role.Advisor, Role.SalesManagement);

        using var answer = await GetAsync(client, path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Own_Language_NamesFactorsInIt()
    {
        await AnsweredAsync(nps: 10);
        var client = await _application.SignedInAs("musterbank", Jana, Role.Advisor);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));

        var own = await OwnAsync(client);

        Assert.Equal("Frequency of contact", own.GetProperty("factors").EnumerateArray().First().GetProperty("name").GetString());
        Assert.Equal("Ms Berg", own.GetProperty("advisor").GetProperty("address").GetString());
    }

    [Fact]
    public async Task Own_NobodyAnswered_SaysNullAndNotZero()
    {
        var (_, client) = await OpenAsync();

        var nps = (await OwnAsync(client)).GetProperty("nps");

        Assert.Equal((0, JsonValueKind.Null), (nps.GetProperty("n").GetInt32(), nps.GetProperty("value").ValueKind));
    }

    [Fact]
    public async Task Return_OneWeek_HasTheWholeFunnel()
    {
        var (cycle, _) = await OpenAsync();
        await _bank.InviteAsync(cycle);
        await CompleteAsync(await _bank.InviteAsync(cycle), 0, nps: 9);
        var client = await _application.SignedInAs("musterbank", "vm@musterbank.example", Role.SalesManagement);

        var week = (await client.GetFromJsonAsync<JsonElement>("/api/return?weeks=4")).GetProperty("weeks").EnumerateArray().Single();

        Assert.Equal(("2026-W46", true), (week.GetProperty("week").GetString(), week.GetProperty("running").GetBoolean()));
        Assert.Equal(
            (2, 0, 1, 1, 1, 0),
            (Number("sent"), Number("bounced"), Number("opened"), Number("started"), Number("answered"), Number("declined")));
        Assert.Equal(0.5, week.GetProperty("rate").GetDouble());

        int Number(string name) => week.GetProperty(name).GetInt32();
    }

    private async Task<(CycleId Cycle, HttpClient Client)> OpenAsync(bool selfImage = false)
    {
        await _bank.OpenAsync();
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(selfImage: selfImage), s_week);
        return (cycle, await _application.SignedInAs("musterbank", Jana, Role.Advisor));
    }

    private async Task<ParticipantId> AnsweredAsync(int nps)
    {
        var (cycle, _) = await OpenAsync();
        return await _bank.AnsweredAsync(cycle, Scores(contact: 4, nps: nps));
    }

    private string Token(ParticipantId participant) => _application.Get<SurveyTokens>().Create(7, participant);

    private async Task<int> CompleteAsync(ParticipantId customer, int revision, int nps)
    {
        using var answer = await _application.Anonymous().PostAsJsonAsync(
            $"/api/survey/{Token(customer)}/complete", new { revision, language = "de", answers = new { nps = new { score = nps } } });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32();
    }

    private static async Task<JsonElement> OwnAsync(HttpClient client, EntityTagHeaderValue? etag = null)
    {
        using var answer = await GetAsync(client, Own, etag);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, EntityTagHeaderValue? etag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (etag is not null)
        {
            request.Headers.IfNoneMatch.Add(etag);
        }

        return await client.SendAsync(request);
    }

    private static (int N, double Value) Nps(JsonElement own) =>
        (own.GetProperty("nps").GetProperty("n").GetInt32(), own.GetProperty("nps").GetProperty("value").GetDouble());
}
