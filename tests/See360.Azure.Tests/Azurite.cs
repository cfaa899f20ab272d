using System.Diagnostics;
using System.Text.RegularExpressions;

namespace See360.Azure.Tests;

/// <summary>The emulator of Azure Storage, from tests/tools: one process for all tests of this assembly, on free loopback
/// ports, with its data in a folder that goes with it.</summary>
public sealed partial class Azurite : IAsyncLifetime
{
    /// <summary>Published: every installation of the emulator has it.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-azurite-").FullName;
    private readonly List<string> _output = [];
    private readonly Dictionary<string, string> _addresses = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("node",
            [
                Program(), "--skipApiVersionCheck", "--disableTelemetry", "--location", _folder,
                "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("Azurite has ended:\n" + Output()));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _listening.Task.WaitAsync(TimeSpan.FromMinutes(2));
        ConnectionString = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + Key
            + $";BlobEndpoint={_addresses["Blob"]}/devstoreaccount1;QueueEndpoint={_addresses["Queue"]}/devstoreaccount1"
            + $";TableEndpoint={_addresses["Table"]}/devstoreaccount1;";
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Program()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var installed = Path.Combine(folder.FullName, "tests", "tools", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(installed))
            {
                return installed;
            }
        }

        throw new InvalidOperationException("Azurite is not installed. Run ./test, or npm ci in tests/tools.");
    }

    private void Read(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
            if (Listening().Match(line ?? "") is { Success: true } service)
            {
                _addresses[service.Groups["service"].Value] = service.Groups["address"].Value;
                if (_addresses.Count == 3)
                {
                    _listening.TrySetResult();
                }
            }
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output);
        }
    }

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();
}

[CollectionDefinition(Name)]
public sealed class OnAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
