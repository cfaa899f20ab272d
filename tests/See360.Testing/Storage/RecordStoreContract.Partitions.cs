using See360.Core.Storage;

namespace See360.Testing.Storage;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Partitions_NothingStored_AreNone() => Assert.Empty(await PartitionsAsync(Partition));

    [Fact]
    public async Task Partitions_ThoseThatBeginWithThePrefix_InOrdinalOrder()
    {
        string[] names = ["", "|", "|2026-W01|b", "|2026-W01|a", "|a b", "|~", "-2", "-2|a", "}"];
        foreach (var name in names)
        {
            Assert.True((await Store.WriteAsync(Table, Partition + name, [Insert("a", ""), Insert("b", "")])).Written);
        }

        await Store.WriteAsync("contract2", Partition + "|other", [Insert("a", "")]);

        Assert.Equal(names.Order(StringComparer.Ordinal), await PartitionsAsync(Partition));
        Assert.Equal(["|", "|2026-W01|a", "|2026-W01|b", "|a b", "|~"], await PartitionsAsync(Partition + "|", Partition.Length));
        Assert.Equal(["|other"], await PartitionsAsync(Partition + "|", Partition.Length, "contract2"));
    }

    [Fact]
    public async Task Partitions_MoreThanOnePageHolds_AreAllThere()
    {
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Store.WriteAsync(Table, $"{Partition}|{i:D4}", [Insert("a", "")])));

        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"|{i:D4}"), await PartitionsAsync(Partition + "|", Partition.Length));
    }

    /// <param name="from">Where the names begin that are given back.</param>
    private async Task<List<string>> PartitionsAsync(string prefix, int? from = null, string table = Table)
    {
        var names = new List<string>();
        await foreach (var name in ((IRecordPartitions)Store).PartitionsAsync(table, prefix))
        {
            names.Add(name[(from ?? Partition.Length)..]);
        }

        return names;
    }
}
