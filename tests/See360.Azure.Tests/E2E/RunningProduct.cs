using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using See360.Api;
using See360.Api.Tests;
using See360.Local;

namespace See360.E2E;

/// <summary>In place of the browser tests' own: the local host with the stores of this edition. Mails go to its outbox.</summary>
internal sealed class RunningProduct : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningProduct(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    /// <param name="arguments">Of the local edition's command line.</param>
    public static async Task<RunningProduct> StartAsync(params IReadOnlyList<string> arguments)
    {
        var options = LocalOptions.Parse(arguments);
        var app = LocalHost.Build(options, services => services.AddSingleton(TestStores.Records()).AddSingleton(TestStores.Files()));
        LocalHost.Map(app);

        // Without its past years: the emulator looks through a whole table for each cycle.
        await new FirstStart(options.DataFolder, app.Services).DemonstrateAsync(TextWriter.Null, pastYears: false);
        await app.StartAsync();
        app.Services.GetRequiredService<Readiness>().Declare();
        return new RunningProduct(app, new Uri($"http://localhost:{options.Port}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
