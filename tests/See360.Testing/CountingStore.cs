using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using See360.Core.Storage;

namespace See360.Testing;

/// <summary>Counts what is read, and fails reads when told to.</summary>
public sealed class CountingStore(IRecordStore inner) : IRecordStore
{
    private readonly ConcurrentDictionary<string, int> _ranges = new();
    private int _reads;

    public bool Fails { get; set; }

    public int Reads => _reads;

    public int Ranges => _ranges.Values.Sum();

    public int RangesOf(string table) => _ranges.GetValueOrDefault(table);

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref _reads);
        FailIfTold();
        return inner.ReadAsync(table, partition, row, cancel);
    }

    public async IAsyncEnumerable<StoredRecord> RangeAsync(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        _ranges.AddOrUpdate(table, 1, (_, count) => count + 1);
        FailIfTold();
        await foreach (var record in inner.RangeAsync(table, partition, range, cancel))
        {
            yield return record;
        }
    }

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) =>
        inner.WriteAsync(table, partition, changes, cancel);

    private void FailIfTold()
    {
        if (Fails)
        {
            throw new StorageUnavailableException("Switched off by the test.");
        }
    }
}
