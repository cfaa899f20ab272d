using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using See360.Core;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Local.Mail;
using See360.Local.Storage;

namespace See360.Benchmarks;

/// <summary>A week of one event-based survey, from the press of the button to the last mail in the outbox: the product's
/// own loop, rules, letters and stores; every claim, mail and mark on disk.</summary>
public sealed class CycleBenchmark : IBenchmark
{
    private static readonly InstituteId Bank = InstituteId.Parse("bench");
    private static readonly SurveyId Survey = SurveyId.Parse("beratung");

    public string Name => "cycle";

    public string Summary => "invitations of one survey to the outbox, ledger on disk [--recipients 10000] [--advisors 100] [--data FOLDER]";

    public async Task RunAsync(Arguments arguments)
    {
        var recipients = arguments.Number("recipients", 10_000);
        var folder = arguments.Text("data", Directory.CreateTempSubdirectory("see360-bench-").FullName);
        await using (var services = Services(folder))
        {
            await PrepareAsync(services, arguments.Number("advisors", 100), recipients);
            var cycle = (await services.GetRequiredService<StartWeek>().RunAsync(Bank, "bench")).Single();
            var watch = new Watch();
            await services.GetRequiredService<CycleLoop>().RunAsync(Bank, cycle, CycleWorker.Alone());
            var (seconds, processor) = (watch.Seconds, watch.ProcessorSeconds);
            await VerifyAsync(services, folder, cycle, recipients);
            Figures.Print("cycle", $"{seconds:N1} s, {recipients / seconds:N0} mails/s, processor {processor:N1} s, {processor / recipients * 1000:N2} ms a mail");
            Figures.Row("A cycle of 10,000 recipients", "10 s", FormattableString.Invariant($"{seconds:N1} s"), TimeSpan.FromSeconds(processor));
            Figures.Print("peak memory", $"{Figures.PeakMegabytes():N0} MB");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddSee360Core()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new SecretKeys(new byte[32]))
        .AddLocalStorage(folder)
        .AddOutbox(folder)
        .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://feedback.bank.example"))
        .BuildServiceProvider();

    private static async Task PrepareAsync(ServiceProvider services, int advisors, int recipients)
    {
        var now = DateTimeOffset.UtcNow;
        var bank = Institute.With(Bank, 1, "Sparkasse Musterstadt") with
        {
            Imprint = new Imprint("Sparkasse Musterstadt", "Marktplatz 1", "12345 Musterstadt", "01234 5670", "info@musterstadt.example", "HRA 1"),
            PrivacyNotice = new LocalizedText("Verantwortlich ist die Sparkasse Musterstadt.", "The controller is Sparkasse Musterstadt."),
            ConceptAgreed = new ConceptAgreement(1, "bench", now),
        };
        await services.GetRequiredService<InstituteRecords>().Institutes.InsertAsync(InstituteRecords.Partition, Bank.ToString(), bank);
        await services.GetRequiredService<SurveyRecords>().Surveys.InsertAsync(
            SurveyRecords.Partition(Bank),
            Survey.ToString(),
            new Survey(Survey, 1, SurveyKind.EventBased, new LocalizedText("Beratung", "Advice"), ["Beratung"], 1, new SurveyRules(), ConfidentialityMode.Personal, false, "generalists", now, "bench"));
        var organisation = services.GetRequiredService<OrganisationRecords>();
        for (var i = 0; i < advisors; i++)
        {
            await organisation.Employees.InsertAsync(
                OrganisationRecords.Partition(Bank),
                OrganisationRecords.EmployeeRow(Advisor(i)),
                new Employee(Advisor(i), i + 1, Salutation.Frau, "", "Jana", "Müller-Berg", "Kundenbetreuerin", "111", "+49 30 5550101", ""));
        }

        await WaitAsync(services.GetRequiredService<ParticipantRecords>(), advisors, recipients, IsoWeek.Of(now, bank.TimeZone));
    }

    private static async Task WaitAsync(ParticipantRecords records, int advisors, int recipients, IsoWeek week)
    {
        var batch = new BatchId(week, BatchKind.Import, 1);
        foreach (var numbers in Enumerable.Range(1, recipients).Chunk(IRecordStore.MaxBatch))
        {
            var customers = numbers.Select(n => new Participant(
                new ParticipantId(batch, n), ParticipantKind.Customer, $"{n:D10}", Salutation.Frau, "", "Jörg", $"Lüdenscheidt {n}",
                string.Create(CultureInfo.InvariantCulture, $"kunde{n}@kunde.example"), Language.De, week.Monday.AddDays(-4), Advisor(n % advisors), "111", Survey, "Privatkunden", "",
                new LegalBasis(LegalBasisKind.ExistingCustomer, "bench", week.Monday), ParticipantState.Ready, "", [], null)).ToList();
            await records.Participants.WriteAsync(
                ParticipantRecords.Partition(Bank, batch), [.. customers.Select(c => Table<Participant>.Insert(c.Id.Row, c))]);
            await records.Waiting.WriteAsync(
                ParticipantRecords.WaitingPartition(Bank, Survey),
                [.. customers.Select(c => Table<Waiting>.Insert(ParticipantRecords.WaitingRow(c.Advisor, c.Id), new Waiting(c.Id, c.Advisor)))]);
        }
    }

    /// <summary>A figure counts only if everybody has one mail and the ledger says so.</summary>
    private static async Task VerifyAsync(ServiceProvider services, string folder, CycleId cycle, int recipients)
    {
        var ledger = await services.GetRequiredService<CycleRecords>().Sends.ListAsync(CycleRecords.SendPartition(Bank, cycle));
        var mails = Directory.EnumerateFiles(Path.Combine(folder, "outbox"), "*.eml", SearchOption.AllDirectories).Count();
        if (mails != recipients || ledger.Count(send => send.State == SendState.Sent) != recipients)
        {
            throw new InvalidOperationException($"{recipients} recipients, {mails} mails, {ledger.Count} in the ledger.");
        }
    }

    private static string Advisor(int n) => string.Create(CultureInfo.InvariantCulture, $"berater{n}@bank.example");
}
