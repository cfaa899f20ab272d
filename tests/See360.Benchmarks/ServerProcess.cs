using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace See360.Benchmarks;

/// <summary>A process of its own that is measured from outside.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>No start that is worth measuring takes so long.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The local edition's host as it is composed, with its own runtime settings, but without rate limits.</summary>
    public static Task<ServerProcess> HostAsync(string dataFolder, params IEnumerable<string> more)
    {
        string In(string file) => Path.Combine(AppContext.BaseDirectory, file);
        return StartAsync("dotnet", AppContext.BaseDirectory, port =>
        [
            "exec", "--runtimeconfig", In("See360.Local.runtimeconfig.json"), "--depsfile", In("See360.Benchmarks.deps.json"), In("See360.Benchmarks.dll"),
            UnlimitedHost.Command, "--data", dataFolder, "--empty", "--port", port, .. more,
        ]);
    }

    /// <summary><c>./run</c> of the source tree; with the demonstration bank, which it makes on an empty folder.</summary>
    public static Task<ServerProcess> RunAsync(string dataFolder)
    {
        var root = Root();
        return StartAsync(Path.Combine(root, "run"), root, port => ["--data", dataFolder, "--port", port]);
    }

    /// <summary>Starts a program and waits until it says that it is ready.</summary>
    /// <param name="arguments">From the port to listen on.</param>
    public static async Task<ServerProcess> StartAsync(string program, string workingFolder, Func<string, IEnumerable<string>> arguments)
    {
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(program, arguments(port)) { WorkingDirectory = workingFolder, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("The server has ended.");
            }

            if (started.Elapsed > _patience)
            {
                throw new TimeoutException($"The server is not ready after {_patience.TotalSeconds} s.");
            }

            try
            {
                using var answer = await client.GetAsync("/api/health");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(10);
        }
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "run")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("This benchmark starts ./run of the source tree that it was built from.");
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
