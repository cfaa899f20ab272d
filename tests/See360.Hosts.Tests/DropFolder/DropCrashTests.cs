using System.Text;
using Microsoft.Extensions.DependencyInjection;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Local;
using See360.Local.Storage;
using See360.Testing;

namespace See360.Hosts.Tests.DropFolder;

/// <summary>Two processes of the product look at the same drop folder over the same data folder, and each is killed
/// (SIGKILL) in the middle: every file is imported once, its report lies beside it, nothing is stuck.</summary>
public sealed class DropCrashTests : IDisposable
{
    private const int Files = 40;
    private const int RowsOfAFile = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-dropcrash-").FullName;

    private string Bank => Path.Combine(_folder, "exports", "musterstadt");

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Drop_TwoProcessesKilledInTheMiddle_EachFileIsImportedOnce()
    {
        await PrepareAsync();
        await using var one = Process();
        await using var two = Process();
        await Task.WhenAll(one.Ready, two.Ready);
        Drop();

        await ReportsAsync(5);
        await one.KillAsync();
        await using var three = Process();

        // The first is gone and the third comes later: it is the second that works now.
        await ReportsAsync(15);
        await two.KillAsync();
        await ReportsAsync(Files);
        await three.Ready;
        await WorkIsEmptyAsync();
        await three.KillAsync();

        await AssertImportedOnceAsync();
    }

    private ProductProcess Process() => KilledProcess.Start(Data, "--drop", Path.Combine(_folder, "exports"));

    private async Task PrepareAsync()
    {
        await using var services = Services();
        var bank = await new TestBank(services.GetRequiredService<IRecordStore>(), TimeProvider.System).OpenAsync();
        await bank.AddAdvisorAsync();
        await bank.AddSurveyAsync();
        await bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, bank.Id.ToString(), i => i! with
        {
            AttestsExistingCustomers = new Attestation("test", TimeProvider.System.GetUtcNow()),
        });
    }

    private void Drop()
    {
        Directory.CreateDirectory(Bank);
        var day = DateTime.UtcNow.AddDays(-3).ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        for (var file = 1; file <= Files; file++)
        {
            var rows = Enumerable.Range(1, RowsOfAFile).Select(n => $"{(file * 1000) + n};Ada;Eins;ada{file}x{n}@kunde.example;{day};berater1@sparkasse-musterstadt.example;Beratung");
            File.WriteAllText(
                Path.Combine(Bank, $"woche-{file:00}.csv"),
                string.Join("\r\n", ["Kundennummer;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage", .. rows]) + "\r\n", Encoding.UTF8);
        }
    }

    private async Task ReportsAsync(int wanted)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        for (var tries = 0; tries < 60_000 && await tick.WaitForNextTickAsync(); tries++)
        {
            if (Directory.Exists(Done) && Directory.EnumerateFiles(Done, "*.bericht.txt").Count() >= wanted)
            {
                return;
            }
        }

        Assert.Fail($"There were never {wanted} reports.");
    }

    /// <summary>The report is written just before its file is put away.</summary>
    private async Task WorkIsEmptyAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var tries = 0; tries < 3000 && await tick.WaitForNextTickAsync(); tries++)
        {
            if (Directory.EnumerateFiles(Path.Combine(Bank, ".work")).All(f => Path.GetFileName(f) == "lock"))
            {
                return;
            }
        }

        Assert.Fail("A file is stuck.");
    }

    private async Task AssertImportedOnceAsync()
    {
        await using var services = Services();
        var week = IsoWeek.Of(TimeProvider.System.GetUtcNow(), "Europe/Berlin");
        var records = services.GetRequiredService<ImportRecords>();
        var institute = InstituteId.Parse("musterstadt");
        List<Import> imports = [.. await records.OfWeekAsync(institute, week.Plus(-1)), .. await records.OfWeekAsync(institute, week)];
        var waiting = await services.GetRequiredService<ParticipantRecords>().Waiting.ListAsync(
            ParticipantRecords.WaitingPartition(institute, SurveyId.Parse("beratung")));

        Assert.Equal(Files, imports.Count(i => i.State == ImportState.Confirmed));
        Assert.Equal(Files, imports.Where(i => i.State == ImportState.Confirmed).DistinctBy(i => i.FileName).Count());
        Assert.Equal(Files * RowsOfAFile, waiting.Count);
        Assert.Equal(waiting.Count, waiting.DistinctBy(w => w.Participant).Count());
        Assert.Empty(Directory.EnumerateFiles(Bank));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Bank, "rejected")));
        var sources = Directory.EnumerateFiles(Done, "*.csv").Where(f => !f.EndsWith(".abgelehnt.csv", StringComparison.Ordinal)).ToList();
        Assert.Equal(Files, sources.Count);
        Assert.All(sources, source => Assert.True(File.Exists(source + ".bericht.txt")));
    }

    private string Done => Path.Combine(Bank, "done");

    private ServiceProvider Services() => new ServiceCollection()
        .AddSee360Core()
        .AddSingleton(TimeProvider.System)
        .AddLocalStorage(Data)
        .AddSingleton(MasterKey.In(Data))
        .AddLogging()
        .BuildServiceProvider();
}
