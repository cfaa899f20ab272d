using See360.Testing;

namespace See360.E2E;

/// <summary>The product as users start it: a process of its own, on a free port and an empty data folder, with the
/// demonstration bank.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Institute = "musterstadt";
    public const string Password = "Musterstadt-360";
    public const string SalesManagement = "romy.hoerdt@sparkasse-musterstadt.example";
    public const string Advisor = "dilara.haferkamp@sparkasse-musterstadt.example";

    private ProductProcess? _process;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("see360-e2e-").FullName;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _process = new ProductProcess("--data", DataFolder, "--port", FreePort(), "--web", WebFolder());
        Address = (await _process.Ready.WaitAsync(TimeSpan.FromMinutes(3))).AbsoluteUri.TrimEnd('/');
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Links in mails name the port, so it must be known before the start.</summary>
    private static string FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static string WebFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "web", "dist");
            if (Directory.Exists(built))
            {
                return built;
            }
        }

        throw new InvalidOperationException("The web is not built. Run ./test, or npm run build in web/.");
    }
}
