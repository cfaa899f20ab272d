using System.Globalization;
using See360.Core.Storage;

namespace See360.Testing.Storage;

public abstract partial class RecordStoreContract
{
    private const int Clients = 16;

    [Fact]
    public async Task Insert_ManyAtOnce_ExactlyOneWins()
    {
        for (var round = 0; round < 20; round++)
        {
            var row = $"r{round}";
            var results = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => WriteAsync(Insert(row, $"{client}")))));

            var winner = Array.FindIndex(results, result => result.Written);
            Assert.Equal(1, results.Count(result => result.Written));
            await AssertStoredAsync(row, $"{winner}", results[winner].Versions[0]);
        }
    }

    [Fact]
    public async Task Replace_ManyCountersAtOnce_LoseNoUpdate()
    {
        const int Steps = 25;
        await InsertAsync("counter", "0");

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var step = 0; step < Steps; step++)
            {
                WriteResult result;
                do
                {
                    var read = await Store.ReadAsync(Table, Partition, "counter");
                    var next = int.Parse(Text(read), CultureInfo.InvariantCulture) + 1;
                    result = await WriteAsync(new RecordChange.Replace("counter", Bytes($"{next}"), read!.Version));
                }
                while (!result.Written);
            }
        })));

        Assert.Equal($"{Clients * Steps}", Text(await Store.ReadAsync(Table, Partition, "counter")));
    }

    [Fact]
    public async Task Write_OverlappingBatchesAtOnce_EachIsThereWholeOrNotAtAll()
    {
        const int Width = 5;
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(async () =>
        {
            // Batch n wants the rows n … n+4, so it collides with its neighbours.
            var result = await WriteAsync([.. Enumerable.Range(n, Width).Select(row => Insert($"r{row:D4}", $"{n}"))]);
            return (Number: n, result.Written);
        })));

        var owners = (await RecordsAsync(Table, Partition)).GroupBy(Text).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(results, result => Assert.Equal(result.Written ? Width : 0, owners.GetValueOrDefault($"{result.Number}")));
        Assert.Contains(results, result => result.Written);
    }

    [Fact]
    public async Task Write_Answered_IsSeenByEveryReaderFromThenOn() =>
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                var version = await InsertAsync($"c{client:D2}-{i:D2}", "x");
                Assert.Equal(version, (await Store.ReadAsync(Table, Partition, $"c{client:D2}-{i:D2}"))!.Version);
                Assert.Equal(i + 1, (await RowsAsync(RowRange.Prefix($"c{client:D2}-"))).Count);
            }
        })));

    [Fact]
    public async Task Write_CancelledBeforehand_IsNotCarriedOut()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.WriteAsync(Table, Partition, [Insert("a", "")], new CancellationToken(canceled: true)));

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Write_CancelledMeanwhile_IsWrittenIfAnsweredAndTouchesNoOther()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(n => Task.Run(async () =>
        {
            using var cancel = new CancellationTokenSource();
            var write = Store.WriteAsync(Table, Partition, [Insert($"r{n:D4}-a", ""), Insert($"r{n:D4}-b", "")], n % 2 == 0 ? cancel.Token : default);
            await cancel.CancelAsync();
            try
            {
                return (Number: n, (await write).Written);
            }
            catch (OperationCanceledException)
            {
                return (Number: n, Written: false);
            }
        })));

        var halves = (await RowsAsync()).CountBy(row => row[..5]).ToDictionary();
        Assert.All(halves, half => Assert.Equal(2, half.Value));
        Assert.All(outcomes.Where(outcome => outcome.Written), outcome => Assert.Contains($"r{outcome.Number:D4}", halves));
        Assert.All(outcomes.Where(outcome => outcome.Number % 2 == 1), outcome => Assert.True(outcome.Written));
    }
}
