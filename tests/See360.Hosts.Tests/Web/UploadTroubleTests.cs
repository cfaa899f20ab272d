using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
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
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Local.Web;
using See360.Testing;

namespace See360.Hosts.Tests.Web;

/// <summary>Uploads by somebody signed in, over a real socket to Kestrel: too large, broken, cut off in the middle.</summary>
public sealed class UploadTroubleTests : IAsyncLifetime
{
    private const string Password = "vier Worte und ein Komma";
    private const int Limit = 200_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-upload-").FullName;
    private readonly InMemoryRecordStore _records = new();
    private readonly InMemoryFileStore _files = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private string _cookie = "";
    private string _csrf = "";
    private int _writes;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddSee360Web(Path.Combine(_folder, "data"));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSee360Core().AddSee360Api()
            .AddSingleton<Readiness>()
            .AddSingleton<IRecordStore>(_records)
            .AddSingleton<IFileStore>(_files)
            .AddSingleton<IMailer, RecordingMailer>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new SecretKeys(new byte[32]))
            .AddSingleton(new ImportLimits { MaxBytes = Limit })
            .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://see360.example/"))
            .Configure<ApiOptions>(api => (api.Limits, api.PasswordRounds) = (RateLimits.Unlimited, 1));
        _app = builder.Build();
        _app.UseSee360();
        _app.MapSee360();
        await _app.StartAsync();
        await SignInAsync();
        _writes = _records.Writes;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_LargerThanItsLimit_Is413ProblemAndNothingIsKept(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports") { Content = File(Limit + 300_000) };
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await _client.SendAsync(request);

        await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=other", HttpStatusCode.BadRequest)]
    [InlineData("multipart/mixed; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=no-such-charset", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    public async Task Upload_OfAnotherContentType_Is4xxProblem(string type, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\r\n--x--\r\n"u8.ToArray());
        if (type.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var answer = await _client.PostAsync("/api/imports", content);

        await AssertRefusedAsync(answer, expected);
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nKundennummer")]
    [InlineData("--x\r\nno header at all\r\n\r\n--x--\r\n")]
    [InlineData("--x\r\n\r\n--x--\r\n")]
    [InlineData("\0\0\0\0")]
    public async Task Upload_BrokenMultipart_Is400Problem(string body)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        using var answer = await _client.PostAsync("/api/imports", content);

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Content-Length: 150000\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n", "1000\r\n")]
    public async Task Upload_CutOffInTheMiddle_LeavesNothing(string length, string before)
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(Address()).Port);
            var head = $"POST /api/imports HTTP/1.1\r\nHost: localhost\r\nCookie: {_cookie}\r\nX-See360-Csrf: {_csrf}\r\n"
                + $"Content-Type: multipart/form-data; boundary=x\r\n{length}Expect: 100-continue\r\n\r\n";
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            var buffer = new byte[1000];
            var read = await stream.ReadAsync(buffer);
            Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(before + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + new string('a', 2000)));
            socket.LingerState = new LingerOption(true, 0); // A reset, as of a line that is cut.
        }

        // The next request is answered, and by then the broken one has been given up.
        using var next = await _client.PostAsync("/api/imports", File(2000));
        Assert.Equal(HttpStatusCode.BadRequest, next.StatusCode);
        await _app.StopAsync();
        Assert.Equal(_writes, _records.Writes);
        Assert.Equal(0, _files.Count);
        AssertNoTemporaryFiles();
    }

    private static MultipartFormDataContent File(int bytes) => new()
    {
        { new ByteArrayContent(Encoding.ASCII.GetBytes(new string('a', bytes))), "file", "a.csv" },
    };

    private async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>())!["code"]);
        Assert.Equal(_writes, _records.Writes);
        Assert.Equal(0, _files.Count);
        AssertNoTemporaryFiles();
    }

    /// <summary>Where the framework buffers forms that do not fit into memory.</summary>
    private static void AssertNoTemporaryFiles() =>
        Assert.Empty(Directory.EnumerateFiles(UploadBuffers.Folder));

    private async Task SignInAsync()
    {
        var id = InstituteId.Parse("musterstadt");
        var services = _app.Services;
        await services.GetRequiredService<InstituteRecords>().Institutes.InsertAsync(InstituteRecords.Partition, "musterstadt", Institute.With(id, 1, "Sparkasse Musterstadt"));
        var user = new User("romy@bank.example", [Role.SalesManagement], Active: true, "stamp", services.GetRequiredService<IPasswordHash>().Hash(Password));
        await services.GetRequiredService<UserRecords>().Users.InsertAsync(UserRecords.Partition(id), UserRecords.Row(user.UserName), user);
        _client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(Address()) };
        using var answer = await _client.PostAsJsonAsync("/api/session", new { institute = "musterstadt", userName = user.UserName, password = Password });
        answer.EnsureSuccessStatusCode();
        _cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        _csrf = (await answer.Content.ReadFromJsonAsync<Signed>())!.Csrf;
        _client.DefaultRequestHeaders.Add("Cookie", _cookie);
        _client.DefaultRequestHeaders.Add("X-See360-Csrf", _csrf);
    }

    private string Address() =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    private sealed record Signed(string Csrf);
}
