using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using See360.Core;
using See360.Core.Storage;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Api.Tests;

/// <summary>What holds for every request: problems, headers, limits, CSRF.</summary>
public sealed class PipelineTests : IAsyncDisposable
{
    private readonly See360Application _application = new(map: endpoints =>
    {
        endpoints.MapGet("/api/test/bug", string () => throw new FormatException("'erika@post.example' can't be read")).AllowAnonymous();
        endpoints.MapGet("/api/test/rule", string () => throw new RuleBroken("too-late", new LocalizedText("Zu spät", "Too late"))).AllowAnonymous();
        endpoints.MapGet("/api/test/full", string () => throw new StorageUnavailableException("disk full")).AllowAnonymous();
        endpoints.MapGet("/api/test/buffer", string () => throw new IOException("No space left on device")).AllowAnonymous();
        endpoints.MapPost("/api/test/form", (IFormFile file) => file.Length).AllowAnonymous().DisableAntiforgery();
        endpoints.MapPost("/api/test/change", (ThingRequest thing) => thing.Name).RequireAuthorization();
    });

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Theory]
    [InlineData("/api/health", 200)]
    [InlineData("/api/session", 401)]
    [InlineData("/api/unknown", 404)]
    [InlineData("/api/test/bug", 500)]
    [InlineData("/api/test/rule", 409)]
    [InlineData("/api/test/full", 503)]
    [InlineData("/api/test/buffer", 503)]
    [InlineData("/elsewhere", 404)]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string path, int status)
    {
        using var answer = await _application.Anonymous().GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        var csp = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Bug_SaysNothingOutsideAndNoPersonalDataInTheLog()
    {
        using var answer = await _application.Anonymous().GetAsync("/api/test/bug");

        Assert.DoesNotContain("erika", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(_application.Log.Lines, line => line.Contains("System.FormatException", StringComparison.Ordinal));
        Assert.DoesNotContain(_application.Log.Lines, line => line.Contains("erika", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Log_NamesNoTokenNoSearchAndNoPassword()
    {
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
        client.DefaultRequestHeaders.Add("X-See360-Search", "Jakubczyk");
        foreach (var path in new[] { "/s/token-that-is-secret", "/api/survey/token-that-is-secret", "/api/participants?state=Jakubczyk", "/api/test/bug?q=Jakubczyk" })
        {
            using var answer = await client.GetAsync(path);
        }

        Assert.DoesNotContain(
            _application.Log.Lines,
            line => line.Contains("that-is-secret", StringComparison.Ordinal) || line.Contains("Jakubczyk", StringComparison.Ordinal)
                || line.Contains("vm@", StringComparison.Ordinal) || line.Contains(See360Application.Password, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", "Zu spät")]
    [InlineData("en", "Too late")]
    [InlineData("fr, en-GB;q=0.5, de;q=0.4", "Too late")]
    [InlineData("fr", "Zu spät")]
    [InlineData("%%%;;;q=x", "Zu spät")]
    public async Task Problem_SpeaksTheLanguageOfTheRequest(string accept, string expected)
    {
        var client = _application.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accept);

        var problem = await (await client.GetAsync("/api/test/rule")).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(expected, problem.GetProperty("detail").GetString());
        Assert.Equal("too-late", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("", "application/json", 400)]
    [InlineData("{", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("\"x\"", "application/json", 400)]
    [InlineData("{\"password\":1}", "application/json", 400)]
    [InlineData("{\"password\":\"\\ud800\"}", "application/json", 400)]
    [InlineData("institute=a&password=b", "application/x-www-form-urlencoded", 415)]
    [InlineData("<x/>", "application/xml", 415)]
    [InlineData("{}", "application/json; charset=bogus", 415)]
    [InlineData("{}", "application/json; charset=\"\"", 415)]
    public async Task MalformedBody_Is4xxProblemAndNothingIsWritten(string body, string type, int status)
    {
        var writes = _application.Records.Writes;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await _application.Anonymous().PostAsync("/api/session", content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task MalformedJson_NamesTheField()
    {
        using var content = new StringContent("""{"institute":"a","password":{"x":1}}""", Encoding.UTF8, "application/json");

        var problem = await (await _application.Anonymous().PostAsync("/api/session", content)).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("json-invalid", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("password", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_LargerThanAllowed_Is413(bool saysItsLength)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"institute\":\"" + new string('a', 300_000) + "\"}"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = body };
        request.Headers.TransferEncodingChunked = !saysItsLength;
        body.Headers.ContentLength = saysItsLength ? 300_016 : null;

        using var answer = await _application.Anonymous().SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Headers_LargerThanAllowed_Are431()
    {
        var client = _application.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", "see360=" + new string('a', 40_000));

        using var answer = await client.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("multipart/form-data", "--x\r\n")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("text/plain", "hello")]
    public async Task BrokenForm_Is4xxProblem(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await _application.Anonymous().PostAsync("/api/test/form", content);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(null, null, 403)]
    [InlineData("", null, 403)]
    [InlineData("00000000000000000000000000000000", null, 403)]
    [InlineData("right", "cross-site", 403)]
    [InlineData("right", "same-site", 403)]
    [InlineData("right", "same-origin", 200)]
    [InlineData("right", null, 200)]
    public async Task Csrf_OnlyOurOwnPageMayChangeAnything(string? header, string? site, int status)
    {
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
        if (header != "right")
        {
            client.DefaultRequestHeaders.Remove("X-See360-Csrf");
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-See360-Csrf", header is null ? [] : [header]);
        }

        client.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", site is null ? [] : [site]);

        using var answer = await client.PostAsJsonAsync("/api/test/change", new { name = "x" });

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Csrf_TokenOfAnotherSession_IsRefused()
    {
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
        var other = await _application.SignedInAs("musterstadt", "other@musterstadt.example", Role.SalesManagement);
        client.DefaultRequestHeaders.Remove("X-See360-Csrf");
        client.DefaultRequestHeaders.Add("X-See360-Csrf", other.DefaultRequestHeaders.GetValues("X-See360-Csrf"));

        using var answer = await client.PostAsJsonAsync("/api/test/change", new { name = "x" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_FromAnotherSite_IsRefused()
    {
        await _application.AddUserAsync("musterstadt", "vm@musterstadt.example", Role.SalesManagement);
        var client = _application.Anonymous();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await client.PostAsJsonAsync(
            "/api/session", new { institute = "musterstadt", userName = "vm@musterstadt.example", password = See360Application.Password });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Get_OfEverythingWithASession_WritesNothing()
    {
        var client = await _application.SignedInAs("musterstadt", "vm@musterstadt.example", Role.Advisor, Role.SalesManagement);
        var writes = _application.Records.Writes;

        foreach (var path in new[] { "session", "users", "participants", "surveys", "week", "return", "results/own", "imports", "openapi.json", "health" })
        {
            using var answer = await client.GetAsync("/api/" + path);
            Assert.True((int)answer.StatusCode < 500, path);
        }

        Assert.Equal(writes, _application.Records.Writes);
    }

    [Fact]
    public async Task Host_NotAllowed_Is400()
    {
        await using var application = new See360Application(options => options.AllowedHosts = ["see360.example"]);
        var client = application.Anonymous();

        using var right = await client.GetAsync("/api/health");
        client.DefaultRequestHeaders.Host = "evil.example";
        using var wrong = await client.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var problem = await wrong.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("host-unknown", problem.GetProperty("code").GetString());
        Assert.Contains("Bitte öffnen Sie", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    internal sealed record ThingRequest(string? Name);
}
