using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using See360.Api;
using See360.Azure.Tests.Hosting;
using See360.Functions;

namespace See360.Azure.StartUp;

/// <summary>A worker as near to the real one as can be without the Functions host: the same services, the same gateway behind Kestrel on one
/// catch-all route, the settings from the environment. What is missing: the gRPC channel to the host, and the host itself.</summary>
internal static class Worker
{
    public const string Command = "worker";

    /// <summary>Said when requests are taken.</summary>
    public const string Listening = "listening on ";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSee360Functions(builder.Configuration);
        var app = builder.Build();
        app.Services.GetRequiredService<Readiness>().Declare();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapFallback("{*path}", (HttpContext http) => ActivatorUtilities.CreateInstance<HttpGateway>(app.Services).RunAsync(http.Request, null!, new FakeFunctionContext([])));
        await app.StartAsync();
        Console.WriteLine(Listening + app.Urls.Single());
        await app.WaitForShutdownAsync();
    }
}
