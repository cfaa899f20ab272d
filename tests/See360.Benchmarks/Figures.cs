using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace See360.Benchmarks;

/// <summary>How figures are taken and printed, so that those of all benchmarks read alike.</summary>
public static class Figures
{
    /// <summary>On what, when and how: a figure without these is worth nothing.</summary>
    public static void PrintHead(string[] commandLine)
    {
        Print("date", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Print("machine", $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}");
        Print("runtime", $"{RuntimeInformation.FrameworkDescription}, {Configuration()}");
        Print("command", "See360.Benchmarks " + string.Join(' ', commandLine));
    }

    public static void Print(string name, FormattableString value) => Print(name, FormattableString.Invariant(value));

    public static void Print(string name, string value) => Console.WriteLine($"{name,-34} {value}");

    /// <param name="latencies">In <see cref="Stopwatch"/> ticks; sorted by this.</param>
    public static void PrintLatencies(string name, List<long> latencies, TimeSpan during)
    {
        latencies.Sort();
        Print(name, $"{latencies.Count / during.TotalSeconds:N0}/s, p50 {At(0.50):N1} ms, p99 {At(0.99):N1} ms, p99.9 {At(0.999):N1} ms, max {At(1):N1} ms, n = {latencies.Count:N0}");

        double At(double share) =>
            latencies.Count == 0 ? 0 : 1000.0 * latencies[Math.Min(latencies.Count - 1, (int)(share * latencies.Count))] / Stopwatch.Frequency;
    }

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
