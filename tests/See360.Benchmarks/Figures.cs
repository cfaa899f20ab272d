using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace See360.Benchmarks;

/// <summary>How figures are taken and printed, so that those of all benchmarks read alike.</summary>
public static class Figures
{
    private static readonly List<string> _rows = [];

    /// <summary>On what, when and how: a figure without these is worth nothing.</summary>
    public static void PrintHead(string[] commandLine)
    {
        Print("date", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Print("machine", $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}");
        Print("runtime", $"{RuntimeInformation.FrameworkDescription}, {Configuration()}");
        Print("command", typeof(Figures).Assembly.GetName().Name + " " + string.Join(' ', commandLine));
    }

    public static void Print(string name, FormattableString value) => Print(name, FormattableString.Invariant(value));

    public static void Print(string name, string value) => Console.WriteLine($"{name,-34} {value}");

    /// <param name="latencies">In <see cref="Stopwatch"/> ticks; sorted by this.</param>
    public static void PrintLatencies(string name, List<long> latencies, TimeSpan during)
    {
        latencies.Sort();
        Print(name, $"{latencies.Count / during.TotalSeconds:N0}/s, p50 {At(0.50):N1} ms, p99 {At(0.99):N1} ms, p99.9 {At(0.999):N1} ms, max {At(1):N1} ms, n = {latencies.Count:N0}");

        double At(double share) => Milliseconds(latencies, share);
    }

    /// <summary>What an action takes, again and again, after ten times that are not counted: the loops are compiled for good then.</summary>
    /// <returns>Sorted, in <see cref="Stopwatch"/> ticks; and the processors' time of one, in milliseconds, on average.</returns>
    public static (List<long> Latencies, double ProcessorMs) Repeat(Action run, int times)
    {
        for (var n = 0; n < 10; n++)
        {
            run();
        }

        var (latencies, watch) = (new List<long>(), new Watch());
        for (var n = 0; n < times; n++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            latencies.Add(Stopwatch.GetTimestamp() - start);
        }

        var processor = 1000 * watch.ProcessorSeconds / times;
        latencies.Sort();
        return (latencies, processor);
    }

    /// <param name="sorted">In <see cref="Stopwatch"/> ticks.</param>
    public static double Milliseconds(List<long> sorted, double share) =>
        sorted.Count == 0 ? 0 : 1000.0 * sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))] / Stopwatch.Frequency;

    /// <summary>A figure that has a target, for the table of <c>all</c>.</summary>
    /// <param name="processor">The processor time that it took, where that says something.</param>
    public static void Row(string what, string target, string measured, TimeSpan? processor = null) =>
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {target} | {measured} | {(processor is { } time ? $"{time.TotalSeconds:N1} s" : "")} |"));

    /// <summary>The rows of this process, each behind a mark by which <c>all</c> finds them.</summary>
    public static void PrintRows(string mark) => _rows.ForEach(row => Console.WriteLine(mark + row));

    /// <summary>The largest the process has been, in MB.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static string Configuration()
    {
#if DEBUG
        return "Debug (figures for the record are taken with -c Release)";
#else
        return "Release";
#endif
    }

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
}
