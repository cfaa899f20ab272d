using System.Diagnostics;
using System.Text;

namespace See360.Azure.Tests.Moving;

/// <summary>The command, in a process of its own, as the operator gives it. Its program lies beside the tests.</summary>
internal static class MoveProcess
{
    /// <param name="killAt">The process is killed as soon as it says a line that holds this.</param>
    public static async Task<(int Exit, string Said, string Errors)> RunAsync(
        string emulator, byte[]? key, IEnumerable<string> arguments, string? killAt = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "See360.Move.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["See360__Emulator"] = emulator;
        start.Environment["See360__MasterKey"] = key is null ? "" : Convert.ToBase64String(key);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (killAt is not null && line.Contains(killAt, StringComparison.Ordinal))
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, said.ToString(), await errors);
    }

    /// <summary>The hashes that were said, source and target in turn.</summary>
    public static string[] Hashes(string said) =>
        [.. said.Split('\n').Where(l => l.Contains("sha256", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[2])];
}
