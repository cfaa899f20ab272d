using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using See360.Api;
using See360.Local;
using See360.Local.Storage;
using See360.Local.Web;

LocalOptions options;
try
{
    options = LocalOptions.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"{e.Message} ./run --help shows all options.");
    return 2;
}

if (options.Help)
{
    Console.WriteLine(LocalOptions.HelpText);
    return 0;
}

if (options.BackupTo is { } copy)
{
    await SqliteBackup.CopyAsync(LocalStorage.DatabaseIn(options.DataFolder), copy);
    Console.WriteLine($"Copied to {Path.GetFullPath(copy)}.");
    return 0;
}

try
{
    options = options.OnPort(StartChecks.Pass(options));
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

FirstStart.CleanUp(options.DataFolder);
UploadBuffer.LiesIn(options.DataFolder, TimeProvider.System.GetUtcNow());
await using var app = LocalHost.Build(options);
LocalHost.Map(app);
var start = new FirstStart(options.DataFolder, app.Services);
if (await start.WantsDemonstrationAsync(options))
{
    await start.DemonstrateAsync(Console.Out);
}

if (options.NewInstitute is { } institute)
{
    try
    {
        await start.CreateAsync(institute, Console.Out);
    }
    catch (FormatException e)
    {
        Console.Error.WriteLine(e.Message);
        return 2;
    }
}

await app.StartAsync();
app.Services.GetRequiredService<Readiness>().Declare();
var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
await start.WelcomeAsync(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Console.Out);
await app.WaitForShutdownAsync();
return 0;

/// <summary>For tests that host the program.</summary>
public partial class Program;
