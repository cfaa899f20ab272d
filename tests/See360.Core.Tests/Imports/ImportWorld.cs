using System.Text;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Contacts;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Testing;

namespace See360.Core.Tests.Imports;

/// <summary>A bank with the advisors and surveys that the exports name, in memory, on Monday of week 46.</summary>
public sealed class ImportWorld
{
    public static readonly InstituteId Bank = InstituteId.Parse("musterstadt");

    private readonly ServiceProvider _services;

    private ImportWorld(bool withSurveys)
    {
        var services = new ServiceCollection();
        services.AddSee360Core();
        services.AddSingleton<IRecordStore>(Store).AddSingleton<IFileStore>(Files).AddSingleton<TimeProvider>(Clock).AddSingleton(Limits);
        services.AddSingleton(new SecretKeys(new byte[32]));
        _services = services.BuildServiceProvider();
        WithSurveys = withSurveys;
    }

    public InMemoryRecordStore Store { get; } = new();

    public InMemoryFileStore Files { get; } = new();

    public FakeClock Clock { get; } = new();

    public ImportLimits Limits { get; } = new();

    public Attestation Attested { get; } = new("lea.vertrieb@sparkasse-musterstadt.example", FakeClock.Monday);

    private bool WithSurveys { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<ImportWorld> CreateAsync(bool withSurveys = true)
    {
        var world = new ImportWorld(withSurveys);
        await world.Get<InstituteRecords>().Institutes.InsertAsync(
            InstituteRecords.Partition, Bank.ToString(), Institute.With(Bank, 1, "Sparkasse Musterstadt"));
        await world.AddEmployeesAsync();
        if (withSurveys)
        {
            foreach (var name in (string[])["Beratung", "Baufinanzierung", "Vermögensanlage", "Versicherung", "Zahlungsverkehr", "Auslandsgeschäft", "Immobilien"])
            {
                await world.AddSurveyAsync(name);
            }
        }

        return world;
    }

    public Task<ImportRead> ReadAsync(Stream content, bool attested = true, string fileName = "export.csv") =>
        Get<ReadImport>().RunAsync(new ImportUpload(Bank, fileName, content, "lea.vertrieb", attested ? Attested : null));

    public Task<ImportRead> ReadAsync(string csv, bool attested = true) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), attested);

    public Task<ImportRead> ReadRowsAsync(bool attested = true, params ReadOnlySpan<string> rows) =>
        ReadAsync("Kundennummer;Anrede;Titel;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n" + string.Join("\r\n", rows), attested);

    public async Task<Import> ConfirmAsync(BatchId batch) => await Get<ConfirmImport>().RunAsync(Bank, batch, "lea.vertrieb") ?? throw new InvalidOperationException("No such import.");

    public Task<List<Participant>> RowsAsync(BatchId batch) =>
        Get<ParticipantRecords>().Participants.ListAsync(ParticipantRecords.Partition(Bank, batch));

    public async Task<List<Waiting>> WaitingAsync(string survey) =>
        await Get<ParticipantRecords>().Waiting.ListAsync(ParticipantRecords.WaitingPartition(Bank, SurveyId.Parse(survey)));

    public Task<Contact?> ContactAsync(string email, Func<Contact, Contact> change) => Get<ContactRecords>().Contacts.UpdateAsync(
        ContactRecords.Partition(Bank), Get<ContactKeys>().OfEmail(Bank, email), known => change(known ?? new Contact()));

    public async Task<Survey> AddSurveyAsync(string name, SurveyKind kind = SurveyKind.EventBased, SurveyRules? rules = null)
    {
        var id = SurveyId.Parse(name.ToLowerInvariant().Replace("ö", "oe").Replace("ä", "ae"));
        var surveys = Get<SurveyRecords>();
        var number = (await surveys.AllAsync(Bank)).Count + 1;
        var survey = new Survey(id, number, kind, new LocalizedText(name, name), [name], 1, rules ?? new SurveyRules(), ConfidentialityMode.Personal, true, id.ToString());
        await surveys.Surveys.InsertAsync(SurveyRecords.Partition(Bank), id.ToString(), survey);
        return survey;
    }

    private async Task AddEmployeesAsync()
    {
        var organisation = Get<OrganisationRecords>();
        var number = 0;
        foreach (var line in Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Fixtures.Path("org", "mitarbeiter.csv"))).Split("\r\n").Skip(1).Where(l => l.Length > 0))
        {
            var f = line.Split(';').Select(x => x.Trim('"')).ToArray();
            var employee = new Employee(f[0], ++number, Salutation.Frau, f[2], f[3], f[4], f[5], f[6], f[7], f[8]);
            await organisation.Employees.InsertAsync(OrganisationRecords.Partition(Bank), OrganisationRecords.EmployeeRow(f[0]), employee);
        }
    }
}
