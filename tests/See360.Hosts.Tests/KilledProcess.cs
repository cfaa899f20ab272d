using System.Diagnostics;

namespace See360.Hosts.Tests;

/// <summary>The product in a process of its own, to be killed.</summary>
internal sealed class KilledProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    public KilledProcess(string dataFolder, params string[] further)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "See360.Local.dll"), "--data", dataFolder, "--port", "0", "--empty", "--base-url", "http://localhost:5360" },
            },
            EnableRaisingEvents = true,
        };
        foreach (var argument in further)
        {
            _process.StartInfo.ArgumentList.Add(argument);
        }

        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The process has ended: " + string.Join('\n', _output)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The address, once it answers; fails if the process ends before.</summary>
    public Task<Uri> Ready => _ready.Task;

    /// <summary>SIGKILL: the process gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
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
            _ready.TrySetResult(new Uri(line[Ready.Length..]));
        }
    }
}
