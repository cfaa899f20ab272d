using See360.Core.Storage;
using See360.Local.Storage;

namespace See360.Storage.Tests;

public sealed class SqliteBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DatabaseAndCopy_InAFolderThatOthersRead_AreTheirOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        using var store = new SqliteRecordStore(_folder["see360.db"]);
        await WriteBatchAsync(store, "a");
        await store.BackUpAsync(_folder["copy.db"]);

        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task BackUp_WhileWritesRun_HoldsWhatWasAcknowledgedBeforeAndNoHalfBatch()
    {
        using var store = new SqliteRecordStore(_folder["see360.db"]);
        for (var i = 0; i < 200; i++)
        {
            await WriteBatchAsync(store, $"before-{i:D4}");
        }

        using var stop = new CancellationTokenSource();
        var first = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await WriteBatchAsync(store, $"during-{i:D4}");
                first.TrySetResult();
            }
        });
        await first.Task;

        await store.BackUpAsync(_folder["copy.db"]);
        await store.BackUpAsync(_folder["copy.db"]);
        await stop.CancelAsync();
        await writing;

        AssertSound(_folder["copy.db"]);
        using var copy = new SqliteRecordStore(_folder["copy.db"]);
        var batches = (await RowsAsync(copy)).CountBy(row => row[..11]).ToDictionary();
        Assert.Equal(200, batches.Keys.Count(name => name.StartsWith("before", StringComparison.Ordinal)));
        Assert.Contains("during-0000", batches);
        Assert.All(batches.Values, rows => Assert.Equal(20, rows));
        Assert.True((await copy.WriteAsync("tests", "p", [new RecordChange.Insert("new", default)])).Written);
    }

    [Fact]
    public async Task BackUp_TargetCannotBeWritten_IsUnavailableAndLeavesNothing()
    {
        using var store = new SqliteRecordStore(_folder["see360.db"]);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.BackUpAsync(_folder["missing/copy.db"]));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SqliteBackup.CopyAsync(_folder["absent.db"], _folder["copy.db"]));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part*"));
        Assert.False(File.Exists(_folder["copy.db"]));
        Assert.False(File.Exists(_folder["absent.db"]));
    }

    [Fact]
    public async Task BackUp_Cancelled_KeepsTheFormerCopy()
    {
        using var store = new SqliteRecordStore(_folder["see360.db"]);
        await WriteBatchAsync(store, "before-0000");
        await store.BackUpAsync(_folder["copy.db"]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.BackUpAsync(_folder["copy.db"], new CancellationToken(canceled: true)));

        AssertSound(_folder["copy.db"]);
    }

    private static async Task WriteBatchAsync(SqliteRecordStore store, string name)
    {
        var result = await store.WriteAsync(
            "tests", "p", [.. Enumerable.Range(0, 20).Select(i => new RecordChange.Insert($"{name}-{i:D2}", new byte[400]))]);
        Assert.True(result.Written);
    }

    private static void AssertSound(string database)
    {
        using var session = SqliteSession.OpenForReading(database, TimeSpan.FromSeconds(5));
        using var check = new SqliteStatement(session.Database, "PRAGMA integrity_check");
        Assert.True(check.Step());
        Assert.Equal("ok", check.Text(0));
    }

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
