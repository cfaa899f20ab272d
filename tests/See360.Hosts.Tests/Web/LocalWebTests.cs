using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using See360.Api;
using See360.Core;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Local.Web;
using See360.Testing;

namespace See360.Hosts.Tests.Web;

/// <summary>The local edition's web server, over a real socket.</summary>
public sealed class LocalWebTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("see360-web-").FullName;
    private readonly InMemoryRecordStore _records = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var work = Directory.CreateDirectory(Path.Combine(_folder, "web", "work", "assets")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(work, "index.html"), "<!doctype html><title>See360</title>" + new string(' ', 2000));
        await File.WriteAllTextAsync(Path.Combine(work, "assets", "main-abc123.js"), "export const a = 1;");
        await File.WriteAllTextAsync(Path.Combine(work, "secret.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(_folder, "outside.txt"), "outside");

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = Path.Combine(_folder, "web") });
        builder.Logging.ClearProviders();
        builder.AddSee360Web(Path.Combine(_folder, "data"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSee360Core().AddSee360Api()
            .AddSingleton<Readiness>()
            .AddSingleton<IRecordStore>(_records)
            .AddSingleton<IFileStore, InMemoryFileStore>()
            .AddSingleton<IMailer, RecordingMailer>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new SecretKeys(new byte[32]))
            .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://see360.example/"))
            .Configure<ApiOptions>(api => api.Limits = RateLimits.Unlimited);
        _app = builder.Build();
        _app.UseSee360();
        _app.UseSee360Web();
        _app.MapSee360();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(Address()) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/woche")]
    [InlineData("/teilnehmer/2026-W46-i0001-0000001")]
    public async Task Page_OfAnyAddress_IsTheOnePageAskedForAgain(string path)
    {
        using var answer = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asset_WithAHashInItsName_IsKeptForGoodAndCompressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/main-abc123.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var answer = await _client.SendAsync(request);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/assets/gone-abc123.js")]
    [InlineData("/secret.json")]
    [InlineData("/api/nothing")]
    [InlineData("/api")]
    [InlineData("/s/")]
    [InlineData("/assets/..%2f..%2f..%2foutside.txt")]
    [InlineData("/%2e%2e/%2e%2e/outside.txt")]
    [InlineData("/assets/main-abc123.js%00.html")]
    public async Task WhatIsNotThere_IsNotAnsweredWithAPage(string path)
    {
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (404|400) ", answer);
        Assert.DoesNotContain("outside\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<!doctype", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_OfTheCookies_LieInTheDataFolderForTheOwnerAlone()
    {
        await _client.GetAsync("/api/health");
        var keys = new DirectoryInfo(Path.Combine(_folder, "data", "keys"));

        Assert.True(keys.Exists);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
            Assert.Equal(keys.UnixFileMode, keys.Parent!.UnixFileMode);
        }
    }

    [Theory]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("\u0000\u0001\u0002\r\n\r\n")]
    [InlineData("GET /api/health HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/health HTTP/1.1\r\nHost: a b c\r\n\r\n")]
    [InlineData("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n")]
    [InlineData("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n{")]
    [InlineData("GET /api/session HTTP/1.1\r\nHost: localhost\r\nCookie: see360=\u00ff\u00fe; see360; =;;\r\nConnection: close\r\n\r\n")]
    public async Task HostileRequest_Is4xxAndWritesNothing(string request)
    {
        var answer = await RawAsync(request);

        Assert.Matches("^HTTP/1.1 (4\\d\\d|505) ", answer);
        Assert.Equal(0, _records.Writes);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public async Task Headers_TooLarge_Are431Problem(int kilobytes)
    {
        var answer = await RawAsync($"GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', kilobytes * 1024)}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_TooLong_Is431Problem()
    {
        var answer = await RawAsync($"GET /api/health?{new string('a', 50_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_VeryMany_Are431Problem()
    {
        var many = string.Concat(Enumerable.Range(0, 1500).Select(i => $"X-Header-Number-{i:0000}: 0123456789\r\n"));
        var answer = await RawAsync($"GET /api/health HTTP/1.1\r\nHost: localhost\r\n{many}Connection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_OfUnknownLengthAndTooLarge_Is413()
    {
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"institute\":\"" + new string('a', 400_000) + "\"}")));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private string Address() =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Sends bytes as they are and reads what comes back until the server has said enough.</summary>
    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(Address()).Port);
        await using var stream = socket.GetStream();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
            var buffer = new byte[16 * 1024];
            for (var read = 1; read > 0 && !answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal);)
            {
                read = await stream.ReadAsync(buffer, patience.Token);
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException) when (answer.Length > 0)
        {
            // The server has answered and closed the connection before it had read everything.
        }

        return answer.ToString();
    }
}
