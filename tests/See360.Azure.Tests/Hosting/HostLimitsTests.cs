using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using See360.Api;
using See360.Core.Imports;

namespace See360.Azure.Tests.Hosting;

public sealed class HostLimitsTests
{
    /// <summary>As slow as the emulator on a machine that is wholly taken up by other work: docs/performance.md.</summary>
    private const int SlowestRowsPerSecond = 740;

    [Fact]
    public void Uploads_OfThePages_AreReadBeforeTheFrontDoorGivesUp()
    {
        const int BytesOfARow = 119;
        var bytes = Services().GetRequiredService<IOptions<ApiOptions>>().Value.UploadBytes!.Value;

        Assert.InRange(bytes / (double)BytesOfARow / SlowestRowsPerSecond, 1, 30);
    }

    [Fact]
    public void Uploads_TheLimit_CanBeSet() =>
        Assert.Equal(5_000_000, Services(("See360:UploadBytes", "5000000")).GetRequiredService<IOptions<ApiOptions>>().Value.UploadBytes);

    [Fact]
    public void Drops_TheLargest_AreReadAndConfirmedWithinTheTimeOfAFunction()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(HostJson()));
        var most = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var rows = Services().GetRequiredService<ImportLimits>().MaxRows;

        Assert.InRange(2.0 * rows / SlowestRowsPerSecond, 1, most.TotalSeconds / 2);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddSee360Functions(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build())
        .BuildServiceProvider();

    private static string HostJson()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "See360.sln")))
            {
                return Path.Combine(folder.FullName, "host.json");
            }
        }

        throw new InvalidOperationException("host.json is not there.");
    }
}
