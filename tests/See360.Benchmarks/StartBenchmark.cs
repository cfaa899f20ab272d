using System.Diagnostics;

namespace See360.Benchmarks;

/// <summary>The second start of <c>./run</c> on the demonstration's data folder, its checks included, and what the
/// product holds in memory when nobody asks for anything.</summary>
public sealed class StartBenchmark : IBenchmark
{
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(10);

    public string Name => "start";

    public string Summary => "./run on an existing data folder until it is ready, and idle memory [--data FOLDER]";

    public async Task RunAsync(Arguments arguments)
    {
        var folder = arguments.Text("data", Directory.CreateTempSubdirectory("see360-bench-").FullName);
        await using (await ServerProcess.RunAsync(folder))
        {
            // The first start builds the program and makes the demonstration.
        }

        var since = Stopwatch.GetTimestamp();
        await using (var server = await ServerProcess.RunAsync(folder))
        {
            var (seconds, worked) = (Stopwatch.GetElapsedTime(since).TotalSeconds, server.Worked);
            await Task.Delay(_idle);
            Figures.Print("second start", $"{seconds:N1} s, processor {worked.TotalSeconds:N1} s");
            Figures.Print("idle memory after 10 s", $"{server.ResidentMegabytes:N0} MB");
            Figures.Row("Second start of ./run", "10 s", FormattableString.Invariant($"{seconds:N1} s"), worked);
            Figures.Row("Idle memory", "200 MB", FormattableString.Invariant($"{server.ResidentMegabytes:N0} MB"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
