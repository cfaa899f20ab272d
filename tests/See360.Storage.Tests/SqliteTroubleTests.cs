using See360.Core.Storage;
using See360.Local.Storage;

namespace See360.Storage.Tests;

/// <summary>Full, locked, foreign, from the future: a clear refusal, nothing half written, and going on afterwards.</summary>
public sealed class SqliteTroubleTests : IDisposable
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(30);

    private readonly TemporaryFolder _folder = new();

    private string Database => _folder["see360.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_DatabaseFull_IsUnavailableWithNothingWrittenAndGoesOnWithSpace()
    {
        using var store = new SqliteRecordStore(Database, new SqliteSettings { MaxPages = 60 });
        var versions = new List<string>();
        StorageUnavailableException? refused = null;
        while (refused is null)
        {
            try
            {
                var result = await store.WriteAsync("tests", "p", [Insert($"a{versions.Count:D4}", 4000), Insert($"b{versions.Count:D4}", 4000)]);
                versions.Add(result.Versions[0]);
            }
            catch (StorageUnavailableException e)
            {
                refused = e;
            }
        }

        Assert.Contains("full", refused.Message, StringComparison.Ordinal);
        Assert.InRange(versions.Count, 5, 60);
        Assert.Equal(2 * versions.Count, (await RowsAsync(store)).Count);
        Assert.NotNull(await store.ReadAsync("tests", "p", "b0000"));

        for (var i = 0; i < 3; i++)
        {
            Assert.True((await store.WriteAsync("tests", "p", [new RecordChange.Delete($"a{i:D4}", versions[i])])).Written);
        }

        Assert.True((await store.WriteAsync("tests", "p", [Insert("after", 4000)])).Written);
    }

    [Fact]
    public async Task Write_ManyAtOnceIntoAFullDatabase_AnsweredAndStoredAgree()
    {
        using var store = new SqliteRecordStore(Database, new SqliteSettings { MaxPages = 100 });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 300).Select(n => Task.Run(async () =>
        {
            try
            {
                return (Number: n, (await store.WriteAsync("tests", "p", [Insert($"r{n:D4}-a", 1500), Insert($"r{n:D4}-b", 1500)])).Written);
            }
            catch (StorageUnavailableException)
            {
                return (Number: n, Written: false);
            }
        })));

        var stored = (await RowsAsync(store)).CountBy(row => row[..5]).ToDictionary();
        Assert.All(stored.Values, rows => Assert.Equal(2, rows));
        Assert.Equal(outcomes.Where(o => o.Written).Select(o => $"r{o.Number:D4}").Order(), stored.Keys.Order());
        Assert.Contains(outcomes, o => !o.Written);
    }

    [Fact]
    public async Task Write_LockedByAnotherProcess_IsUnavailableAndGoesOnAfterwards()
    {
        using var store = new SqliteRecordStore(Database, new SqliteSettings { LockTimeout = _soon });
        await store.WriteAsync("tests", "p", [Insert("before", 1)]);
        using (var other = SqliteSession.Create(Database, _soon))
        {
            other.Execute("BEGIN IMMEDIATE");
            var writes = Enumerable.Range(0, 20).Select(i => store.WriteAsync("tests", "p", [Insert($"r{i}", 1)])).ToList();
            foreach (var write in writes)
            {
                var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => write);
                Assert.Contains("locked", refused.Message, StringComparison.Ordinal);
            }

            Assert.NotNull(await store.ReadAsync("tests", "p", "before"));
            other.Execute("ROLLBACK");
        }

        Assert.True((await store.WriteAsync("tests", "p", [Insert("after", 1)])).Written);
        Assert.Equal(["after", "before"], await RowsAsync(store));
    }

    [Fact]
    public async Task Write_LockedForAMoment_WaitsAndSucceeds()
    {
        using var store = new SqliteRecordStore(Database);
        using var other = SqliteSession.Create(Database, _soon);
        other.Execute("BEGIN IMMEDIATE");

        var write = store.WriteAsync("tests", "p", [Insert("a", 1)]);
        Assert.False(write.IsCompleted);
        other.Execute("COMMIT");

        Assert.True((await write).Written);
    }

    [Fact]
    public async Task Write_CancelledWhileTheDatabaseIsLocked_IsTakenBackAtOnce()
    {
        using var store = new SqliteRecordStore(Database, new SqliteSettings { LockTimeout = TimeSpan.FromMinutes(5) });
        using var cancel = new CancellationTokenSource();
        using var other = SqliteSession.Create(Database, _soon);
        other.Execute("BEGIN IMMEDIATE");
        var taken = store.WriteAsync("tests", "p", [Insert("taken-back", 1)], cancel.Token);
        var kept = store.WriteAsync("tests", "p", [Insert("kept", 1)]);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taken);
        other.Execute("COMMIT");

        Assert.True((await kept).Written);
        Assert.Equal(["kept"], await RowsAsync(store));
    }

    [Fact]
    public void Open_NewFolder_HasTheNewestSchema()
    {
        using (new SqliteRecordStore(Database))
        {
        }

        using var session = SqliteSession.Create(Database, _soon);
        Assert.Equal(SqliteSchema.Newest, session.Scalar("PRAGMA user_version"));
        Assert.Equal(0, session.Scalar("SELECT count(*) FROM records"));
    }

    [Fact]
    public async Task Open_ManyAtOnceOnANewFile_AllSucceed()
    {
        for (var n = 0; n < 20; n++)
        {
            var file = Database + n;
            var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => new SqliteRecordStore(file))));

            var results = await Task.WhenAll(stores.Select((store, i) => store.WriteAsync("tests", "p", [Insert($"r{i}", 1)])));

            Assert.All(results, result => Assert.True(result.Written));
            Assert.Equal(6, (await RowsAsync(stores[0])).Count);
            Array.ForEach(stores, store => store.Dispose());
        }
    }

    [Fact]
    public async Task Open_WrittenByANewerVersion_IsRefusedAndLeftAlone()
    {
        using (var store = new SqliteRecordStore(Database))
        {
            await store.WriteAsync("tests", "p", [Insert("a", 1)]);
        }

        using (var session = SqliteSession.Create(Database, _soon))
        {
            session.Execute("PRAGMA user_version = 9999");
        }

        var refused = Assert.Throws<DatabaseRefusedException>(() => new SqliteRecordStore(Database));

        Assert.Contains("9999", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer", refused.Message, StringComparison.Ordinal);
        using var after = SqliteSession.Create(Database, _soon);
        Assert.Equal(9999, after.Scalar("PRAGMA user_version"));
        Assert.Equal(1, after.Scalar("SELECT count(*) FROM records"));
    }

    [Fact]
    public void Open_DatabaseOfSomethingElse_IsRefusedAndLeftAlone()
    {
        using (var session = SqliteSession.Create(Database, _soon))
        {
            session.Execute("CREATE TABLE notes (text)");
        }

        Assert.Throws<DatabaseRefusedException>(() => new SqliteRecordStore(Database));

        using var after = SqliteSession.Create(Database, _soon);
        Assert.Equal(1, after.Scalar("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public void Open_NotADatabase_IsRefusedAndLeftAlone()
    {
        File.WriteAllText(Database, new string('x', 5000));

        Assert.Throws<DatabaseRefusedException>(() => new SqliteRecordStore(Database));

        Assert.Equal(new string('x', 5000), File.ReadAllText(Database));
    }

    [Fact]
    public void Open_FolderIsMissing_IsUnavailable() =>
        Assert.Throws<StorageUnavailableException>(() => new SqliteRecordStore(_folder["missing/see360.db"]));

    private static RecordChange.Insert Insert(string row, int bytes) => new(row, new byte[bytes]);

    private static async Task<List<string>> RowsAsync(SqliteRecordStore store)
    {
        var rows = new List<string>();
        await foreach (var record in store.RangeAsync("tests", "p", RowRange.All))
        {
            rows.Add(record.Row);
        }

        return rows;
    }
}
