using See360.Core.Storage;

namespace See360.Testing.Storage;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Range_NothingStored_IsEmpty() => Assert.Empty(await RowsAsync());

    [Fact]
    public async Task Range_Bounds_AreFromInclusiveToBeforeExclusive()
    {
        await WriteAsync([.. "abcde".Select(c => Insert(c.ToString(), ""))]);

        Assert.Equal(["a", "b", "c", "d", "e"], await RowsAsync());
        Assert.Equal(["b", "c"], await RowsAsync(new RowRange("b", "d")));
        Assert.Equal(["d", "e"], await RowsAsync(new RowRange("d")));
        Assert.Equal(["a"], await RowsAsync(new RowRange(Before: "b")));
        Assert.Equal(["b", "c"], await RowsAsync(new RowRange("b", Take: 2)));
        Assert.Empty(await RowsAsync(new RowRange("d", "b")));
        Assert.Empty(await RowsAsync(new RowRange("b", "b")));
        Assert.Empty(await RowsAsync(new RowRange(Before: "")));
        Assert.Empty(await RowsAsync(new RowRange(Take: 0)));
        Assert.Equal(5, (await RowsAsync(new RowRange("", "ü"))).Count);
    }

    [Fact]
    public async Task Range_OrderIsOrdinal()
    {
        await WriteAsync(Insert("a", ""), Insert("B", ""), Insert("a-", ""), Insert("a|", ""), Insert("_", ""), Insert("10", ""), Insert("9", ""));

        Assert.Equal(["10", "9", "B", "_", "a", "a-", "a|"], await RowsAsync());
    }

    [Fact]
    public async Task Range_Prefix_IsWhatBeginsWithIt()
    {
        await WriteAsync(Insert("a|", ""), Insert("a|1", ""), Insert("a|~", ""), Insert("a}", ""), Insert("a", ""), Insert("~1", ""));

        Assert.Equal(["a|", "a|1", "a|~"], await RowsAsync(RowRange.Prefix("a|")));
        Assert.Equal(["~1"], await RowsAsync(RowRange.Prefix("~")));
    }

    [Fact]
    public async Task Range_ManyRowsAndLargeBodies_GivesEachOnceInOrder()
    {
        for (var batch = 0; batch < 12; batch++)
        {
            await WriteAsync([.. Enumerable.Range(batch * 100, 100).Select(i => Insert($"r{i:D5}", new string('x', i % 50 == 0 ? 50_000 : 10)))]);
        }

        Assert.Equal(Enumerable.Range(0, 1200).Select(i => $"r{i:D5}"), await RowsAsync());
        Assert.Equal(Enumerable.Range(100, 1000).Select(i => $"r{i:D5}"), await RowsAsync(new RowRange("r00100", Take: 1000)));
    }

    [Fact]
    public async Task Range_WritesInBetween_EveryUntouchedRecordIsSeenExactlyOnce()
    {
        var versions = new List<string>();
        for (var batch = 0; batch < 12; batch++)
        {
            versions.AddRange((await WriteAsync([.. Enumerable.Range(batch * 100, 100).Select(i => Insert($"r{i:D5}", ""))])).Versions);
        }

        var seen = new List<string>();
        await foreach (var record in Store.RangeAsync(Table, Partition, RowRange.All))
        {
            seen.Add(record.Row);
            if (seen.Count % 100 == 50)
            {
                // Of each hundred: 10 is deleted, 20 is replaced, a row is added in front and one behind.
                var hundred = seen.Count / 100;
                var deleted = hundred * 100 + 10;
                var replaced = hundred * 100 + 20;
                var result = await WriteAsync(
                    new RecordChange.Delete($"r{deleted:D5}", versions[deleted]),
                    new RecordChange.Replace($"r{replaced:D5}", Bytes("new"), versions[replaced]),
                    Insert($"q{hundred}", ""),
                    Insert($"s{hundred}", ""));
                Assert.True(result.Written);
            }
        }

        var untouched = Enumerable.Range(0, 1200).Where(i => i % 100 is not (10 or 20)).Select(i => $"r{i:D5}");
        Assert.Equal(untouched, seen.Where(row => row[0] == 'r' && !row.EndsWith("10", StringComparison.Ordinal) && !row.EndsWith("20", StringComparison.Ordinal)));
        Assert.Equal(seen.Order(StringComparer.Ordinal).Distinct(), seen);
    }

    [Fact]
    public async Task Range_Cancelled_Stops()
    {
        await WriteAsync(Insert("a", ""), Insert("b", ""));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in Store.RangeAsync(Table, Partition, RowRange.All, cancel.Token))
            {
                Assert.Equal("a", record.Row);
                await cancel.CancelAsync();
            }
        });
    }
}
