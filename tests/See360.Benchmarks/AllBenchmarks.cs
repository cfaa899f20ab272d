using System.Diagnostics;

namespace See360.Benchmarks;

/// <summary>One benchmark after the other, each in a process of its own, so that none is warmed up or filled by another;
/// at the end one table.</summary>
internal static class AllBenchmarks
{
    /// <summary>Begins a line that is a row of the table.</summary>
    public const string Mark = "row> ";

    public static async Task<int> RunAsync(IEnumerable<IBenchmark> benchmarks)
    {
        var table = new List<string>();
        var failed = 0;
        foreach (var benchmark in benchmarks)
        {
            Console.WriteLine($"\n== {benchmark.Name}");
            using var process = Process.Start(new ProcessStartInfo(
                "dotnet", [Path.Combine(AppContext.BaseDirectory, "See360.Benchmarks.dll"), benchmark.Name])
            { RedirectStandardOutput = true })!;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith(Mark, StringComparison.Ordinal))
                {
                    table.Add(line[Mark.Length..]);
                }
                else
                {
                    Console.WriteLine(line);
                }
            }

            await process.WaitForExitAsync();
            failed += process.ExitCode == 0 ? 0 : 1;
        }

        Console.WriteLine("\n| figure | target | measured | processor |\n| --- | --- | --- | --- |");
        table.ForEach(Console.WriteLine);
        return failed;
    }
}
