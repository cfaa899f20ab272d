using System.Globalization;

namespace See360.Benchmarks.Results;

public sealed class ResultsBenchmark : IBenchmark
{
    public string Name => "results";

    public string Summary => "what pages of results ask, over [--sheets 1000000] answer sheets of 20 questions, [--times 30] times one after the other, beside DuckDB [--duckdb yes] on two; segments loaded and [--fold 100000] sheets folded; [--only queries|segments]";

    public async Task RunAsync(Arguments arguments)
    {
        var (sheets, times, only) = (arguments.Number("sheets", 1_000_000), arguments.Number("times", 30), arguments.Text("only", ""));
        if (only != "queries")
        {
            // The largest first: the first load of a process is the one that counts.
            for (var size = sheets; size >= 10_000; size /= 10)
            {
                await SegmentMeasures.LoadAsync(size, times: 5);
                PrintGrowth(size);
            }

            await SegmentMeasures.FoldAsync(arguments.Number("fold", 100_000));
        }

        if (only != "segments")
        {
            await QueriesAsync(sheets, times, arguments.Text("duckdb", "yes") == "yes");
        }
    }

    private static void PrintGrowth(int sheets)
    {
        foreach (var (name, what, run) in new ResultsQueries(new ResultsScale(sheets)).All.Where(q => q.Name is "grid" or "units" or "advisors"))
        {
            var (latencies, processor) = Figures.Repeat(() => run(), 20);
            Figures.Print($"{sheets:N0} sheets: {name}", $"{Figures.Milliseconds(latencies, 0.5):N2} ms, {processor:N2} ms of processors: {what}");
        }
    }

    private static async Task QueriesAsync(int sheets, int times, bool duckDb)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var scale = new ResultsScale(sheets);
        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / sheets;
        Figures.Print("sheets", $"{scale.Table.Sheets:N0} in {scale.Table.Blocks.Count} blocks, {bytes:N1} bytes each");
        Figures.Row($"memory of a sheet of {ResultsScale.Questions} answers", "60 bytes", string.Create(CultureInfo.InvariantCulture, $"{bytes:N1} bytes"));
        var queries = new ResultsQueries(scale).All;
        var others = duckDb ? await DuckDb.AskAsync(scale, Math.Max(3, times / 3)) : null;
        var ratios = new List<double>();
        foreach (var (name, what, run) in queries)
        {
            var (latencies, processor) = Figures.Repeat(() => run(), times);
            var line = string.Create(
                CultureInfo.InvariantCulture, $"{Figures.Milliseconds(latencies, 0.5):N2} ms, p99 {Figures.Milliseconds(latencies, 0.99):N2} ms, {processor:N2} ms of processors");
            if (others?[name] is { } other)
            {
                var median = other.Ms.Order().ElementAt(other.Ms.Count / 2);
                ratios.Add(median / Figures.Milliseconds(latencies, 0.5));
                line += string.Create(CultureInfo.InvariantCulture, $"; DuckDB {median:N1} ms, {ratios[^1]:N1} times as long, {Compare(run(), other.Lines)}");
            }

            Figures.Print(name, $"{line}: {what}");
        }

        if (ratios.Count > 0)
        {
            var mean = Math.Exp(ratios.Average(Math.Log));
            Figures.Print("DuckDB takes", $"{mean:N1} times as long (geometric mean), at least {ratios.Min():N1}");
            Figures.Row("results beside DuckDB: geometric mean, least", "5 times, 3 times", string.Create(CultureInfo.InvariantCulture, $"{mean:N1} times, {ratios.Min():N1} times"));
        }
    }

    private static string Compare(IReadOnlyList<string> ours, IReadOnlyList<string> theirs) =>
        ours.SequenceEqual(theirs)
            ? $"{ours.Count} lines of numbers are equal"
            : $"DIFFERENT NUMBERS, first \"{ours.Except(theirs).FirstOrDefault()}\" and \"{theirs.Except(ours).FirstOrDefault()}\"";
}
