using See360.Core.Storage;

namespace See360.Api.Tests;

/// <summary>Counts what is written, and fails writes when told to.</summary>
public sealed class WatchedRecordStore(IRecordStore inner) : IRecordStore
{
    private int _writes;

    /// <summary>Set to make every write fail as a full disk does.</summary>
    public bool Unavailable { get; set; }

    /// <summary>How many writes (batches) were asked for.</summary>
    public int Writes => _writes;

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
        inner.ReadAsync(table, partition, row, cancel);

    public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
        inner.RangeAsync(table, partition, range, cancel);

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref _writes);
        return Unavailable ? throw new StorageUnavailableException("Switched off by the test.") : inner.WriteAsync(table, partition, changes, cancel);
    }
}
