using System.Diagnostics;

namespace See360.E2E;

/// <summary>The product as users start it: a process of its own, on a free port and an empty data folder, with the
/// demonstration bank.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Institute = "musterstadt";
    public const string Password = "Musterstadt-360";
    public const string SalesManagement = "romy.hoerdt@sparkasse-musterstadt.example";
    public const string Advisor = "dilara.haferkamp@sparkasse-musterstadt.example";

    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private Process? _process;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("see360-e2e-").FullName;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "See360.Local.dll"), "--data", DataFolder, "--port", FreePort(), "--web", WebFolder() },
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The product ended:\n{Output()}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _ready.Task.WaitAsync(TimeSpan.FromMinutes(3));
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private void Read(string? line)
    {
        const string Ready = "See360 is ready: ";
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            _ready.TrySetResult(line[Ready.Length..].TrimEnd('/'));
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output);
        }
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
