using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using See360.Api;
using See360.Local;

namespace See360.Benchmarks;

/// <summary>The product's host, started by a benchmark in a process of its own. All clients are one address, so there
/// are no rate limits; everything else is as users have it.</summary>
internal static class UnlimitedHost
{
    public const string Command = "host";

    public static async Task RunAsync(string[] arguments)
    {
        await using var app = LocalHost.Build(
            LocalOptions.Parse(arguments), services => services.Configure<ApiOptions>(api => api.Limits = RateLimits.Unlimited));
        LocalHost.Map(app);
        await app.StartAsync();
        app.Services.GetRequiredService<Readiness>().Declare();
        await app.WaitForShutdownAsync();
    }
}
