using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using See360.Api;
using See360.Azure.Web;
using See360.Core.Users;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

/// <summary>Requests as they come through the static site and the Functions host: who asks, and over what.</summary>
public sealed class PublicSideTests
{
    private const string Site = "[fd00::1]:443";

    [Fact]
    public async Task SignIn_OfTwoPeople_CountsForEachOfThem()
    {
        await using var app = new GatewayApplication(options: Strict);

        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(app, $"203.0.113.7:{1000 + n}, {Site}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(app, $"203.0.113.7:2000, {Site}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(app, $"203.0.113.8:2000, {Site}"));
    }

    [Fact]
    public async Task SignIn_WithAnotherInventedAddressEachTime_IsLimitedAllTheSame()
    {
        await using var app = new GatewayApplication(options: Strict);
        for (var n = 0; n < 3; n++)
        {
            await TryAsync(app, $"198.51.100.{n}, 192.0.2.{n}:5, 203.0.113.7:{n}, {Site}");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(app, $"198.51.100.99, 203.0.113.7:9, {Site}"));
    }

    [Fact]
    public async Task SignIn_WithoutAnAddress_IsLimitedForAllOfThemTogether()
    {
        await using var app = new GatewayApplication(options: Strict);
        foreach (var forwarded in new[] { null, "garbage", $"x, {Site}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(app, forwarded));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(app, new string('1', 9_000)));
    }

    [Fact]
    public async Task SignIn_BehindTheSite_GivesASecureCookieAndAsksForHttps()
    {
        await using var app = new GatewayApplication();
        var bank = await new TestBank(app.Get<See360.Core.Storage.IRecordStore>(), app.Clock).OpenAsync();
        await app.AddUserAsync(bank.Id, "romy@musterstadt.example", Role.SalesManagement);

        using var answer = await app.Client().PostAsJsonAsync(
            "/api/session", new { institute = bank.Id.ToString(), userName = "romy@musterstadt.example", password = GatewayApplication.Password });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.All(["; secure", "; httponly", "; samesite=strict", "; path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData("see360.bank.example"), InlineData("app-see360.azurewebsites.net"), InlineData("gentle-smoke-0024c9c00.5.azurestaticapps.net")]
    public async Task Request_UnderAnyNameThatThePlatformPassesOn_IsAnswered(string host)
    {
        await using var app = new GatewayApplication();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health") { Headers = { Host = host } };

        using var answer = await app.Client().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(null), InlineData(7), InlineData(""), InlineData("["), InlineData("[]"), InlineData("{\"X-Forwarded-For\":7}"), InlineData("{\"x-forwarded-for\":null}")]
    public void Restore_DataOfTheTriggerThatNobodyExpects_ChangesNothing(object? headers)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };

        Side("http://localhost:4280").Restore(http, new Dictionary<string, object?> { ["Headers"] = headers });
        Side("http://localhost:4280").Restore(http, new Dictionary<string, object?>());

        Assert.Equal((IPAddress.Loopback, false), (http.Connection.RemoteIpAddress, http.Request.IsHttps));
    }

    [Fact]
    public void Restore_HeadersThatAClientMaySendItself_AreNotRead()
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        const string Sent = """{"X-Azure-ClientIP":"198.51.100.1","X-Azure-SocketIP":"198.51.100.2","X-Real-IP":"198.51.100.3","Forwarded":"for=198.51.100.4","Client-IP":"198.51.100.5","x-forwarded-FOR":"203.0.113.7:1, [fd00::1]:443"}""";

        Side("https://see360.example").Restore(http, new Dictionary<string, object?> { ["Headers"] = Sent });

        Assert.Equal(("203.0.113.7", true), (http.Connection.RemoteIpAddress?.ToString(), http.Request.IsHttps));
    }

    private static PublicSide Side(string baseUrl) =>
        new(Options.Create(new AzureSettings { BaseUrl = new Uri(baseUrl) }), NullLogger<PublicSide>.Instance);

    private static void Strict(ApiOptions api) => api.Limits = new RateLimits { SignInsPerAddress = 3 };

    private static async Task<HttpStatusCode> TryAsync(GatewayApplication app, string? forwarded)
    {
        using var client = app.Client(forwarded);
        using var answer = await client.PostAsJsonAsync("/api/session", new { institute = "nobody", userName = $"{Guid.NewGuid():N}@kunde.example", password = "falsch falsch falsch" });
        return answer.StatusCode;
    }
}
