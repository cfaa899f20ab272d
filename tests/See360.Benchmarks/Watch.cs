using System.Diagnostics;

namespace See360.Benchmarks;

/// <summary>Time passed, and time that the process worked: on a busy machine they differ.</summary>
internal sealed class Watch
{
    private readonly long _since = Stopwatch.GetTimestamp();
    private readonly TimeSpan _worked = Environment.CpuUsage.TotalTime;

    public double Seconds => Stopwatch.GetElapsedTime(_since).TotalSeconds;

    public double ProcessorSeconds => (Environment.CpuUsage.TotalTime - _worked).TotalSeconds;
}
