using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Local.Storage;

namespace See360.Benchmarks;

/// <summary>A bank's whole stock as one file: parsed and judged, stored, confirmed.</summary>
public sealed class ImportBenchmark : IBenchmark
{
    private const int Advisors = 500;

    private static readonly InstituteId Bank = InstituteId.Parse("bench");

    public string Name => "import";

    public string Summary => "rows of an export: parsed and judged, stored in SQLite, confirmed [--rows 1000000] [--confirm 1] [--data FOLDER]";

    public async Task RunAsync(Arguments arguments)
    {
        var rows = arguments.Number("rows", 1_000_000);
        var folder = arguments.Text("data", Directory.CreateTempSubdirectory("see360-bench-").FullName);
        var file = Path.Combine(folder, "export.csv");
        WriteExport(file, rows);
        Figures.Print("file", $"{rows:N0} rows, {new FileInfo(file).Length / 1e6:N0} MB");
        await using var services = new ServiceCollection()
            .AddSee360Core().AddSingleton(TimeProvider.System).AddSingleton(new SecretKeys(new byte[32])).AddLocalStorage(folder).BuildServiceProvider();
        await PrepareAsync(services);
        await ParseAndJudgeAsync(services, file, rows);
        var import = await StoreAsync(services, file, rows);
        if (arguments.Number("confirm", 1) == 1)
        {
            var watch = new Watch();
            var confirmed = await services.GetRequiredService<ConfirmImport>().RunAsync(Bank, import.Id, "bench");
            Figures.Print("confirmed", $"{watch.Seconds:N1} s, {rows / watch.Seconds:N0} rows/s, processor {watch.ProcessorSeconds:N1} s, ready {confirmed!.Counts[ParticipantState.Ready]:N0}");
            Figures.Print("peak memory", $"{Figures.PeakMegabytes():N0} MB");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task ParseAndJudgeAsync(ServiceProvider services, string file, int rows)
    {
        var institute = await services.GetRequiredService<InstituteRecords>().GetAsync(Bank);
        var source = new SourceFile(_ => Task.FromResult<Stream>(File.OpenRead(file)), "\uFEFF"u8.ToArray(), IsUtf8: true, HasNul: false);
        var watch = new Watch();
        var parsed = 0;
        await using (var first = await SourceReader.OpenAsync(source, ImportColumns.Set, new ImportLimits()))
        {
            await foreach (var row in first.Rows)
            {
                parsed += row.Fields.Length > 0 ? 1 : 0;
            }
        }

        Figures.Print("parsed", $"{watch.Seconds:N1} s, {parsed / watch.Seconds:N0} rows/s, processor {watch.ProcessorSeconds:N1} s");
        GC.Collect();
        watch = new Watch();
        await using var opened = await SourceReader.OpenAsync(source, ImportColumns.Set, new ImportLimits());
        var context = new JudgeContext(
            new BatchId(new IsoWeek(2026, 46), BatchKind.Import, 1), opened.Places, institute, DateTimeOffset.UtcNow, institute.AttestsExistingCustomers,
            (await services.GetRequiredService<OrganisationRecords>().EmployeesAsync(Bank)).Values, new Dictionary<string, Unit>(),
            await services.GetRequiredService<SurveyRecords>().AllAsync(Bank));
        var seen = new SeenInFile();
        var ready = 0;
        await foreach (var row in opened.Rows)
        {
            var judged = ContactJudgement.Judge(RowJudgement.Judge(row, context), row.Fields, default, seen, context);
            ready += judged.State == ParticipantState.Ready ? 1 : 0;
        }

        Figures.Row("Import, parsed and judged", "100,000 rows/s", FormattableString.Invariant($"{rows / watch.Seconds:N0} rows/s"), TimeSpan.FromSeconds(watch.ProcessorSeconds));
        Figures.Print("parsed and judged", $"{watch.Seconds:N1} s, {rows / watch.Seconds:N0} rows/s, processor {watch.ProcessorSeconds:N1} s, ready {ready:N0}");
        GC.Collect();
        Figures.Print("live after judging", $"{GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB, of which seen keys {rows * 2 * 20 / 1e6:N0} MB");
        GC.KeepAlive(seen);
        Figures.Print("peak memory", $"{Figures.PeakMegabytes():N0} MB");
    }

    private static async Task<Import> StoreAsync(ServiceProvider services, string file, int rows)
    {
        var watch = new Watch();
        await using var content = File.OpenRead(file);
        var read = await services.GetRequiredService<ReadImport>().RunAsync(
            new ImportUpload(Bank, "export.csv", content, "bench", new Attestation("bench", DateTimeOffset.UtcNow)));
        Figures.Row($"Import, {rows:N0} rows stored", "45 s", FormattableString.Invariant($"{watch.Seconds:N1} s"), TimeSpan.FromSeconds(watch.ProcessorSeconds));
        Figures.Row("— peak memory, the benchmark's own included", "300 MB", FormattableString.Invariant($"{Figures.PeakMegabytes():N0} MB"));
        Figures.Print("stored", $"{watch.Seconds:N1} s, {rows / watch.Seconds:N0} rows/s, processor {watch.ProcessorSeconds:N1} s, ready {read.Import.Counts[ParticipantState.Ready]:N0}");
        Figures.Print("peak memory", $"{Figures.PeakMegabytes():N0} MB");
        return read.Import;
    }

    private static async Task PrepareAsync(ServiceProvider services)
    {
        await services.GetRequiredService<InstituteRecords>().Institutes.InsertAsync(
            InstituteRecords.Partition, Bank.ToString(),
            Institute.With(Bank, 1, "Sparkasse Musterstadt") with { AttestsExistingCustomers = new Attestation("bench", DateTimeOffset.UtcNow) });
        var organisation = services.GetRequiredService<OrganisationRecords>();
        for (var i = 0; i < Advisors; i++)
        {
            var name = $"berater{i}@bank.example";
            await organisation.Employees.InsertAsync(
                OrganisationRecords.Partition(Bank), OrganisationRecords.EmployeeRow(name),
                new Employee(name, i + 1, Salutation.Frau, "", "Jana", "Berg", "", "111", "", ""));
        }

        await services.GetRequiredService<SurveyRecords>().Surveys.InsertAsync(
            SurveyRecords.Partition(Bank), "beratung",
            new Survey(SurveyId.Parse("beratung"), 1, SurveyKind.EventBased, new LocalizedText("Beratung", "Advice"), ["Beratung"], 1, new SurveyRules(EventMaxAgeDays: 9999), ConfidentialityMode.Personal, true, "kundenbetreuer"));
    }

    private static void WriteExport(string file, int rows)
    {
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(true)) { NewLine = "\r\n" };
        text.WriteLine("\"Kundennummer\";\"Anrede\";\"Titel\";\"Vorname\";\"Nachname\";\"E-Mail\";\"Gesprächsdatum\";\"Berater\";\"Umfrage\";\"Segment\"");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        for (var i = 0; i < rows; i++)
        {
            var day = today.AddDays(-1 - (i % 60)).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"\"{i:D10}\";\"{(i % 2 == 0 ? "Frau" : "Herr")}\";\"\";\"Jörg\";\"Müller-Lüdenscheidt {i}\";\"kunde{i}@kunde.example\";\"{day}\";\"berater{i % Advisors}@bank.example\";\"Beratung\";\"Privatkunden\""));
        }
    }
}
