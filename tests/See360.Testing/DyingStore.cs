using See360.Core.Storage;

namespace See360.Testing;

public sealed class DeathException : Exception;

/// <summary>A store that dies right after its n-th write (what was written stays), then lives until the next count.</summary>
public sealed class DyingStore(params int[] after) : IRecordStore
{
    private readonly InMemoryRecordStore _store = new();
    private readonly Queue<int> _deaths = new(after);
    private int _left = int.MaxValue;

    public bool HasDied { get; private set; }

    public void Arm() => _left = _deaths.TryDequeue(out var next) ? next : int.MaxValue;

    public void Disarm() => _left = int.MaxValue;

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
        _store.ReadAsync(table, partition, row, cancel);

    public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
        _store.RangeAsync(table, partition, range, cancel);

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        var result = await _store.WriteAsync(table, partition, changes, cancel);
        if (_left != int.MaxValue && --_left == 0)
        {
            HasDied = true;
            Arm();
            throw new DeathException();
        }

        return result;
    }
}
