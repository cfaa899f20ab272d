using System.Diagnostics;
using System.Text.RegularExpressions;

namespace See360.Azure.Tests;

/// <summary>Azurite from tests/tools, on free loopback ports, with its data in memory. It ends with the process that started
/// it, however that ends.</summary>
internal sealed partial class AzuriteProcess
{
    /// <summary>Published: every installation of the emulator has it.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The standard input closes when the tests' process is gone: then node, which has taken the shell's place, is ended.</summary>
    private const string Script = "exec 3<&0; (cat <&3; kill $$) >/dev/null 2>&1 & exec node \"$@\" </dev/null";

    private readonly List<string> _output = [];
    private readonly Dictionary<string, string> _addresses = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process = new()
    {
        StartInfo = new ProcessStartInfo("/bin/sh",
        [
            "-c", Script, "azurite", Program(), "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--silent",
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true },
        EnableRaisingEvents = true,
    };

    private AzuriteProcess()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("Azurite has ended:\n" + Output()));
    }

    public string ConnectionString => "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + Key
        + $";BlobEndpoint={_addresses["Blob"]}/devstoreaccount1;QueueEndpoint={_addresses["Queue"]}/devstoreaccount1"
        + $";TableEndpoint={_addresses["Table"]}/devstoreaccount1;";

    public static async Task<AzuriteProcess> StartAsync()
    {
        var azurite = new AzuriteProcess();
        azurite._process.Start();
        azurite._process.BeginOutputReadLine();
        azurite._process.BeginErrorReadLine();
        await azurite._listening.Task.WaitAsync(TimeSpan.FromMinutes(2)).ConfigureAwait(false);
        return azurite;
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
