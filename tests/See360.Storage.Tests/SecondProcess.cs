using System.Collections.Concurrent;
using System.Diagnostics;

namespace See360.Storage.Tests;

/// <summary>Runs <see cref="WriterProcess"/> and collects what it was told is written.</summary>
internal sealed class SecondProcess : IDisposable
{
    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];

    public SecondProcess(string database, string partition, int writers, int batches)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(WriterProcess).Assembly.Location, database, partition, $"{writers}", $"{batches}" },
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _lines.CompleteAdding();
            }
            else
            {
                _lines.Add(line.Data);
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Waits for the next line; null at the end of the output.</summary>
    public string? Next() => _lines.TryTake(out var line, TimeSpan.FromMinutes(1)) ? line : null;

    /// <summary>SIGKILL: no handler, no flush, nothing.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public int ExitCode()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>All that is left of the output.</summary>
    public List<string> Rest() => [.. _lines.GetConsumingEnumerable()];

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        _lines.Dispose();
    }
}
