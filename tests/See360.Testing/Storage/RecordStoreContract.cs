using System.Text;
using See360.Core.Storage;

namespace See360.Testing.Storage;

/// <summary>What <see cref="IRecordStore"/> promises. One subclass per implementation runs it all.</summary>
public abstract partial class RecordStoreContract
{
    protected const string Table = "contract";

    protected abstract IRecordStore Store { get; }

    /// <summary>A partition that no other test uses.</summary>
    protected string Partition { get; } = "test|" + Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Read_NothingStored_IsNull() => Assert.Null(await Store.ReadAsync(Table, Partition, "a"));

    [Fact]
    public async Task Read_AfterInsert_GivesBodyKeysAndVersion()
    {
        var written = await InsertAsync("a", "körper");

        var read = await Store.ReadAsync(Table, Partition, "a");

        Assert.Equal((Partition, "a", "körper", written), (read!.Partition, read.Row, Text(read), read.Version));
    }

    [Fact]
    public async Task Read_KeyThatNoStoreCanHold_IsNull() => Assert.Null(await Store.ReadAsync(Table, Partition, "ä/\\#?"));

    [Fact]
    public async Task Insert_RowExists_IsConflictAndChangesNothing()
    {
        var version = await InsertAsync("a", "first");

        var second = await WriteAsync(Insert("a", "second"));

        Assert.Equal(0, second.ConflictAt);
        Assert.Empty(second.Versions);
        await AssertStoredAsync("a", "first", version);
    }

    [Fact]
    public async Task Insert_SameRowElsewhere_IsAnotherRecord()
    {
        await InsertAsync("a", "here");

        Assert.True((await Store.WriteAsync(Table, Partition + "|2", [Insert("a", "there")])).Written);
        Assert.True((await Store.WriteAsync("contract2", Partition, [Insert("a", "other table")])).Written);

        Assert.Equal("here", Text(await Store.ReadAsync(Table, Partition, "a")));
        Assert.Equal("there", Text(await Store.ReadAsync(Table, Partition + "|2", "a")));
        Assert.Equal("other table", Text(await Store.ReadAsync("contract2", Partition, "a")));
    }

    [Fact]
    public async Task Replace_VersionMatches_StoresBodyWithNewVersion()
    {
        var first = await InsertAsync("a", "first");

        var result = await WriteAsync(new RecordChange.Replace("a", Bytes("second"), first));

        Assert.NotEqual(first, Assert.Single(result.Versions));
        await AssertStoredAsync("a", "second", result.Versions[0]);
    }

    [Fact]
    public async Task Replace_SameBody_StillGivesNewVersion()
    {
        var first = await InsertAsync("a", "same");

        var result = await WriteAsync(new RecordChange.Replace("a", Bytes("same"), first));

        Assert.NotEqual(first, Assert.Single(result.Versions));
    }

    [Fact]
    public async Task Replace_OlderVersion_IsConflict()
    {
        var first = await InsertAsync("a", "first");
        var second = (await WriteAsync(new RecordChange.Replace("a", Bytes("second"), first))).Versions[0];

        var result = await WriteAsync(new RecordChange.Replace("a", Bytes("third"), first));

        Assert.Equal(0, result.ConflictAt);
        await AssertStoredAsync("a", "second", second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("99999999999999999999999999")]
    public async Task Replace_VersionThatNeverWas_IsConflict(string version)
    {
        await InsertAsync("a", "first");

        Assert.Equal(0, (await WriteAsync(new RecordChange.Replace("a", Bytes("second"), version))).ConflictAt);
        Assert.Equal(0, (await WriteAsync(new RecordChange.Delete("a", version))).ConflictAt);
        Assert.Equal(0, (await WriteAsync(new RecordChange.Replace("absent", Bytes("second"), version))).ConflictAt);
    }

    [Fact]
    public async Task Replace_VersionWrittenAnotherWay_IsConflict()
    {
        var version = await InsertAsync("a", "first");

        foreach (var variant in new[] { "0" + version, "+" + version, version + " ", " " + version, version + ".0" })
        {
            Assert.Equal(0, (await WriteAsync(new RecordChange.Replace("a", Bytes("second"), variant))).ConflictAt);
        }
    }

    [Fact]
    public async Task Delete_VersionMatches_RemovesTheRecord()
    {
        var version = await InsertAsync("a", "first");

        var result = await WriteAsync(new RecordChange.Delete("a", version));

        Assert.Equal("", Assert.Single(result.Versions));
        Assert.Null(await Store.ReadAsync(Table, Partition, "a"));
    }

    [Fact]
    public async Task Delete_NoSuchRecord_IsConflict()
    {
        var version = await InsertAsync("a", "first");
        await WriteAsync(new RecordChange.Delete("a", version));

        Assert.Equal(0, (await WriteAsync(new RecordChange.Delete("a", version))).ConflictAt);
    }

    [Fact]
    public async Task Insert_AfterDelete_NeverGetsAVersionThatWasThere()
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            var version = await InsertAsync("a", "same");
            Assert.True(seen.Add(version));
            await WriteAsync(new RecordChange.Delete("a", version));
        }
    }

    [Fact]
    public async Task Write_OneOfManyDoesNotFit_ChangesNothingAndNamesIt()
    {
        var a = await InsertAsync("a", "first");
        await InsertAsync("b", "first");

        var result = await WriteAsync(
            new RecordChange.Replace("a", Bytes("second"), a), Insert("c", "new"), Insert("b", "exists"), Insert("d", "new"));

        Assert.Equal(2, result.ConflictAt);
        await AssertStoredAsync("a", "first", a);
        Assert.Equal(["a", "b"], await RowsAsync());
    }

    [Fact]
    public async Task Write_HundredChangesOfEachKind_AreDoneTogether()
    {
        var first = await WriteAsync([.. Enumerable.Range(0, 100).Select(i => Insert($"r{i:D3}", $"first {i}"))]);
        var second = await WriteAsync([.. Enumerable.Range(0, 100).Select(i => i % 2 == 0
            ? (RecordChange)new RecordChange.Delete($"r{i:D3}", first.Versions[i])
            : new RecordChange.Replace($"r{i:D3}", Bytes($"second {i}"), first.Versions[i]))]);

        // Of one batch, several records may share a version; one record never gets a version again.
        Assert.Equal(100, first.Versions.Count);
        Assert.Equal(100, second.Versions.Count);
        Assert.All(first.Versions.Zip(second.Versions), versions => Assert.NotEqual(versions.First, versions.Second));
        Assert.Equal(50, (await RowsAsync()).Count);
        await AssertStoredAsync("r099", "second 99", second.Versions[99]);
    }

    [Fact]
    public async Task Write_IntoAnEmptyPartition_ChangeOfNothingIsConflict() =>
        Assert.Equal(1, (await WriteAsync(Insert("a", "new"), new RecordChange.Delete("b", "1"))).ConflictAt);

    [Fact]
    public async Task Write_OutOfBounds_IsRefusedBeforeAnythingIsTouched()
    {
        var bad = new RecordChange[][]
        {
            [],
            [.. Enumerable.Range(0, 101).Select(i => Insert($"r{i}", ""))],
            [Insert("a", ""), Insert("a", "")],
            [Insert("a", ""), Insert("", "")],
            [Insert("a", ""), Insert(new string('x', 257), "")],
            [Insert("a", ""), Insert("ü", "")],
            [Insert("a", ""), Insert("a/b", "")],
            [Insert("a", ""), Insert("a\\b", "")],
            [Insert("a", ""), Insert("a#b", "")],
            [Insert("a", ""), Insert("a?b", "")],
            [Insert("a", ""), Insert("a\tb", "")],
            [Insert("a", ""), Insert("a\u007f", "")],
            [Insert("a", ""), new RecordChange.Insert("b", new byte[IRecordStore.MaxBodyBytes + 1])],
            [.. Enumerable.Range(0, 100).Select(i => new RecordChange.Insert($"r{i}", new byte[IRecordStore.MaxBatchBytes / 100 + 1]))],
        };

        foreach (var changes in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await WriteAsync(changes));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.WriteAsync(Table, "a/b", [Insert("a", "")]));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.WriteAsync(Table, "", [Insert("a", "")]));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.WriteAsync("no table", Partition, [Insert("a", "")]));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Write_KeysAtTheirBounds_AreHeld()
    {
        var keys = new[] { " ", "~", "!", "|", "'", "\"", "%", ";--", "a b", "A", "a", new string('x', 256) };

        Assert.True((await WriteAsync([.. keys.Select(key => Insert(key, key))])).Written);

        foreach (var key in keys)
        {
            Assert.Equal(key, Text(await Store.ReadAsync(Table, Partition, key)));
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), await RowsAsync());
    }

    [Fact]
    public async Task Write_BodiesAtTheirBounds_AreHeld()
    {
        var largest = new byte[IRecordStore.MaxBodyBytes];
        new Random(7).NextBytes(largest);

        await WriteAsync(new RecordChange.Insert("empty", default), new RecordChange.Insert("largest", largest));

        Assert.Equal(0, (await Store.ReadAsync(Table, Partition, "empty"))!.Body.Length);
        Assert.Equal(largest, (await Store.ReadAsync(Table, Partition, "largest"))!.Body.ToArray());
    }

    [Fact]
    public async Task Write_BatchAtItsBounds_IsHeld()
    {
        var body = new byte[IRecordStore.MaxBatchBytes / IRecordStore.MaxBatch];
        new Random(7).NextBytes(body);

        Assert.True((await WriteAsync([.. Enumerable.Range(0, IRecordStore.MaxBatch).Select(i => new RecordChange.Insert($"{i:D3}".PadLeft(256, 'x'), body))])).Written);

        Assert.All(await RecordsAsync(Table, Partition), record => Assert.Equal(body, record.Body.ToArray()));
        Assert.Equal(IRecordStore.MaxBatch, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Write_LargeBodiesSplit_AreHeld()
    {
        var bodies = Enumerable.Range(0, 7).ToDictionary(i => $"r{i}", _ => new byte[IRecordStore.MaxBodyBytes]);

        var parts = RecordBatch.Split(bodies, b => new RecordChange.Insert(b.Key, b.Value)).ToList();

        Assert.Equal([2, 2, 2, 1], parts.Select(p => p.Count));
        foreach (var part in parts)
        {
            Assert.True((await WriteAsync([.. part.Select(p => p.Change)])).Written);
        }

        Assert.Equal(bodies.Keys, await RowsAsync());
    }

    [Fact]
    public async Task Write_BodyChangedByItsOwnerAfterwards_StaysAsWritten()
    {
        var body = Bytes("first");
        await WriteAsync(new RecordChange.Insert("a", body));

        body[0] = (byte)'X';

        Assert.Equal("first", Text(await Store.ReadAsync(Table, Partition, "a")));
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(StoredRecord? record) => Encoding.UTF8.GetString(record!.Body.Span);

    protected static RecordChange Insert(string row, string body) => new RecordChange.Insert(row, Bytes(body));

    protected Task<WriteResult> WriteAsync(params RecordChange[] changes) => Store.WriteAsync(Table, Partition, changes);

    protected async Task<string> InsertAsync(string row, string body)
    {
        var result = await WriteAsync(Insert(row, body));
        Assert.True(result.Written);
        return result.Versions[0];
    }

    protected async Task<List<string>> RowsAsync(RowRange range = default) =>
        [.. (await RecordsAsync(Table, Partition, range)).Select(record => record.Row)];

    protected async Task<List<StoredRecord>> RecordsAsync(string table, string partition, RowRange range = default)
    {
        var records = new List<StoredRecord>();
        await foreach (var record in Store.RangeAsync(table, partition, range))
        {
            records.Add(record);
        }

        return records;
    }

    private async Task AssertStoredAsync(string row, string body, string version)
    {
        var read = await Store.ReadAsync(Table, Partition, row);
        Assert.Equal((body, version), (Text(read), read!.Version));
    }
}
