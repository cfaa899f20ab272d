using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using See360.Api;
using See360.Api.Tests;
using See360.Azure.Storage;
using See360.Core.Storage;
using See360.Local;
using See360.Local.Demonstration;
using See360.Move;
using See360.Testing;

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
        var (records, files) = (TestStores.Records(), TestStores.Files());
        await DemonstrateAsync(options, records, files);
        var app = LocalHost.Build(options, services => services.AddSingleton(records).AddSingleton(files));
        LocalHost.Map(app);
        await app.StartAsync();
        app.Services.GetRequiredService<Readiness>().Declare();
        return new RunningProduct(app, new Uri($"http://localhost:{options.Port}"));
    }

    /// <summary>Made in memory and moved: made in the emulator itself, one record at a time, it would take minutes. Without its past years, for the emulator
    /// looks through a whole table for each cycle.</summary>
    private static async Task DemonstrateAsync(LocalOptions options, IRecordStore records, IFileStore files)
    {
        var (made, madeFiles) = (new InMemoryRecordStore(), new InMemoryFileStore());
        await using (var maker = LocalHost.Build(options, services => services.AddSingleton<IRecordStore>(made).AddSingleton<IFileStore>(madeFiles)))
        {
            await new FirstStart(options.DataFolder, maker.Services).DemonstrateAsync(TextWriter.Null, pastYears: false);
        }

        using var source = Edition.Of(made, madeFiles);
        using var target = Edition.Of((TableRecordStore)records, files);
        using var moved = await new InstituteWalk(source, target, DemonstrationPeople.Institute, writes: true).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
