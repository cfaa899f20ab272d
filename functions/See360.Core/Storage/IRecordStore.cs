namespace See360.Core.Storage;

/// <summary>
/// Keyed records: what Table Storage and SQLite have in common, and nothing more, so that no feature can come to
/// depend on what one of the two lacks. A record is an opaque body under (table, partition, row) with a version.
/// </summary>
/// <remarks>
/// Keys are 1 to 256 printable ASCII characters without <c>/ \ # ?</c> (<see cref="RecordKey.Check"/>); rows are
/// ordered by ordinal comparison. A body has at most <see cref="MaxBodyBytes"/> bytes. When a write has returned
/// <see cref="WriteResult.Written"/> it is durable: it outlives the death of the process and of the machine.
/// </remarks>
public interface IRecordStore
{
    /// <summary>The most changes that one <see cref="WriteAsync"/> takes.</summary>
    const int MaxBatch = 100;

    /// <summary>The largest body, in bytes: what Table Storage holds in one entity with room for its keys.</summary>
    const int MaxBodyBytes = 900 * 1024;

    /// <summary>The most that the bodies of one <see cref="WriteAsync"/> have together, in bytes: Table Storage takes 4 MiB in one
    /// request, in which a body stands in base64 (a third longer) beside its keys and headers.</summary>
    const int MaxBatchBytes = 5 * 512 * 1024;

    /// <summary>The record, or null if there is none.</summary>
    Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default);

    /// <summary>The records of one partition whose rows lie in the range, in ascending order of row. A record that
    /// is written while the range is being read may or may not be seen; every other record is seen exactly once.</summary>
    IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default);

    /// <summary>Carries out 1 to 100 changes in one partition, all or none; no row may be named twice, and the bodies have at
    /// most <see cref="MaxBatchBytes"/> together (<see cref="RecordBatch.Split"/>).</summary>
    /// <returns>The new versions in the order of the changes, or which change did not fit what is stored.</returns>
    /// <exception cref="StorageUnavailableException">Disk full, locked, throttled, no answer. The batch is written whole or not at all, and
    /// which of the two the caller does not know: it reads again, or repeats what may be done twice.</exception>
    Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default);
}

/// <summary>A record as read. <see cref="Version"/> is opaque and changes with every write.</summary>
public sealed record StoredRecord(string Partition, string Row, ReadOnlyMemory<byte> Body, string Version);

/// <summary>Rows from <paramref name="From"/> (inclusive) up to <paramref name="Before"/> (exclusive), at most
/// <paramref name="Take"/> of them; null means no bound.</summary>
public readonly record struct RowRange(string? From = null, string? Before = null, int? Take = null)
{
    public static RowRange All => default;

    /// <summary>All rows that begin with the prefix.</summary>
    public static RowRange Prefix(string prefix, int? take = null) =>
        new(prefix, prefix[..^1] + (char)(prefix[^1] + 1), take);
}

/// <summary>One change of a batch.</summary>
public abstract record RecordChange(string Row)
{
    /// <summary>Insert; does not fit if the row exists.</summary>
    public sealed record Insert(string Row, ReadOnlyMemory<byte> Body) : RecordChange(Row);

    /// <summary>Replace; does not fit unless the row exists with just this version.</summary>
    public sealed record Replace(string Row, ReadOnlyMemory<byte> Body, string Version) : RecordChange(Row);

    /// <summary>Delete; does not fit unless the row exists with just this version.</summary>
    public sealed record Delete(string Row, string Version) : RecordChange(Row);
}

/// <summary>What became of a batch: written whole, or not at all.</summary>
/// <param name="Versions">The new version of each change, in order (empty string for a delete); empty if not written.</param>
/// <param name="ConflictAt">The index of a change that did not fit, or −1.</param>
public readonly record struct WriteResult(IReadOnlyList<string> Versions, int ConflictAt)
{
    public bool Written => ConflictAt < 0;

    public static WriteResult Success(IReadOnlyList<string> versions) => new(versions, -1);

    public static WriteResult Conflict(int index) => new([], index);
}

/// <summary>The store can't take the request now (disk full, locked too long, throttled, silent). Of a write nobody knows whether it was
/// carried out: its answers may have been lost. Where the store is a file of this machine, it was not.</summary>
public sealed class StorageUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);
