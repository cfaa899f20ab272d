using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using See360.Core.Contacts;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys.Sets;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class ResponsesApiTests : IAsyncDisposable
{
    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Survey_KnownLink_SaysWhatThePageNeedsAndNothingOfThePerson()
    {
        var (scene, client) = await InvitedAsync();

        using var answer = await client.GetAsync($"/api/survey/{scene.Token}");

        var body = await answer.Content.ReadAsStringAsync();
        var survey = JsonDocument.Parse(body).RootElement;
        Assert.Equal("open", survey.GetProperty("state").GetString());
        Assert.Equal("Wie gut ist Frau Berg auf Ihre Fragen eingegangen?", survey.GetProperty("survey").GetProperty("questions")[0].GetProperty("text").GetProperty("de").GetString());
        Assert.DoesNotContain("Erika", body, StringComparison.Ordinal);
        Assert.DoesNotContain("kunde1@", body, StringComparison.Ordinal);
        Assert.DoesNotContain("factor", body, StringComparison.Ordinal);
    }

    /// <summary>The page's share of the 25 KB is tested in tests/web/survey/size.test.ts.</summary>
    [Theory]
    [MemberData(nameof(ReadySets))]
    public async Task Survey_EveryReadySet_HasAtMostTenKilobytesOverTheWire(string set)
    {
        var questions = QuestionSets.Find(set)!;
        var scene = await InvitedCustomer.InAsync(
            _application.Records,
            _application.Clock,
            version: v => v with { Introduction = questions.Introduction, Thanks = questions.Thanks, Questions = questions.Questions });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/survey/{scene.Token}");
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");

        using var answer = await _application.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, 10 * 1024);
    }

    public static TheoryData<string> ReadySets() => [.. QuestionSets.All.Select(set => set.Id)];

    [Fact]
    public async Task Survey_AnyAnswer_SetsNoCookieAndIsNeitherKeptNorIndexed()
    {
        var (scene, client) = await InvitedAsync();
        foreach (var token in new[] { scene.Token, "unknown" })
        {
            using var answer = await client.GetAsync($"/api/survey/{token}");

            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.StartsWith("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Survey_SavedOnOneDevice_GoesOnOnAnother()
    {
        var (scene, client) = await InvitedAsync();

        var saved = await JsonAsync(await PutAsync(client, scene.Token, 0, new { quality = new { score = 4 } }));
        var other = await _application.Anonymous().GetFromJsonAsync<JsonElement>($"/api/survey/{scene.Token}");

        Assert.Equal(1, saved.GetProperty("revision").GetInt32());
        Assert.Equal(4, other.GetProperty("answers").GetProperty("answers").GetProperty("quality").GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task Save_AnotherDeviceInBetween_Is409WithWhatIsStored()
    {
        var (scene, client) = await InvitedAsync();
        await PutAsync(client, scene.Token, 0, new { quality = new { score = 4 } });

        using var answer = await PutAsync(client, scene.Token, 0, new { quality = new { score = 1 } });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await JsonAsync(answer);
        Assert.Equal("answers-conflict", problem.GetProperty("code").GetString());
        Assert.Equal("quality", problem.GetProperty("conflicts")[0].GetString());
        Assert.Equal(1, problem.GetProperty("sheet").GetProperty("revision").GetInt32());
        Assert.Equal(4, problem.GetProperty("sheet").GetProperty("answers").GetProperty("quality").GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task Complete_RequiredAnswerMissing_Is400WithTheQuestion()
    {
        var (scene, client) = await InvitedAsync();

        using var answer = await client.PostAsJsonAsync($"/api/survey/{scene.Token}/complete", new { revision = 0, answers = new { quality = new { score = 4 } } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Bitte beantworten Sie diese Frage.", (await JsonAsync(answer)).GetProperty("errors").GetProperty("nps")[0].GetString());
    }

    [Fact]
    public async Task Complete_Promoter_SeesThePortalsAndADetractorSeesTheSameGoogleLink()
    {
        var (scene, client) = await InvitedAsync();
        var second = await scene.InviteAsync(new ParticipantId(scene.Customer.Batch, 2));

        var promoter = await CompleteAsync(client, scene.Token, 10);
        var detractor = await CompleteAsync(client, second, 2);

        Assert.Equal(2, promoter.GetArrayLength());
        Assert.Equal(promoter[0].GetRawText(), detractor[0].GetRawText());
        Assert.Equal(1, detractor.GetArrayLength());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%01%02")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("%E2%82%AC%F0%9F%98%80")]
    [InlineData("'%20or%201=1")]
    [InlineData("{0}")]
    public async Task AnyToken_ThatWeDidNotMake_Is404AndWritesNothing(string token)
    {
        var (_, client) = await InvitedAsync();
        var writes = _application.Records.Writes;
        (HttpMethod Method, string Path, object? Body)[] requests =
        [
            (HttpMethod.Get, "", null),
            (HttpMethod.Get, "/photo", null),
            (HttpMethod.Put, "/answers", new { revision = 0, answers = new { } }),
            (HttpMethod.Post, "/complete", new { revision = 0, answers = new { } }),
            (HttpMethod.Post, "/opened", null),
            (HttpMethod.Post, "/callback", new { phone = "0171 1234567" }),
            (HttpMethod.Post, "/objection", null),
        ];
        foreach (var (method, path, body) in requests)
        {
            using var request = new HttpRequestMessage(method, $"/api/survey/{token}{path}") { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await client.SendAsync(request);

            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("{\"revision\":0,\"answers\":{\"quality\":{\"score\":3.5}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"quality\":{\"score\":99}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"quality\":{\"score\":1e999}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"quality\":{}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"quality\":{\"choices\":[null]}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"quality\":{\"text\":\"x\"}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"reason\":{\"text\":\"\\ud800\"}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"unknown\":{\"score\":1}}}")]
    [InlineData("{\"revision\":0,\"answers\":{\"\\ud800\":{\"score\":1}}}")]
    [InlineData("{\"revision\":-1,\"answers\":{}}")]
    [InlineData("{\"revision\":9,\"answers\":{}}")]
    [InlineData("{\"revision\":99999999999,\"answers\":{}}")]
    [InlineData("{\"revision\":0,\"answers\":{},\"language\":\"fr\"}")]
    [InlineData("{\"revision\":0,\"answers\":{},\"language\":17}")]
    [InlineData("{\"revision\":0,\"answers\":[1]}")]
    [InlineData("\u0000\u0001")]
    public async Task Save_BodyThatCantBeRead_Is400AndWritesNothing(string json)
    {
        var (scene, client) = await InvitedAsync();
        var writes = _application.Records.Writes;
        foreach (var path in new[] { "answers", "complete" })
        {
            using var body = new StringContent(json, Encoding.UTF8, "application/json");
            using var answer = path == "answers"
                ? await client.PutAsync($"/api/survey/{scene.Token}/{path}", body)
                : await client.PostAsync($"/api/survey/{scene.Token}/{path}", body);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Save_DeeplyNestedJson_Is400()
    {
        var (scene, client) = await InvitedAsync();
        using var body = new StringContent(new string('[', 20_000), Encoding.UTF8, "application/json");

        using var answer = await client.PutAsync($"/api/survey/{scene.Token}/answers", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Save_BodyOver64Kilobytes_Is413AndWritesNothing()
    {
        var (scene, client) = await InvitedAsync();
        var writes = _application.Records.Writes;

        using var answer = await PutAsync(client, scene.Token, 0, new { reason = new { text = new string('x', 65 * 1024) } });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Save_NotJson_Is415()
    {
        var (scene, client) = await InvitedAsync();
        using var body = new StringContent("revision=0", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await client.PutAsync($"/api/survey/{scene.Token}/answers", body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Save_AfterExpiry_Is409WithTheReason()
    {
        var (scene, client) = await InvitedAsync();
        _application.Clock.Advance(TimeSpan.FromDays(28));
        var writes = _application.Records.Writes;

        using var answer = await PutAsync(client, scene.Token, 0, new { quality = new { score = 4 } });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("survey-expired", (await JsonAsync(answer)).GetProperty("code").GetString());
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Save_StoreUnavailable_Is503AndCanBeRepeated()
    {
        var (scene, client) = await InvitedAsync();
        _application.Records.Unavailable = true;
        using var refused = await PutAsync(client, scene.Token, 0, new { quality = new { score = 4 } });
        _application.Records.Unavailable = false;

        using var saved = await PutAsync(client, scene.Token, 0, new { quality = new { score = 4 } });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, saved.StatusCode));
    }

    [Fact]
    public async Task Get_EveryAddressOfALink_WritesNothing()
    {
        var (scene, client) = await InvitedAsync();
        var writes = _application.Records.Writes;
        foreach (var path in new[] { "/s/", "/w/", "/api/survey/", "/api/unsubscribe/" })
        {
            using var answer = await client.GetAsync(path + scene.Token);
        }

        foreach (var path in new[] { "answers", "complete", "opened", "callback", "objection" })
        {
            using var answer = await client.GetAsync($"/api/survey/{scene.Token}/{path}");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Unsubscribe_OneClick_MarksTheAddressAndStays200()
    {
        var (scene, client) = await InvitedAsync();
        for (var i = 0; i < 2; i++)
        {
            using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var answer = await client.PostAsync($"/api/unsubscribe/{scene.Token}", form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var contact = await _application.Get<ContactRecords>().Contacts.ReadAsync(
            "musterstadt", scene.Keys.OfEmail(InvitedCustomer.Bank, "kunde1@post.example"));
        Assert.NotNull(contact!.Value.ObjectedAt);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("ääääääääääääääääääääääääääääääääääääää")]
    public async Task Unsubscribe_LinkThatMeansNothing_Is200AndWritesNothing(string token)
    {
        var (_, client) = await InvitedAsync();
        var writes = _application.Records.Writes;

        using var answer = await client.PostAsync($"/api/unsubscribe/{token}", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(writes, _application.Records.Writes);
    }

    /// <summary>The last character has four bits that mean nothing: a token has one spelling all the same.</summary>
    [Fact]
    public async Task Survey_LinkWithItsLastCharacterChanged_IsUnknown()
    {
        var (scene, client) = await InvitedAsync();
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        foreach (var last in alphabet.Where(c => c != scene.Token[^1]))
        {
            using var answer = await client.GetAsync($"/api/survey/{scene.Token[..^1]}{last}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Unsubscribe_OpenedInABrowser_LeadsToTheObjectionPage()
    {
        var (scene, client) = await InvitedAsync();

        using var answer = await client.GetAsync($"/api/unsubscribe/{scene.Token}");

        Assert.Equal((HttpStatusCode.Redirect, $"/w/{scene.Token}"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Photo_OnlyWithConsent_IsShown()
    {
        var (scene, client) = await InvitedAsync();
        await _application.Get<IFileStore>().WriteAsync("musterstadt/photos/1.jpg", new MemoryStream([1, 2, 3]));
        var employees = _application.Get<OrganisationRecords>().Employees;
        var row = OrganisationRecords.EmployeeRow(InvitedCustomer.AdvisorName);
        await employees.UpdateAsync("musterstadt", row, e => e! with { Photo = "musterstadt/photos/1.jpg" });
        using var without = await client.GetAsync($"/api/survey/{scene.Token}/photo");

        await employees.UpdateAsync("musterstadt", row, e => e! with { PhotoConsentAt = _application.Clock.GetUtcNow() });
        using var with = await client.GetAsync($"/api/survey/{scene.Token}/photo");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
        Assert.Equal("image/jpeg", with.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Log_AfterRequestsOfALink_HoldsNoToken()
    {
        var (scene, client) = await InvitedAsync();
        await client.GetAsync($"/api/survey/{scene.Token}");
        await PutAsync(client, scene.Token, 0, new { quality = new { score = 99 } });

        Assert.DoesNotContain(_application.Log.Lines, line => line.Contains(scene.Token, StringComparison.Ordinal) && !line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private async Task<(InvitedCustomer Scene, HttpClient Client)> InvitedAsync() =>
        (await InvitedCustomer.InAsync(_application.Records, _application.Clock), _application.Anonymous());

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string token, int revision, object answers) =>
        client.PutAsJsonAsync($"/api/survey/{token}/answers", new { revision, answers, language = "de" });

    private static async Task<JsonElement> CompleteAsync(HttpClient client, string token, int nps)
    {
        using var answer = await client.PostAsJsonAsync(
            $"/api/survey/{token}/complete", new { revision = 0, answers = new { quality = new { score = 4 }, nps = new { score = nps } } });
        return (await JsonAsync(answer)).GetProperty("sheet").GetProperty("reviewLinks");
    }

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();
}
