namespace See360.E2E;

/// <summary>The product with the demonstration bank (<see cref="RunningProduct"/>), on a free port and an empty data
/// folder.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Institute = "musterstadt";
    public const string Password = "Musterstadt-360";
    public const string SalesManagement = "romy.hoerdt@sparkasse-musterstadt.example";
    public const string Advisor = "dilara.haferkamp@sparkasse-musterstadt.example";

    private RunningProduct? _running;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("see360-e2e-").FullName;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _running = await RunningProduct.StartAsync("--data", DataFolder, "--port", FreePort(), "--web", WebFolder());
        Address = _running.Address.AbsoluteUri.TrimEnd('/');
    }

    public async Task DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
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
