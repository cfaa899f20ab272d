using See360.Testing;

namespace See360.Hosts.Tests;

/// <summary>The product on an empty bank, to be killed.</summary>
internal static class KilledProcess
{
    public static ProductProcess Start(string dataFolder, params IEnumerable<string> further) =>
        new(["--data", dataFolder, "--port", "0", "--empty", "--base-url", "http://localhost:5360", .. further]);
}
