using System.Diagnostics;
using System.Globalization;
using See360.Core.Results.Facts;
using See360.Core.Results.Views;
using See360.Local.Storage;

namespace See360.Benchmarks.Results;

/// <summary>Loading an institute from segments, its memory, and folding new sheets, on SQLite and files in a temporary folder.</summary>
internal static class SegmentMeasures
{
    public static async Task LoadAsync(int sheets, int times)
    {
        var folder = Directory.CreateTempSubdirectory("see360-segments-").FullName;
        try
        {
            using var store = new SqliteRecordStore(LocalStorage.DatabaseIn(folder));
            var files = new LocalFileStore(Path.Combine(folder, "files"), TimeProvider.System);
            var scale = new ResultsScale(sheets);
            var bank = new FoldedBank(store, files, scale);
            await bank.WriteSurveysAsync();
            var bytes = await bank.WriteSegmentsAsync();
            var (first, took, memory) = await MeasureAsync(bank, sheets, times);
            Figures.Print($"{sheets:N0} sheets from segments", $"{first.TotalMilliseconds:N0} ms at first, then {took.TotalMilliseconds:N0} ms; {(double)bytes / sheets:N1} bytes each in files, {memory:N1} in memory");
            Figures.Row($"cold load of {sheets:N0} sheets", "1.5 s", string.Create(CultureInfo.InvariantCulture, $"{first.TotalSeconds:N2} s"));
            Figures.Row($"memory of a sheet, loaded from segments ({sheets:N0})", "60 bytes", string.Create(CultureInfo.InvariantCulture, $"{memory:N1} bytes"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(TimeSpan First, TimeSpan Median, double Bytes)> MeasureAsync(FoldedBank bank, int sheets, int times)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var all = new List<TimeSpan>();
        var table = await LoadAsync(bank, sheets, all);

        // What was awaited last still holds what it has read: it is let go of first.
        await Task.Yield();
        Keep(table.Facts);
        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / sheets;
        GC.KeepAlive(table);
        for (var n = 1; n < times; n++)
        {
            await LoadAsync(bank, sheets, all);
        }

        return (all[0], all.Order().ElementAt(times / 2), bytes);
    }

    /// <summary>What all pages together keep of the blocks.</summary>
    private static void Keep(FactTable table)
    {
        foreach (var grouping in new[] { MeasureKey.Headline, MeasureKey.Loyalty, MeasureKey.Lines, MeasureKey.Cells })
        {
            FactPass.Run(table, new FactFilter(), grouping);
        }

        FactPass.Run(table, new FactFilter(), QuestionColumn.All);
    }

    private static async Task<ResultTable> LoadAsync(FoldedBank bank, int sheets, List<TimeSpan> took)
    {
        var since = Stopwatch.GetTimestamp();
        var table = await bank.LoadAsync();
        took.Add(Stopwatch.GetElapsedTime(since));
        return table.Facts.Sheets == sheets ? table : throw new InvalidOperationException($"{table.Facts.Sheets} sheets were loaded.");
    }

    /// <summary>In a process that has folded before, as housekeeping's has.</summary>
    public static async Task FoldAsync(int sheets)
    {
        await FoldOnceAsync(sheets / 4);
        var (took, spent, from) = await FoldOnceAsync(sheets);
        Figures.Print($"{sheets:N0} new sheets folded", $"{took.TotalMilliseconds:N0} ms, {spent.TotalMilliseconds:N0} ms of processors; from {from} cycles");
        Figures.Row($"folding {sheets:N0} new sheets", "1 s", string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:N2} s"), spent);
    }

    private static async Task<(TimeSpan Took, TimeSpan Processor, int Cycles)> FoldOnceAsync(int sheets)
    {
        var folder = Directory.CreateTempSubdirectory("see360-folding-").FullName;
        try
        {
            using var store = new SqliteRecordStore(LocalStorage.DatabaseIn(folder));
            var bank = new FoldedBank(store, new LocalFileStore(Path.Combine(folder, "files"), TimeProvider.System), new ResultsScale(sheets * 12));
            await bank.WriteSurveysAsync();
            await bank.WriteResponsesAsync(sheets);
            using var process = Process.GetCurrentProcess();
            var (since, processor) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
            await bank.FoldAsync();
            var took = Stopwatch.GetElapsedTime(since);
            process.Refresh();
            var spent = process.TotalProcessorTime - processor;
            var table = await bank.LoadAsync();
            return table.Facts.Sheets == sheets
                ? (took, spent, table.Facts.Blocks.Count)
                : throw new InvalidOperationException($"{table.Facts.Sheets} sheets were folded.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
