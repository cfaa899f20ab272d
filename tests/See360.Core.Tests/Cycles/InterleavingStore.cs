using See360.Core.Storage;

namespace See360.Core.Tests.Cycles;

/// <summary>Lets somebody else act just before or after a write to a table, once: two who work at the same moment, in an order that
/// the test decides.</summary>
public sealed class InterleavingStore(IRecordStore inner) : IRecordStore
{
    private readonly Dictionary<string, Func<Task>> _before = [];
    private readonly Dictionary<string, Func<Task>> _after = [];

    public void Before(string table, Func<Task> act) => _before[table] = act;

    public void After(string table, Func<Task> act) => _after[table] = act;

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
        inner.ReadAsync(table, partition, row, cancel);

    public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
        inner.RangeAsync(table, partition, range, cancel);

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        if (_before.Remove(table, out var first))
        {
            await first();
        }

        var result = await inner.WriteAsync(table, partition, changes, cancel);
        if (_after.Remove(table, out var act))
        {
            await act();
        }

        return result;
    }
}
