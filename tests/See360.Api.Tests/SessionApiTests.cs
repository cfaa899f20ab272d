using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using See360.Core.Users;

namespace See360.Api.Tests;

public sealed class SessionApiTests : IAsyncDisposable
{
    private const string Jana = "jana.berg@musterstadt.example";

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Session_AfterSignIn_NamesInstituteUserAndRoles()
    {
        var client = await _application.SignedInAs("musterstadt", Jana, Role.Advisor, Role.SalesManagement);

        var session = await client.GetFromJsonAsync<JsonElement>("/api/session");

        Assert.Equal("musterstadt", session.GetProperty("institute").GetProperty("id").GetString());
        Assert.Equal("Europe/Berlin", session.GetProperty("institute").GetProperty("timeZone").GetString());
        Assert.Equal(Jana, session.GetProperty("user").GetProperty("userName").GetString());
        Assert.Equal(["advisor", "salesManagement"], session.GetProperty("user").GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Session_WithoutSignIn_Is401Problem()
    {
        using var answer = await _application.Anonymous().GetAsync("/api/session");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("signed-out", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Session_Cookie_IsHttpOnlyStrictAndSecure()
    {
        await _application.AddUserAsync("musterstadt", Jana, Role.Advisor);

        using var answer = await _application.Anonymous().PostAsJsonAsync(
            "/api/session", new { institute = "musterstadt", userName = Jana, password = See360Application.Password });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("see360=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignOut_WithoutCsrfHeader_IsRefused()
    {
        var client = await _application.SignedInAs("musterstadt", Jana, Role.Advisor);
        client.DefaultRequestHeaders.Remove("X-See360-Csrf");

        using var answer = await client.DeleteAsync("/api/session");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("csrf", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task SignOut_CopiedCookie_IsWorthNothing()
    {
        var client = await _application.SignedInAs("musterstadt", Jana, Role.Advisor);
        using var before = await client.GetAsync("/api/session");
        var cookie = before.RequestMessage!.Headers.GetValues("Cookie").Single();

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/session")).StatusCode);

        var thief = _application.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySession()
    {
        var client = await _application.SignedInAs("musterstadt", Jana, Role.Advisor);
        var other = await _application.SignedInAs("musterstadt", Jana, Role.Advisor);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/session")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/session/all")).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task SignOutEverywhere_WithoutCsrfHeader_IsRefused()
    {
        var client = await _application.SignedInAs("musterstadt", Jana, Role.Advisor);
        client.DefaultRequestHeaders.Remove("X-See360-Csrf");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.DeleteAsync("/api/session/all")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task UnknownApiPath_Is404Problem_AndWrongMethod405()
    {
        var client = _application.Anonymous();

        using var unknown = await client.GetAsync("/api/no/such/thing");
        using var method = await client.PutAsync("/api/health", null);

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("application/problem+json", unknown.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
        Assert.Equal("application/problem+json", method.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task OpenApi_IsServed()
    {
        var document = await _application.Anonymous().GetFromJsonAsync<JsonElement>("/api/openapi.json");

        Assert.True(document.GetProperty("paths").TryGetProperty("/api/session", out _));
    }

    [Fact]
    public Task Session_IsGuarded() => _application.AssertGuardedAsync(HttpMethod.Delete, "/api/session", role: null);

    [Fact]
    public Task SignOutEverywhere_IsGuarded() => _application.AssertGuardedAsync(HttpMethod.Delete, "/api/session/all", role: null);
}
