using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Drop;
using See360.Azure.Storage;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Testing;
using Xunit.Abstractions;

namespace See360.Azure.Tests.Drop;

/// <summary>How long reading, storing and confirming take on the emulator: docs/performance.md. SEE360_DROP_ROWS says how many rows.</summary>
[Collection(OnAzurite.Name)]
public sealed class DropSpeedTests(Azurite azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task Import_ALargeFile_IsReadStoredAndConfirmed()
    {
        var rows = int.Parse(Environment.GetEnvironmentVariable("SEE360_DROP_ROWS") ?? "1000", CultureInfo.InvariantCulture);
        var name = Guid.NewGuid().ToString("N")[..12];
        var service = StorageClients.Blobs(azurite.ConnectionString);
        var (drop, files) = (service.GetBlobContainerClient("d" + name), service.GetBlobContainerClient("f" + name));
        await drop.CreateIfNotExistsAsync();
        await files.CreateIfNotExistsAsync();
        var store = new TableRecordStore(StorageClients.Tables(azurite.ConnectionString), new StorageAttempts(TimeProvider.System), "t" + name);
        var clock = new FakeClock();
        var bank = new TestBank(store, clock);
        await bank.OpenAsync();
        await bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, bank.Id.ToString(), known => known! with { AttestsExistingCustomers = new Attestation("romy", clock.GetUtcNow()) });
        await bank.AddSurveyAsync();
        await bank.AddAdvisorAsync();
        await using var services = new ServiceCollection().AddCoreOn(store, clock).AddSingleton<IFileStore>(new BlobFileStore(files)).BuildServiceProvider();
        var file = Export(rows);
        await drop.GetBlobClient($"{bank.Id}/stock.csv").UploadAsync(BinaryData.FromBytes(file));

        var watch = Stopwatch.StartNew();
        await using (var content = new MemoryStream(file))
        {
            var read = await services.GetRequiredService<ReadImport>().RunAsync(new ImportUpload(bank.Id, "stock.csv", content, "", new Attestation("romy", clock.GetUtcNow())));
            Say("read and stored");
            await services.GetRequiredService<ConfirmImport>().RunAsync(bank.Id, read.Import.Id, "");
            Say("confirmed");
        }

        await ActivatorUtilities.CreateInstance<DropBlobs>(services, drop).ImportAsync($"{bank.Id}/stock.csv");
        Say("put away");

        var import = Assert.Single(await services.GetRequiredService<ImportRecords>().Imports.ListAsync(ImportRecords.Partition(bank.Id)));
        Assert.Equal((ImportState.Confirmed, rows), (import.State, import.Rows));

        void Say(string step)
        {
            output.WriteLine(FormattableString.Invariant($"{step}: {watch.Elapsed.TotalSeconds:N1} s, {rows / watch.Elapsed.TotalSeconds:N0} rows/s; {rows:N0} rows, {file.Length / 1e6:N1} MB"));
            watch.Restart();
        }
    }

    private static byte[] Export(int rows)
    {
        var text = new StringBuilder("Kundennummer;Anrede;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n");
        for (var n = 1; n <= rows; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{n:D10};Frau;Erika;Muster{n};kunde{n}@kunde.example;05.11.2026;berater1@sparkasse-musterstadt.example;Beratung\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
