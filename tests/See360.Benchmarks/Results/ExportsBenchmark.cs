using System.Diagnostics;
using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Results.Exports;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;
using See360.Testing;

namespace See360.Benchmarks.Results;

/// <summary>Documents of a large institute, written to nowhere.</summary>
public sealed class ExportsBenchmark : IBenchmark
{
    private static readonly InstituteId _id = InstituteId.Parse("bank");

    public string Name => "exports";

    public string Summary => "results as xlsx, CSV and pptx, of [--sheets 100000] answer sheets of 20 questions, [--times 3] times each";

    public async Task RunAsync(Arguments arguments)
    {
        var (sheets, times) = (arguments.Number("sheets", 100_000), arguments.Number("times", 3));
        var export = await OpenAsync(sheets);
        var before = Resident();
        Figures.Print("sheets", $"{sheets:N0}; the process has {before:N0} MB before the first document");
        foreach (var (format, target) in new[] { (ExportFormat.Xlsx, "8 s, 200 MB"), (ExportFormat.Csv, ""), (ExportFormat.Pptx, "1.5 s") })
        {
            var (taken, bytes, processor) = (new List<double>(), 0L, Environment.CpuUsage.TotalTime);
            for (var n = 0; n < times; n++)
            {
                var start = Stopwatch.GetTimestamp();
                var document = await export.ExecuteAsync(new ResultReader(_id, "vm@bank.example", [Role.SalesManagement], Language.De), Slice.Parse(new SliceParameters(Period: "all")), format);
                await using var output = new CountingStream();
                await document!.WriteAsync(output, CancellationToken.None);
                taken.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                bytes = output.Written;
            }

            processor = (Environment.CpuUsage.TotalTime - processor) / times;
            taken.Sort();
            var line = string.Create(CultureInfo.InvariantCulture, $"median {taken[taken.Count / 2]:N2} s, longest {taken[^1]:N2} s, processor {processor.TotalSeconds:N2} s each, {bytes / 1e6:N1} MB; the process at most {Figures.PeakMegabytes():N0} MB ({Figures.PeakMegabytes() - before:N0} MB more)");
            Figures.Print(format.ToString().ToLowerInvariant(), line);
            if (target.Length > 0)
            {
                Figures.Row(string.Create(CultureInfo.InvariantCulture, $"{format.ToString().ToLowerInvariant()} of {sheets:N0} sheets"), target, line, processor);
            }
        }
    }

    private static async Task<ExportResults> OpenAsync(int sheets)
    {
        var (scale, store) = (new ResultsScale(sheets), new InMemoryRecordStore());
        var clock = new FakeClock(FactTime.Instant(ResultsScale.Month(ResultsScale.Months)));
        await new InstituteRecords(store).Institutes.InsertAsync(InstituteRecords.Partition, _id.ToString(), Institute.With(_id, 1, "Bank"));
        var organisation = new OrganisationRecords(store);
        await organisation.Units.InsertAsync(OrganisationRecords.Partition(_id), OrganisationRecords.UnitRow("bank"), new Unit("bank", "Bank", null, null));
        for (var n = 0; n < ResultsScale.Units; n++)
        {
            var number = n.ToString("D2", CultureInfo.InvariantCulture);
            await organisation.Units.InsertAsync(OrganisationRecords.Partition(_id), OrganisationRecords.UnitRow(number), new Unit(number, $"Filiale {number}", "bank", null));
        }

        var surveys = scale.Versions.Select((v, n) => new Survey(
            v.Survey, n + 1, SurveyKind.EventBased, new LocalizedText($"Umfrage {n}", ""), [], 1, new SurveyRules(), ConfidentialityMode.Personal, false, "set")).ToList();
        var tables = new FixedTable(new ResultTable("1", scale.Table, surveys, [], [], []));
        var show = new ShowResults(tables, new OrganisationCharts(new InstituteRecords(store), organisation, clock), new ParticipantRecords(store), clock);
        return new ExportResults(show, new ExportRecords(store), clock);
    }

    private static double Resident()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }

    private sealed class FixedTable(ResultTable table) : IResultTables
    {
        public Task<ResultTable> ReadAsync(InstituteId institute, CancellationToken cancel = default) => Task.FromResult(table);

        public Task<IReadOnlyList<TableComment>> CommentsAsync(InstituteId institute, ResultTable of, CancellationToken cancel = default) =>
            Task.FromResult<IReadOnlyList<TableComment>>([]);
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
