using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Local.DropFolder;
using See360.Testing;

namespace See360.Hosts.Tests.DropFolder;

public sealed class DropFolderTests : IDisposable
{
    private const string Header = "Kundennummer;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater";
    private const string GoodRow = "1;Ada;Eins;ada@kunde.example;05.11.2026;jana.berg@bank.example";

    private static readonly InstituteId Bank = InstituteId.Parse("musterstadt");

    private readonly string _root = Directory.CreateTempSubdirectory("see360-drop-").FullName;
    private readonly InMemoryRecordStore _records = new();
    private readonly InMemoryFileStore _files = new();
    private readonly FakeClock _clock = new();

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Drop_FileThatHasStoppedGrowing_IsImportedConfirmedAndPutAway()
    {
        var scan = await ScanAsync();
        Drop("woche.csv", GoodRow, "2;Bo;Zwei;kaputt;05.11.2026;jana.berg@bank.example");

        await LooksAsync(scan, 3);

        var import = Assert.Single(await ImportsAsync());
        Assert.Equal(ImportState.Confirmed, import.State);
        Assert.Equal((2, "", "woche.csv"), (import.Rows, import.By, import.FileName));
        Assert.Single(await WaitingAsync());
        Assert.Empty(Directory.GetFiles(Folder()));
        var done = Directory.GetFiles(Folder("done")).Select(Path.GetFileName).ToList();
        Assert.Equal(3, done.Count);
        Assert.Contains("bereit: 1", File.ReadAllText(Directory.GetFiles(Folder("done"), "*.bericht.txt").Single()));
        Assert.Contains("Bo", File.ReadAllText(Directory.GetFiles(Folder("done"), "*.abgelehnt.csv").Single()));
    }

    [Fact]
    public async Task Drop_FileWithAColumnNameOfTheBank_IsRead()
    {
        var scan = await ScanAsync();
        await new AddOwnColumn(new ImportRecords(_records)).RunAsync(Bank, "Elektropost", "E-Mail");
        File.WriteAllText(Path.Combine(Folder(), "woche.csv"), $"{Header.Replace("E-Mail", "Elektropost", StringComparison.Ordinal)}\r\n{GoodRow}\r\n");

        await LooksAsync(scan, 3);

        Assert.Single(await WaitingAsync());
    }

    [Fact]
    public async Task Drop_FileThatStillGrows_IsLeftAlone()
    {
        var scan = await ScanAsync();
        for (var i = 0; i < 5; i++)
        {
            Drop("woche.csv", [.. Enumerable.Repeat(GoodRow, i + 1)]);
            await scan.RunAsync();
        }

        Assert.Empty(await ImportsAsync());
        Assert.Single(Directory.GetFiles(Folder()));
    }

    [Fact]
    public async Task Drop_SameFileTwice_ChangesNothingTheSecondTime()
    {
        var scan = await ScanAsync();
        Drop("woche.csv", GoodRow);
        await LooksAsync(scan, 3);
        Drop("nochmal.csv", GoodRow);

        await LooksAsync(scan, 3);

        Assert.Single(await ImportsAsync());
        Assert.Single(await WaitingAsync());
        Assert.Contains(Directory.GetFiles(Folder("done"), "*nochmal*.bericht.txt"), f => File.ReadAllText(f).Contains("schon importiert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drop_FileThatCannotBeRead_IsRejectedWithAReport()
    {
        var scan = await ScanAsync();
        File.WriteAllBytes(Path.Combine(Folder(), "bild.csv"), [0x89, 0x50, 0x4E, 0x47, 0, 0, 1, 2]);

        await LooksAsync(scan, 3);

        Assert.Empty(await ImportsAsync());
        Assert.Equal(2, Directory.GetFiles(Folder("rejected")).Length);
        Assert.Contains("weder CSV noch xlsx", File.ReadAllText(Directory.GetFiles(Folder("rejected"), "*.bericht.txt").Single()));
    }

    [Fact]
    public async Task Drop_TwoProcesses_ImportOnce()
    {
        var one = await ScanAsync();
        var two = await ScanAsync();
        Drop("woche.csv", [.. Enumerable.Range(1, 300).Select(i => $"{i};Ada;Eins;ada{i}@kunde.example;05.11.2026;jana.berg@bank.example")]);

        for (var i = 0; i < 4; i++)
        {
            await Task.WhenAll(Task.Run(() => one.RunAsync()), Task.Run(() => two.RunAsync()));
        }

        Assert.Single(await ImportsAsync());
        Assert.Equal(300, (await WaitingAsync()).Count);
    }

    [Fact]
    public async Task Drop_ProcessDiedInTheMiddle_IsTakenUpAgainWithoutADouble()
    {
        var scan = await ScanAsync();
        Drop("woche.csv", GoodRow);
        _records.Unavailable = false;
        var claimed = new InstituteFolder(_root, Bank).Claim(new FileInfo(Path.Combine(Folder(), "woche.csv")), _clock.GetUtcNow())!;
        await using (var content = claimed.OpenRead())
        {
            // Read and confirmed, but the process died before it put the file away.
            var services = Services();
            var read = await services.GetRequiredService<ReadImport>().RunAsync(new ImportUpload(Bank, "woche.csv", content, "", Attested));
            await services.GetRequiredService<ConfirmImport>().RunAsync(Bank, read.Import.Id, "");
        }

        await scan.RunAsync();

        Assert.Single(await ImportsAsync());
        Assert.Single(await WaitingAsync());
        Assert.Empty(new InstituteFolder(_root, Bank).Claimed());
        Assert.Single(Directory.GetFiles(Folder("done"), "*.bericht.txt"));
    }

    [Fact]
    public async Task Drop_StoreIsUnavailable_FileWaitsForTheNextLook()
    {
        var scan = await ScanAsync();
        Drop("woche.csv", GoodRow);
        await LooksAsync(scan, 2);
        _records.Unavailable = true;
        await scan.RunAsync();
        _records.Unavailable = false;

        await scan.RunAsync();

        Assert.Single(await WaitingAsync());
        Assert.Single(Directory.GetFiles(Folder("done"), "*.bericht.txt"));
    }

    [Fact]
    public async Task Drop_FileThatFindsABug_IsPutAsideAndDoesNotHoldUpTheNext()
    {
        var scan = await ScanAsync();
        var columns = ImportRecords.Partition(Bank);
        var broken = new RecordChange.Insert("participants", "[]"u8.ToArray());
        await _records.WriteAsync("importColumns", columns, [broken]);
        Drop("woche.csv", GoodRow);
        await LooksAsync(scan, 3);

        Assert.Contains("(unexpected)", File.ReadAllText(Directory.GetFiles(Folder("rejected"), "*.bericht.txt").Single()), StringComparison.Ordinal);
        Assert.Empty(new InstituteFolder(_root, Bank).Claimed());
        Assert.Empty(Directory.GetFiles(Folder()));
    }

    [Theory]
    [InlineData(".versteckt.csv"), InlineData("woche.csv.part"), InlineData("woche.csv.filepart")]
    public async Task Drop_TemporaryName_IsLeftAlone(string name)
    {
        var scan = await ScanAsync();
        Drop(name, GoodRow);

        await LooksAsync(scan, 4);

        Assert.Empty(await ImportsAsync());
        Assert.True(File.Exists(Path.Combine(Folder(), name)));
    }

    [Fact]
    public async Task Drop_LinkOutOfTheFolder_IsNotFollowed()
    {
        var scan = await ScanAsync();
        var outside = Path.Combine(_root, "outside.csv");
        File.WriteAllText(outside, Header + "\r\n" + GoodRow);
        File.CreateSymbolicLink(Path.Combine(Folder(), "link.csv"), outside);

        await LooksAsync(scan, 4);

        Assert.Empty(await ImportsAsync());
        Assert.True(File.Exists(outside));
    }

    private static Attestation Attested => new("vorstand", FakeClock.Monday);

    private static async Task LooksAsync(DropScan scan, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await scan.RunAsync();
        }
    }

    private void Drop(string name, params string[] rows) =>
        File.WriteAllText(Path.Combine(Folder(), name), string.Join("\r\n", [Header, .. rows]) + "\r\n", Encoding.UTF8);

    private string Folder(string below = "") => Path.Combine(_root, Bank.ToString(), below);

    private Task<List<Import>> ImportsAsync() => new ImportRecords(_records).OfWeekAsync(Bank, IsoWeek.Of(_clock.GetUtcNow(), "Europe/Berlin"));

    private Task<List<Waiting>> WaitingAsync() =>
        new ParticipantRecords(_records).Waiting.ListAsync(ParticipantRecords.WaitingPartition(Bank, SurveyId.Parse("beratung")));

    private ServiceProvider Services() => new ServiceCollection()
        .AddSee360Core()
        .AddSingleton<IRecordStore>(_records).AddSingleton<IFileStore>(_files).AddSingleton<TimeProvider>(_clock)
        .AddSingleton(new SecretKeys(new byte[32]))
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddDropFolder(_root)
        .BuildServiceProvider();

    private async Task<DropScan> ScanAsync()
    {
        var services = Services();
        await services.GetRequiredService<InstituteRecords>().Institutes.InsertAsync(
            InstituteRecords.Partition, Bank.ToString(), Institute.With(Bank, 1, "Sparkasse Musterstadt") with { AttestsExistingCustomers = Attested });
        await services.GetRequiredService<OrganisationRecords>().Employees.InsertAsync(
            OrganisationRecords.Partition(Bank), OrganisationRecords.EmployeeRow("jana.berg@bank.example"),
            new Employee("jana.berg@bank.example", 1, Salutation.Frau, "", "Jana", "Berg", "", "111", "", "Kundenbetreuer"));
        await services.GetRequiredService<SurveyRecords>().Surveys.InsertAsync(
            SurveyRecords.Partition(Bank), "beratung",
            new Survey(SurveyId.Parse("beratung"), 1, SurveyKind.EventBased, new LocalizedText("Beratung", "Advice"), ["Beratung"], 1, new SurveyRules(), ConfidentialityMode.Personal, true, "kundenbetreuer"));
        new InstituteFolder(_root, Bank).Create();
        return services.GetRequiredService<DropScan>();
    }
}
