using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using See360.Core.Storage;

namespace See360.Testing;

/// <summary>Counts what is read and written, and fails reads when told to.</summary>
public sealed class CountingStore(IRecordStore inner) : IRecordStore
{
    private readonly ConcurrentDictionary<string, StoreOperations> _tables = new();

    public bool Fails { get; set; }

    /// <summary>Told of the table after each write.</summary>
    public Action<string> AfterWrite { get; set; } = _ => { };

    /// <summary>Awaited before each read of one record.</summary>
    public Func<string, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public int Reads => Operations.Reads;

    public int Ranges => Operations.Ranges;

    /// <summary>All so far.</summary>
    public StoreOperations Operations => _tables.Values.Aggregate(default(StoreOperations), (sum, table) => sum + table);

    /// <summary>All so far, by table.</summary>
    public IReadOnlyDictionary<string, StoreOperations> ByTable => new Dictionary<string, StoreOperations>(_tables);

    public int RangesOf(string table) => _tables.GetValueOrDefault(table).Ranges;

    public async Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
    {
        Count(table, new StoreOperations(Reads: 1));
        FailIfTold();
        await BeforeRead(table);
        return await inner.ReadAsync(table, partition, row, cancel);
    }

    public async IAsyncEnumerable<StoredRecord> RangeAsync(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Count(table, new StoreOperations(Ranges: 1));
        FailIfTold();
        await foreach (var record in inner.RangeAsync(table, partition, range, cancel))
        {
            Count(table, new StoreOperations(RangeRecords: 1));
            yield return record;
        }
    }

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        Count(table, new StoreOperations(Batches: 1, Writes: changes.Count));
        var result = await inner.WriteAsync(table, partition, changes, cancel);
        AfterWrite(table);
        return result;
    }

    private void Count(string table, StoreOperations one) => _tables.AddOrUpdate(table, one, (_, sum) => sum + one);

    private void FailIfTold()
    {
        if (Fails)
        {
            throw new StorageUnavailableException("Switched off by the test.");
        }
    }
}

/// <summary>What was asked of a store.</summary>
/// <param name="Ranges">Ranges begun.</param>
/// <param name="RangeRecords">Records that they gave.</param>
/// <param name="Batches">Writes asked for: one request each.</param>
/// <param name="Writes">Records in them.</param>
public readonly record struct StoreOperations(int Reads = 0, int Ranges = 0, int RangeRecords = 0, int Batches = 0, int Writes = 0)
{
    public static StoreOperations operator +(StoreOperations a, StoreOperations b) =>
        new(a.Reads + b.Reads, a.Ranges + b.Ranges, a.RangeRecords + b.RangeRecords, a.Batches + b.Batches, a.Writes + b.Writes);

    public static StoreOperations operator -(StoreOperations a, StoreOperations b) =>
        new(a.Reads - b.Reads, a.Ranges - b.Ranges, a.RangeRecords - b.RangeRecords, a.Batches - b.Batches, a.Writes - b.Writes);
}
