using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Retention;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Local.DropFolder;
using See360.Local.Mail;
using See360.Local;
using See360.Testing;

namespace See360.Hosts.Tests.Retention;

/// <summary>The local edition deletes at its start and each hour, of each bank, also beside the stores; and folds what is final.</summary>
public sealed class RetentionRunnerTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly string _root = Directory.CreateTempSubdirectory("see360-retention-").FullName;
    private readonly FakeClock _clock = new();
    private readonly InMemoryRecordStore _records = new();
    private readonly InMemoryFileStore _files = new();
    private readonly ServiceProvider _services;

    public RetentionRunnerTests() => _services = new ServiceCollection()
        .AddSee360Core()
        .AddSingleton<IRecordStore>(_records)
        .AddSingleton<IFileStore>(_files)
        .AddSingleton<TimeProvider>(_clock)
        .AddSingleton(new SecretKeys(new byte[32]))
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddOutbox(_root)
        .AddDropFolder(Path.Combine(_root, "drop"))
        .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://feedback.example"))
        .AddSingleton<HourlyRunner>()
        .BuildServiceProvider();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Runner_AtTheStartAndEachHour_DeletesWhatHasBecomeDue()
    {
        var bank = await new TestBank(_records, _clock).OpenAsync();
        var (first, second) = (Outbox(bank.Id, daysOld: 91), Outbox(bank.Id, daysOld: 89));
        var runner = _services.GetRequiredService<HourlyRunner>();

        await runner.StartAsync(default);
        await _clock.WaitedForAsync(Hour);
        Assert.Equal((false, true), (File.Exists(first), File.Exists(second)));

        for (var hour = 0; hour < 48; hour++)
        {
            _clock.Advance(Hour);
            await _clock.WaitedForAsync(Hour);
        }

        Assert.False(File.Exists(second));
        await runner.StopAsync(default);
        var runs = await new RetentionRecords(_records).Runs.ListAsync(RetentionRecords.Partition(bank.Id));
        Assert.Equal([1, 1], runs.Select(r => r.Counts[RetentionItem.Copies]));
    }

    [Fact]
    public async Task Runner_CycleClosedADayAgo_FoldsIt()
    {
        var bank = await new ResultsBank(_records, _clock).OpenAsync();
        await bank.AnsweredAsync(await bank.CycleAsync(await bank.SurveyAsync(), IsoWeek.Parse("2026-W40"), closed: true), ResultsBank.Scores(nps: 9));
        var runner = _services.GetRequiredService<HourlyRunner>();

        await runner.StartAsync(default);
        await _clock.WaitedForAsync(Hour);
        Assert.Equal(0, _files.Count);
        for (var hour = 0; hour < 25; hour++)
        {
            _clock.Advance(Hour);
            await _clock.WaitedForAsync(Hour);
        }

        Assert.Equal(2, _files.Count);
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task OneBankFails_TheNextHasItsTurn()
    {
        await new TestBank(_records, _clock, "astadt").OpenAsync();
        var next = await new TestBank(_records, _clock, "bstadt", number: 2).OpenAsync();
        await _records.WriteAsync("retentionProgress", "astadt", [new RecordChange.Insert("imports", "no JSON"u8.ToArray())]);
        var old = Outbox(next.Id, daysOld: 100);

        Assert.Equal(1, await _services.GetRequiredService<RetainAll>().RunAsync());

        Assert.False(File.Exists(old));
    }

    [Fact]
    public async Task DroppedFiles_OfNinetyDays_AreDeletedWithTheirReports()
    {
        var bank = await new TestBank(_records, _clock).OpenAsync();
        string[] over = [Dropped(bank.Id, "done", 91, "a.csv"), Dropped(bank.Id, "done", 91, "a.csv.abgelehnt.csv"), Dropped(bank.Id, "rejected", 120, "b.csv")];
        var kept = Dropped(bank.Id, "done", 89, "c.csv");

        await _services.GetRequiredService<RetainAll>().RunAsync();

        Assert.Equal([false, false, false], over.Select(File.Exists));
        Assert.True(File.Exists(kept));
    }

    private string Outbox(InstituteId bank, int daysOld)
    {
        var id = _services.GetRequiredService<MailIds>().For(1, Core.Cycles.SendKind.Invitation, new ParticipantId(new BatchId(new IsoWeek(2026, 20), BatchKind.Import, 1), daysOld));
        var path = _services.GetRequiredService<OutboxFolder>().PathOf(bank, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "To: max@kunde.example");
        File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().AddDays(-daysOld).UtcDateTime);
        return path;
    }

    /// <summary>The bank's own time of the file is of no account: when it came stands in its name.</summary>
    private string Dropped(InstituteId bank, string folder, int daysOld, string name)
    {
        var path = Path.Combine(_root, "drop", bank.ToString(), folder, $"{_clock.GetUtcNow().AddDays(-daysOld):yyyyMMdd-HHmmss}-abcdef-{name}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "Max");
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return path;
    }
}
