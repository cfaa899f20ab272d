using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Drop;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
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
