using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Drop;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Azure.Tests.Drop;

[Collection(OnAzurite.Name)]
public sealed class DropBlobsTests(Azurite azurite) : IAsyncLifetime
{
    private const string Header = "Kundennummer;Anrede;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n";

    private readonly BlobContainerClient _drop = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("d" + Guid.NewGuid().ToString("N"));
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeClock _clock = new();
    private TestBank _bank = null!;
    private DropBlobs _blobs = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        await _drop.CreateIfNotExistsAsync();
        _bank = new TestBank(_store, _clock);
        await _bank.OpenAsync();
        await _bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, _bank.Id.ToString(),
            bank => bank! with { AttestsExistingCustomers = new Attestation("romy", _clock.GetUtcNow()) });
        await _bank.AddSurveyAsync();
        await _bank.AddAdvisorAsync();
        _services = new ServiceCollection()
            .AddCoreOn(_store, _clock)
            .BuildServiceProvider();
        _blobs = ActivatorUtilities.CreateInstance<DropBlobs>(_services, _drop);
    }

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();

    [Fact]
    public async Task Import_AnExport_IsPutAwayWithItsReportAndWhatWasRejected()
    {
        await DropAsync("GeKo März.csv", Header + Row(1) + Row(2, email: "kein-at"));

        await _blobs.ImportAsync($"{_bank.Id}/GeKo März.csv");

        var names = await NamesAsync();
        Assert.DoesNotContain($"{_bank.Id}/GeKo März.csv", names);
        Assert.Equal(3, names.Count);
        Assert.All(names, name => Assert.StartsWith($"{_bank.Id}/done/", name, StringComparison.Ordinal));
        Assert.Contains("Zeilen: 2", await TextAsync(names.Single(n => n.EndsWith(".bericht.txt", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("kein-at", await TextAsync(names.Single(n => n.EndsWith(".abgelehnt.csv", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Equal(ImportState.Confirmed, (await ImportsAsync()).Single().State);
    }

    [Fact]
    public async Task Import_TheEventComesTwice_OrTwiceAtOnce_IsOneImport()
    {
        await DropAsync("woche.csv", Header + Row(1));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TryAsync()));
        await TryAsync();

        Assert.Single(await ImportsAsync(), import => import.State == ImportState.Confirmed);
        var names = await NamesAsync();
        Assert.Equal(2, names.Count);
        Assert.All(names, name => Assert.StartsWith($"{_bank.Id}/done/", name, StringComparison.Ordinal));

        async Task TryAsync()
        {
            try
            {
                await _blobs.ImportAsync($"{_bank.Id}/woche.csv");
            }
            catch (Exception e) when (e is RuleBroken or RequestFailedException)
            {
                // Read elsewhere, or put away in the same moment: the queue delivers the event again.
            }
        }
    }

    [Fact]
    public async Task Import_NoExport_IsRejectedWithAReason()
    {
        await DropAsync("bild.csv", "\u0089PNG\u0000\u0001 das ist keine Tabelle");

        await _blobs.ImportAsync($"{_bank.Id}/bild.csv");

        var names = await NamesAsync();
        Assert.All(names, name => Assert.StartsWith($"{_bank.Id}/rejected/", name, StringComparison.Ordinal));
        Assert.Contains("Die Datei wurde nicht importiert.", await TextAsync(names.Single(n => n.EndsWith(".bericht.txt", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("musterstadt/done/woche.csv"), InlineData("musterstadt/.hidden.csv"), InlineData("musterstadt/woche.csv.part")]
    [InlineData("andere-bank/woche.csv"), InlineData("woche.csv"), InlineData("../woche.csv"), InlineData("musterstadt/"), InlineData("MUSTERSTADT/woche.csv")]
    public async Task Import_WhatIsNoFileOfAnInstitute_IsLeftAlone(string name)
    {
        await _blobs.ImportAsync(name);

        Assert.Empty(await ImportsAsync());
    }

    [Theory]
    [InlineData("GeKo Ü 東京 🏦 \u202Evsc.csv"), InlineData("a'b\"c&d=e?f#g+h%20i.csv"), InlineData("x..%2f..%2fy.csv"), InlineData("CON.csv")]
    [InlineData("=cmd().csv"), InlineData("<script>.csv"), InlineData("e\u0301.csv"), InlineData("woche.csv.gz")]
    public async Task Import_AHostileName_EndsInTheInstitutesOwnFolder(string name)
    {
        await DropAsync(name, Header + Row(1));

        await _blobs.ImportAsync($"{_bank.Id}/{name}");

        var names = await NamesAsync();
        Assert.Equal(2, names.Count);
        Assert.All(names, put => Assert.Matches($"^{_bank.Id}/(done|rejected)/[0-9]{{8}}-[0-9]{{6}}-[0-9a-f]{{6}}-[^/]+$", put));
        Assert.InRange((await ImportsAsync()).Count, 0, 1);
    }

    [Fact]
    public async Task Import_AVeryLongName_IsCutAndTwoOfThemStayApart()
    {
        var (one, two) = (new string('a', 800) + "1.csv", new string('a', 800) + "2.csv");
        await DropAsync(one, Header + Row(1));
        await DropAsync(two, Header + Row(2));

        await _blobs.ImportAsync($"{_bank.Id}/{one}");
        await _blobs.ImportAsync($"{_bank.Id}/{two}");

        var names = await NamesAsync();
        Assert.Equal(4, names.Count);
        Assert.All(names, name => Assert.InRange(name.Length, 1, 250));
        Assert.Equal(2, (await ImportsAsync()).Count);
    }

    [Theory]
    [InlineData("musterstadt/sub/woche.csv"), InlineData("musterstadt//woche.csv"), InlineData("/musterstadt/woche.csv"), InlineData("musterstadt/../andere/woche.csv")]
    [InlineData("./musterstadt/woche.csv"), InlineData("musterstadt%2Fwoche.csv"), InlineData("musterstadt\\woche.csv"), InlineData("musterstadt/..%2fwoche.csv"), InlineData("musterstadt/..\\woche.csv"), InlineData("musterstadt/x\\..\\woche.csv"), InlineData("andere/x\\..\\..\\musterstadt\\woche.csv"), InlineData("musterstadt\0/woche.csv"), InlineData("")]
    public async Task Import_AnEventWithAHostilePath_IsLeftAlone(string name)
    {
        await DropAsync("woche.csv", Header + Row(1));

        await _blobs.ImportAsync(name);

        Assert.Empty(await ImportsAsync());
        Assert.Equal([$"{_bank.Id}/woche.csv"], await NamesAsync());
    }

    [Fact]
    public async Task Import_AnotherFileTakesItsPlaceMeanwhile_BothAreImported()
    {
        var path = $"{_bank.Id}/woche.csv";
        await DropAsync("woche.csv", Header + Row(1));
        var replaced = new ReplacingContainer(_drop, after: () => _drop.GetBlobClient(path).UploadAsync(BinaryData.FromString(Header + Row(2)), overwrite: true));
        var blobs = ActivatorUtilities.CreateInstance<DropBlobs>(_services, (BlobContainerClient)replaced);

        await Assert.ThrowsAsync<RequestFailedException>(() => blobs.ImportAsync(path));
        Assert.Contains(path, await NamesAsync());
        await _blobs.ImportAsync(path);

        Assert.Equal(2, (await ImportsAsync()).Count(import => import.State == ImportState.Confirmed));
        Assert.DoesNotContain(path, await NamesAsync());
    }

    [Fact]
    public async Task Sweep_OfTwoTimersAtOnce_IsOneImport()
    {
        await DropAsync("woche.csv", Header + Row(1));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SweepAsync()));
        await SweepAsync();

        Assert.Single(await ImportsAsync(), import => import.State == ImportState.Confirmed);
        Assert.Equal(2, (await NamesAsync()).Count);

        async Task SweepAsync()
        {
            try
            {
                await _blobs.SweepAsync(DateTimeOffset.UtcNow.AddHours(1));
            }
            catch (Exception e) when (e is RuleBroken or RequestFailedException)
            {
                // The next hour looks again.
            }
        }
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task Import_OnTwoInstancesWhoseClocksDiffer_CountsOnce(int minutes)
    {
        var others = _clock.GetUtcNow().AddMinutes(minutes);
        await DropAsync("woche.csv", Header + string.Concat(Enumerable.Range(1, 50).Select(n => Row(n))));
        await using var second = new ServiceCollection()
            .AddCoreOn(_store, new FakeClock(others))
            .AddSingleton(_services.GetRequiredService<IFileStore>())
            .BuildServiceProvider();
        var other = ActivatorUtilities.CreateInstance<DropBlobs>(second, _drop);

        await Task.WhenAll(TryAsync(_blobs), TryAsync(other), TryAsync(_blobs), TryAsync(other));
        await TryAsync(other);

        Assert.Single(await ImportsAsync(), import => import.State == ImportState.Confirmed);
        var waiting = await _bank.Participants.Waiting.ListAsync(ParticipantRecords.WaitingPartition(_bank.Id, SurveyId.Parse("beratung")));
        Assert.Equal(50, waiting.Count);

        async Task TryAsync(DropBlobs blobs)
        {
            try
            {
                await blobs.ImportAsync($"{_bank.Id}/woche.csv");
            }
            catch (Exception e) when (e is RuleBroken or RequestFailedException)
            {
                // The queue delivers the event again.
            }
        }
    }

    [Fact]
    public async Task Sweep_AFileWithoutAnEvent_IsImportedOnceItIsOldEnough()
    {
        await DropAsync("woche.csv", Header + Row(1));
        await DropAsync("done/alt.csv", "x");

        await _blobs.SweepAsync(DateTimeOffset.UtcNow.AddHours(-1));
        Assert.Empty(await ImportsAsync());
        await _blobs.SweepAsync(DateTimeOffset.UtcNow.AddHours(1));

        Assert.Single(await ImportsAsync());
        Assert.Equal(3, (await NamesAsync()).Count);
    }

    private static string Row(int n, string? email = null) =>
        $"{n:D10};Frau;Erika;Muster{n};{email ?? $"kunde{n}@kunde.example"};05.11.2026;berater1@sparkasse-musterstadt.example;Beratung\r\n";

    private Task DropAsync(string name, string text) => _drop.GetBlobClient($"{_bank.Id}/{name}").UploadAsync(BinaryData.FromString(text));

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var blob in _drop.GetBlobsAsync(new GetBlobsOptions()))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private async Task<string> TextAsync(string name) =>
        Encoding.UTF8.GetString((await _drop.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray());

    private Task<List<Import>> ImportsAsync() => _services.GetRequiredService<ImportRecords>().Imports.ListAsync(ImportRecords.Partition(_bank.Id));
}
