using Azure;
using Microsoft.Extensions.DependencyInjection;
using See360.Azure.Drop;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Azure.Tests.Drop;

[Collection(OnAzurite.Name)]
public sealed class DropBlobsTests(Azurite azurite) : DropTests(azurite)
{
    [Fact]
    public async Task Import_AnExport_IsPutAwayWithItsReportAndWhatWasRejected()
    {
        await DropAsync("GeKo März.csv", Header + Row(1) + Row(2, email: "kein-at"));

        await Blobs.ImportAsync($"{Bank.Id}/GeKo März.csv");

        var names = await NamesAsync();
        Assert.DoesNotContain($"{Bank.Id}/GeKo März.csv", names);
        Assert.Equal(3, names.Count);
        Assert.All(names, name => Assert.StartsWith($"{Bank.Id}/done/", name, StringComparison.Ordinal));
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
        Assert.All(names, name => Assert.StartsWith($"{Bank.Id}/done/", name, StringComparison.Ordinal));

        async Task TryAsync()
        {
            try
            {
                await Blobs.ImportAsync($"{Bank.Id}/woche.csv");
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

        await Blobs.ImportAsync($"{Bank.Id}/bild.csv");

        var names = await NamesAsync();
        Assert.All(names, name => Assert.StartsWith($"{Bank.Id}/rejected/", name, StringComparison.Ordinal));
        Assert.Contains("Die Datei wurde nicht importiert.", await TextAsync(names.Single(n => n.EndsWith(".bericht.txt", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("musterstadt/done/woche.csv"), InlineData("musterstadt/.hidden.csv"), InlineData("musterstadt/woche.csv.part")]
    [InlineData("andere-bank/woche.csv"), InlineData("woche.csv"), InlineData("MUSTERSTADT/woche.csv")]
    public async Task Import_WhatIsNoFileOfAnInstitute_IsLeftAlone(string name)
    {
        await Drop.GetBlobClient(name).UploadAsync(BinaryData.FromString(Header + Row(1)));

        await Blobs.ImportAsync(name);

        Assert.Empty(await ImportsAsync());
        Assert.Equal([name], await NamesAsync());
    }

    [Theory]
    [InlineData("../woche.csv"), InlineData("musterstadt/"), InlineData("musterstadt/gone.csv"), InlineData("")]
    public async Task Import_ANameOfNothing_DoesNothing(string name)
    {
        await Blobs.ImportAsync(name);

        Assert.Empty(await ImportsAsync());
    }

    [Theory]
    [InlineData("GeKo Ü 東京 🏦 \u202Evsc.csv"), InlineData("a'b\"c&d=e?f#g+h%20i.csv"), InlineData("x..%2f..%2fy.csv"), InlineData("CON.csv")]
    [InlineData("=cmd().csv"), InlineData("<script>.csv"), InlineData("e\u0301.csv"), InlineData("woche.csv.gz")]
    public async Task Import_AHostileName_EndsInTheInstitutesOwnFolder(string name)
    {
        await DropAsync(name, Header + Row(1));

        await Blobs.ImportAsync($"{Bank.Id}/{name}");

        var names = await NamesAsync();
        Assert.Equal(2, names.Count);
        Assert.All(names, put => Assert.Matches($"^{Bank.Id}/(done|rejected)/[0-9]{{8}}-[0-9]{{6}}-[0-9a-f]{{6}}-[^/]+$", put));
        Assert.InRange((await ImportsAsync()).Count, 0, 1);
    }

    [Fact]
    public async Task Import_AVeryLongName_IsCutAndTwoOfThemStayApart()
    {
        var (one, two) = (new string('a', 800) + "1.csv", new string('a', 800) + "2.csv");
        await DropAsync(one, Header + Row(1));
        await DropAsync(two, Header + Row(2));

        await Blobs.ImportAsync($"{Bank.Id}/{one}");
        await Blobs.ImportAsync($"{Bank.Id}/{two}");

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

        await Blobs.ImportAsync(name);

        Assert.Empty(await ImportsAsync());
        Assert.Equal([$"{Bank.Id}/woche.csv"], await NamesAsync());
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
                await Blobs.SweepAsync(DateTimeOffset.UtcNow.AddHours(1));
            }
            catch (AggregateException)
            {
                // The next hour looks again.
            }
        }
    }

    [Theory]
    [InlineData(5), InlineData(-5)]
    public async Task Import_OnTwoInstancesWhoseClocksDiffer_CountsOnce(int minutes)
    {
        var others = Clock.GetUtcNow().AddMinutes(minutes);
        await DropAsync("woche.csv", Header + string.Concat(Enumerable.Range(1, 50).Select(n => Row(n))));
        await using var second = new ServiceCollection()
            .AddCoreOn(Store, new FakeClock(others))
            .AddSingleton(Services.GetRequiredService<IFileStore>())
            .BuildServiceProvider();
        var other = ActivatorUtilities.CreateInstance<DropBlobs>(second, Drop);

        await Task.WhenAll(TryAsync(Blobs), TryAsync(other), TryAsync(Blobs), TryAsync(other));
        await TryAsync(other);

        Assert.Single(await ImportsAsync(), import => import.State == ImportState.Confirmed);
        var waiting = await Bank.Participants.Waiting.ListAsync(ParticipantRecords.WaitingPartition(Bank.Id, SurveyId.Parse("beratung")));
        Assert.Equal(50, waiting.Count);

        async Task TryAsync(DropBlobs blobs)
        {
            try
            {
                await blobs.ImportAsync($"{Bank.Id}/woche.csv");
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

        await Blobs.SweepAsync(DateTimeOffset.UtcNow.AddHours(-1));
        Assert.Empty(await ImportsAsync());
        await Blobs.SweepAsync(DateTimeOffset.UtcNow.AddHours(1));

        Assert.Single(await ImportsAsync());
        Assert.Equal(3, (await NamesAsync()).Count);
    }
}
