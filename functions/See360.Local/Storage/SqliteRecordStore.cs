using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>
/// Records in one SQLite file with a write-ahead log. Reads run side by side on pooled connections; writes go through
/// one thread that lets concurrent batches share a commit (<see cref="SqliteWriter"/>). Several processes may open the
/// same file. docs/storage.md says what is promised.
/// </summary>
public sealed class SqliteRecordStore : IRecordStore, IRecordPartitions, IDisposable
{
    private const int MaxIdleReaders = 8;

    private readonly string _path;
    private readonly SqliteSettings _settings;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentQueue<SqliteReader> _readers = [];
    private volatile bool _disposed;

    /// <summary>Opens the file, creates it if it is not there, and brings it to the newest schema.</summary>
    /// <exception cref="DatabaseRefusedException">Written by a newer See360, or not by See360.</exception>
    /// <exception cref="StorageUnavailableException">Locked, full, or not to be opened.</exception>
    public SqliteRecordStore(string path, SqliteSettings? settings = null)
    {
        _path = Path.GetFullPath(path);
        _settings = settings ?? new SqliteSettings();
        var session = SqliteSession.Create(path, _settings.LockTimeout);
        try
        {
            SqliteSchema.BringUpToDate(session);
            Tune(session);
            _writer = new SqliteWriter(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(Read(reader => reader.Read(table, partition, row)));
    }

    /// <remarks>Page by page, each in a read transaction of its own, so that a slow consumer holds nothing up.</remarks>
    public async IAsyncEnumerable<StoredRecord> RangeAsync(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var left = range.Take ?? int.MaxValue;
        var more = left > 0 && range.Before != "";
        string? after = null;
        while (more)
        {
            cancel.ThrowIfCancellationRequested();
            (var page, more) = Read(reader => reader.Page(table, partition, range, after, left));
            foreach (var record in page)
            {
                cancel.ThrowIfCancellationRequested();
                yield return record;
            }

            left -= page.Count;
            more &= left > 0;
            after = page.Count > 0 ? page[^1].Row : after;
        }

        await Task.CompletedTask;
    }

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        RecordBatch.Check(table, partition, changes);
        return _writer.WriteAsync(new PendingWrite(table, partition, changes), cancel);
    }

    public async IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        List<string> page;
        for (var from = prefix; from is not null; from = page.Count > 0 ? page[^1] + RecordKey.Smallest : null)
        {
            cancel.ThrowIfCancellationRequested();
            page = Read(reader => reader.Partitions(table, from, RowRange.Prefix(prefix).Before!));
            foreach (var name in page)
            {
                yield return name;
            }
        }
    }

    /// <summary>A consistent copy of the database as it is now, while others go on reading and writing.</summary>
    /// <exception cref="StorageUnavailableException">The target can't be written; what was there is untouched.</exception>
    public Task BackUpAsync(string target, CancellationToken cancel = default) =>
        SqliteBackup.CopyAsync(_path, target, cancel);

    /// <summary>Everything handed in is written and answered before the file is closed.</summary>
    public void Dispose()
    {
        _disposed = true;
        CloseIdleReaders();
        _writer.Dispose();
    }

    private void CloseIdleReaders()
    {
        while (_readers.TryDequeue(out var reader))
        {
            reader.Dispose();
        }
    }

    private T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var reader = _readers.TryDequeue(out var idle) ? idle : new SqliteReader(SqliteSession.OpenForReading(_path, _settings.LockTimeout));
        try
        {
            return read(reader);
        }
        finally
        {
            GiveBack(reader);
        }
    }

    private void GiveBack(SqliteReader reader)
    {
        if (_disposed || _readers.Count >= MaxIdleReaders)
        {
            reader.Dispose();
            return;
        }

        _readers.Enqueue(reader);
        if (_disposed)
        {
            CloseIdleReaders();
        }
    }

    private void Tune(SqliteSession session)
    {
        // FULL: the log is on disk before COMMIT returns. Savepoints keep their undo in memory. The log goes back to
        // 64 MiB after a backup has let it grow.
        session.Execute(
            """
            PRAGMA synchronous = FULL;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -32768;
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = 67108864;
            """);
        if (_settings.MaxPages is { } pages)
        {
            session.Scalar(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
        }
    }
}
