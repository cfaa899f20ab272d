using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Drop;
using See360.Azure.Tests.Storage;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Testing;

namespace See360.Azure.Tests.Drop;

/// <summary>A drop account and a bank that puts its exports there.</summary>
public abstract class DropTests(Azurite azurite) : IAsyncLifetime
{
    protected const string Header = "Kundennummer;Anrede;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n";

    protected BlobContainerClient Drop { get; } = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("d" + Guid.NewGuid().ToString("N"));

    protected InMemoryRecordStore Store { get; } = new();

    protected FakeClock Clock { get; } = new();

    protected TestBank Bank { get; private set; } = null!;

    protected RequestHook Hook { get; } = new();

    protected DropBlobs Blobs { get; private set; } = null!;

    /// <summary>The same, by a client whose requests go through the hook.</summary>
    protected DropBlobs Hooked { get; private set; } = null!;

    protected ServiceProvider Services { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Drop.CreateIfNotExistsAsync();
        Bank = new TestBank(Store, Clock);
        await Bank.OpenAsync();
        await Bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, Bank.Id.ToString(),
            bank => bank! with { AttestsExistingCustomers = new Attestation("romy", Clock.GetUtcNow()) });
        await Bank.AddSurveyAsync();
        await Bank.AddAdvisorAsync();
        Services = new ServiceCollection()
            .AddCoreOn(Store, Clock)
            .BuildServiceProvider();
        Blobs = ActivatorUtilities.CreateInstance<DropBlobs>(Services, Drop);
        var hooked = new BlobServiceClient(azurite.ConnectionString, Hook.On(new BlobClientOptions())).GetBlobContainerClient(Drop.Name);
        Hooked = ActivatorUtilities.CreateInstance<DropBlobs>(Services, hooked);
    }

    public Task DisposeAsync() => Services.DisposeAsync().AsTask();

    protected static string Row(int n, string? email = null) =>
        $"{n:D10};Frau;Erika;Muster{n};{email ?? $"kunde{n}@kunde.example"};05.11.2026;berater1@sparkasse-musterstadt.example;Beratung\r\n";

    protected Task DropAsync(string name, string text) => Drop.GetBlobClient($"{Bank.Id}/{name}").UploadAsync(BinaryData.FromString(text));

    protected async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var blob in Drop.GetBlobsAsync(new GetBlobsOptions()))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    protected async Task<string> TextAsync(string name) =>
        Encoding.UTF8.GetString((await Drop.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray());

    protected async Task<List<string>> TextsAsync(IEnumerable<string> names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            texts.Add(await TextAsync(name));
        }

        return texts;
    }

    protected Task<List<Import>> ImportsAsync() => Services.GetRequiredService<ImportRecords>().Imports.ListAsync(ImportRecords.Partition(Bank.Id));
}
