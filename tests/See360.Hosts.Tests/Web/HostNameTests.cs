using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using See360.Local;

namespace See360.Hosts.Tests.Web;

/// <summary>Under which names the local edition is reached: a page of a stranger whose name points to this machine is
/// not (DNS rebinding).</summary>
public sealed class HostNameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("see360-host-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_WithoutAnAddress_AnswersToThisMachinesNamesAlone()
    {
        await using var app = await StartAsync();

        foreach (var name in (string[])["localhost", "LOCALHOST", "127.0.0.1", "localhost:5360", "[::1]:5360"])
        {
            Assert.NotEqual(HttpStatusCode.BadRequest, (await AskAsync(app, name)).Status);
        }

        foreach (var name in (string[])["attacker.example", "localhost.attacker.example", "see360.bank.example", "169.254.1.1"])
        {
            var (status, body) = await AskAsync(app, name);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal("host-unknown", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Start_WithAPublicAddress_AnswersToItsNameToo()
    {
        await using var app = await StartAsync("--base-url", "https://see360.bänk.example/");

        Assert.NotEqual(HttpStatusCode.BadRequest, (await AskAsync(app, "see360.xn--bnk-qla.example")).Status);
        Assert.NotEqual(HttpStatusCode.BadRequest, (await AskAsync(app, "localhost")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(app, "bank.example")).Status);
    }

    private async Task<WebApplication> StartAsync(params string[] arguments)
    {
        var options = LocalOptions.Parse(["--data", _folder, "--port", "0", "--empty", .. arguments]);
        var app = LocalHost.Build(options, services => services.AddLogging(logging => logging.ClearProviders()));
        LocalHost.Map(app);
        await app.StartAsync();
        return app;
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(WebApplication app, string host)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/api/health");
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
