using Azure;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Drop;
using See360.Core.Imports;
using See360.Core.Storage;
using See360.Testing;

namespace See360.Azure.Tests.Drop;

/// <summary>What happens while a file is on its way from the drop account into the product.</summary>
[Collection(OnAzurite.Name)]
public sealed class DropFaultsTests(Azurite azurite) : DropTests(azurite)
{
    [Theory]
    [InlineData("GET", 1), InlineData("PUT", 1), InlineData("GET", 2), InlineData("DELETE", 1)]
    public async Task Import_ReplacedMeanwhile_TheNewFileStaysAndIsImportedByItsOwnEvent(string method, int nth)
    {
        var seen = 0;
        Hook.Before = request => request.Method.Method == method && ++seen == nth
            ? Drop.GetBlobClient($"{Bank.Id}/woche.csv").UploadAsync(BinaryData.FromString(Header + Row(2)), overwrite: true)
            : Task.CompletedTask;
        await DropAsync("woche.csv", Header + Row(1));

        await Hooked.ImportAsync($"{Bank.Id}/woche.csv");
        Assert.Equal(Header + Row(2), await TextAsync($"{Bank.Id}/woche.csv"));
        await Blobs.ImportAsync($"{Bank.Id}/woche.csv");

        var names = await NamesAsync();
        Assert.DoesNotContain($"{Bank.Id}/woche.csv", names);
        Assert.Single(await TextsAsync(names.Where(n => n.EndsWith(".csv", StringComparison.Ordinal))), text => text == Header + Row(2));
        var reports = await TextsAsync(names.Where(n => n.EndsWith(".bericht.txt", StringComparison.Ordinal)));
        Assert.Equal((await ImportsAsync()).Count, reports.Count);
        Assert.All(reports, report => Assert.DoesNotContain("schon importiert", report, StringComparison.Ordinal));
        Assert.Equal(method == "GET" && nth == 1 ? 1 : 2, reports.Count);
    }

    [Theory]
    [InlineData("PUT"), InlineData("DELETE")]
    public async Task Import_TwiceAtOnce_TheReportIsOfTheDeliveryThatHasImported(string method)
    {
        var seen = 0;
        Hook.Before = request => request.Method.Method == method && ++seen == 1 ? Blobs.ImportAsync($"{Bank.Id}/woche.csv") : Task.CompletedTask;
        await DropAsync("woche.csv", Header + Row(1));

        await Hooked.ImportAsync($"{Bank.Id}/woche.csv");

        var names = await NamesAsync();
        Assert.Equal(2, names.Count);
        Assert.DoesNotContain("schon importiert", await TextAsync(names.Single(n => n.EndsWith(".bericht.txt", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SomethingElseThanTheFileFails_TheFileStays()
    {
        await DropAsync("woche.csv", Header + Row(1));
        await using var services = new ServiceCollection().AddCoreOn(Store, Clock).AddSingleton<IFileStore>(new FailingFiles()).BuildServiceProvider();
        var blobs = ActivatorUtilities.CreateInstance<DropBlobs>(services, Drop);

        await Assert.ThrowsAsync<AggregateException>(() => blobs.ImportAsync($"{Bank.Id}/woche.csv"));

        Assert.Equal([$"{Bank.Id}/woche.csv"], await NamesAsync());
    }

    [Fact]
    public async Task Import_AFileThatIsTooLarge_StaysUnreadWithAReport()
    {
        await DropAsync("woche.csv", Header + Row(1));
        Services.GetRequiredService<ImportLimits>().MaxBytes = 100;
        Hook.Before = request => request.Method.Method == "GET" ? throw new InvalidOperationException("It was read.") : Task.CompletedTask;

        await Hooked.ImportAsync($"{Bank.Id}/woche.csv");
        await Hooked.ImportAsync($"{Bank.Id}/woche.csv");

        var names = await NamesAsync();
        Assert.Equal(2, names.Count);
        Assert.Contains($"{Bank.Id}/woche.csv", names);
        var report = await TextAsync(names.Single(n => n.StartsWith($"{Bank.Id}/rejected/", StringComparison.Ordinal) && n.EndsWith(".bericht.txt", StringComparison.Ordinal)));
        Assert.Contains("größer als 100 Byte", report, StringComparison.Ordinal);
        Assert.Empty(await ImportsAsync());
    }

    [Fact]
    public async Task Sweep_OneFileFails_TheOthersAreImportedAndItIsSaid()
    {
        await DropAsync("a.csv", Header + Row(1));
        await DropAsync("b.csv", Header + Row(2));
        Hook.Before = request => request.Uri.Path.EndsWith("/a.csv", StringComparison.Ordinal) ? throw new RequestFailedException(412, "leased") : Task.CompletedTask;

        var failed = await Assert.ThrowsAsync<AggregateException>(() => Hooked.SweepAsync(DateTimeOffset.UtcNow.AddHours(1)));

        Assert.Equal(412, Assert.IsType<RequestFailedException>(Assert.Single(failed.InnerExceptions)).Status);
        Assert.Single(await ImportsAsync());
        Assert.Contains($"{Bank.Id}/a.csv", await NamesAsync());
    }

    [Fact]
    public async Task Sweep_ItIsCalledOff_Ends()
    {
        await DropAsync("a.csv", Header + Row(1));
        using var cancel = new CancellationTokenSource();
        Hook.Before = _ => cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Hooked.SweepAsync(DateTimeOffset.UtcNow.AddHours(1), cancel.Token));
    }

    /// <summary>The account for files hangs while the drop account is well.</summary>
    private sealed class FailingFiles : IFileStore
    {
        public Task WriteAsync(string name, Stream content, CancellationToken cancel = default) =>
            throw new AggregateException(new InvalidOperationException("Whatever nobody knows."));

        public Task<Stream?> OpenAsync(string name, CancellationToken cancel = default) => throw new NotSupportedException();

        public Task DeleteAsync(string name, CancellationToken cancel = default) => Task.CompletedTask;

        public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancel = default) => throw new NotSupportedException();
    }
}
