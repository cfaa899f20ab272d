using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace See360.Benchmarks.Results;

/// <summary>The same questions put to DuckDB, in a process of its own (duckdb/results.mjs); installed by npm when it is first asked.</summary>
internal static class DuckDb
{
    private const int Threads = 2;

    public sealed record Answer(IReadOnlyList<double> Ms, IReadOnlyList<string> Lines);

    public static async Task<IReadOnlyDictionary<string, Answer>> AskAsync(ResultsScale scale, int times)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            // Not "ci": that wants every platform's library in the registry. Versions are exact all the same.
            await RunAsync("npm", folder, "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error");
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("see360-results").FullName, "sheets.csv");
        try
        {
            await WriteAsync(scale, file);
            var answer = await RunAsync("node", folder, "results.mjs", file, times.ToString(CultureInfo.InvariantCulture), Threads.ToString(CultureInfo.InvariantCulture));
            return JsonSerializer.Deserialize<Dictionary<string, Answer>>(answer, JsonSerializerOptions.Web)!;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <summary>Survey, month, advisor, unit, segment, channel, and a code for each question.</summary>
    private static async Task WriteAsync(ResultsScale scale, string file)
    {
        int[] months = [.. Enumerable.Range(0, ResultsScale.Months + 1).Select(ResultsScale.Month)];
        await using var writer = new StreamWriter(file);
        foreach (var block in scale.Table.Blocks)
        {
            var survey = scale.Versions.TakeWhile(v => v.Survey != block.Survey).Count();
            for (var row = 0; row < block.Count; row++)
            {
                var month = Array.FindLastIndex(months, m => m <= block.Minutes[row]);
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{survey},{month},{block.Advisors[row]},{block.Units[row]},{block.Segments[row]},{block.Channels[row]}"));
                foreach (var column in block.Answers)
                {
                    writer.Write(',');
                    writer.Write(column[row]);
                }

                writer.Write('\n');
            }
        }
    }

    private static async Task<string> RunAsync(string program, string folder, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} has failed.");
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "tests", "See360.Benchmarks", "duckdb");
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        throw new InvalidOperationException("The folder tests/See360.Benchmarks/duckdb was not found.");
    }
}
