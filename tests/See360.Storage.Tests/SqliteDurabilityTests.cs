using System.Text;
using See360.Core.Storage;
using See360.Local.Storage;

namespace See360.Storage.Tests;

/// <summary>What was acknowledged is there: after closing, after SIGKILL, beside other processes.</summary>
public sealed class SqliteDurabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder["see360.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reopen_AfterDispose_EverythingIsThereAndVersionsGoOn()
    {
        string version;
        using (var first = new SqliteRecordStore(Database))
        {
            version = (await first.WriteAsync("tests", "p", [Insert("a", "first")])).Versions[0];
            await first.WriteAsync("tests", "p", [new RecordChange.Delete("a", version)]);
        }

        using var second = new SqliteRecordStore(Database);
        var again = (await second.WriteAsync("tests", "p", [Insert("a", "second")])).Versions[0];

        Assert.NotEqual(version, again);
        Assert.Equal(again, (await second.ReadAsync("tests", "p", "a"))!.Version);
        Assert.False((await second.WriteAsync("tests", "p", [new RecordChange.Delete("a", version)])).Written);
    }

    [Fact]
    public async Task Dispose_WritesUnderWay_AreCarriedOutAndAnswered()
    {
        Task<WriteResult>[] writes;
        using (var store = new SqliteRecordStore(Database))
        {
            writes = [.. Enumerable.Range(0, 2000).Select(i => store.WriteAsync("tests", "p", [Insert($"r{i:D4}", "x")]))];
        }

        Assert.All(await Task.WhenAll(writes), result => Assert.True(result.Written));
        using var reopened = new SqliteRecordStore(Database);
        Assert.Equal(2000, (await RowsAsync(reopened, "tests", "p")).Count);
    }

    [Fact]
    public async Task Use_AfterDispose_IsRefused()
    {
        var store = new SqliteRecordStore(Database);
        store.Dispose();
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.WriteAsync("tests", "p", [Insert("a", "x")]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadAsync("tests", "p", "a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(333)]
    public async Task Kill_WhileWriting_LeavesEveryAcknowledgedBatchAndNoHalfOne(int afterAcknowledged)
    {
        var acknowledged = new List<string>();
        using (var writer = new SecondProcess(Database, "p", writers: 8, batches: 100_000))
        {
            Assert.Equal("ready", writer.Next());
            while (acknowledged.Count < afterAcknowledged)
            {
                acknowledged.Add(writer.Next()!);
            }

            writer.Kill();
            acknowledged.AddRange(writer.Rest().Where(line => line.Length == 10));
        }

        using var store = new SqliteRecordStore(Database);
        var stored = (await RowsAsync(store, WriterProcess.Table, "p")).CountBy(row => row[..10]).ToDictionary();
        Assert.All(acknowledged, batch => Assert.Contains(batch, stored));
        Assert.All(stored.Values, rows => Assert.Equal(WriterProcess.BatchRows, rows));
        Assert.True((await store.WriteAsync("tests", "p", [Insert("after", "x")])).Written);
    }

    [Fact]
    public async Task TwoProcesses_OneFile_EachBatchIsWrittenByExactlyOne()
    {
        const int Batches = 60;
        using var store = new SqliteRecordStore(Database);
        using var other = new SecondProcess(Database, "p", writers: 4, Batches);
        Assert.Equal("ready", other.Next());

        // The same names as the other process writes, in the same order.
        var mine = await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(writer => Enumerable.Range(0, Batches).Select(batch => Task.Run(async () =>
        {
            var name = $"w{writer:D2}-b{batch:D5}";
            return (Name: name, (await store.WriteAsync(WriterProcess.Table, "p", WriterProcess.Rows(name))).Written);
        }))));
        var theirs = other.Rest();

        Assert.Equal(0, other.ExitCode());
        Assert.Empty(theirs.Intersect(mine.Where(m => m.Written).Select(m => m.Name)));
        Assert.Equal(4 * Batches, theirs.Count + mine.Count(m => m.Written));
        Assert.Equal(4 * Batches * WriterProcess.BatchRows, (await RowsAsync(store, WriterProcess.Table, "p")).Count);
    }

    [Fact]
    public async Task TwoStores_OneFile_SeeEachOtherAndLoseNoUpdate()
    {
        using var one = new SqliteRecordStore(Database);
        using var two = new SqliteRecordStore(Database);
        await one.WriteAsync("tests", "p", [Insert("counter", "0")]);

        await Task.WhenAll(new[] { one, two, one, two }.Select(store => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                WriteResult result;
                do
                {
                    var read = (await store.ReadAsync("tests", "p", "counter"))!;
                    var next = int.Parse(Encoding.UTF8.GetString(read.Body.Span), System.Globalization.CultureInfo.InvariantCulture) + 1;
                    result = await store.WriteAsync("tests", "p", [new RecordChange.Replace("counter", Encoding.UTF8.GetBytes($"{next}"), read.Version)]);
                }
                while (!result.Written);
            }
        })));

        Assert.Equal("200", Encoding.UTF8.GetString((await two.ReadAsync("tests", "p", "counter"))!.Body.Span));
    }

    private static RecordChange.Insert Insert(string row, string body) => new(row, Encoding.UTF8.GetBytes(body));

    private static async Task<List<string>> RowsAsync(SqliteRecordStore store, string table, string partition)
    {
        var rows = new List<string>();
        await foreach (var record in store.RangeAsync(table, partition, RowRange.All))
        {
            rows.Add(record.Row);
        }

        return rows;
    }
}
