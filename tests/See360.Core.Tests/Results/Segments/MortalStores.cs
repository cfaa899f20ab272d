using See360.Core.Storage;
using See360.Testing;

namespace See360.Core.Tests.Results.Segments;

/// <summary>Both stores as one process sees them, who dies right after its n-th write or deletion: what was written stays.</summary>
internal sealed class MortalStores(IRecordStore records, IFileStore files) : IRecordStore, IFileStore
{
    private int _left = int.MaxValue;

    /// <summary>How many writes the process has lived through.</summary>
    public int Writes { get; private set; }

    /// <summary>Awaited before each file is written, with its name.</summary>
    public Func<string, Task> BeforeFile { get; set; } = _ => Task.CompletedTask;

    public void DieAfter(int writes) => (_left, Writes) = (writes, 0);

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
        records.ReadAsync(table, partition, row, cancel);

    public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
        records.RangeAsync(table, partition, range, cancel);

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        var result = await records.WriteAsync(table, partition, changes, cancel);
        DieIfTold();
        return result;
    }

    public async Task WriteAsync(string name, Stream content, CancellationToken cancel = default)
    {
        await BeforeFile(name);
        await files.WriteAsync(name, content, cancel);
        DieIfTold();
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel = default) => files.OpenAsync(name, cancel);

    public async Task DeleteAsync(string name, CancellationToken cancel = default)
    {
        await files.DeleteAsync(name, cancel);
        DieIfTold();
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancel = default) => files.ListAsync(prefix, cancel);

    private void DieIfTold()
    {
        Writes++;
        if (Writes >= _left)
        {
            throw new DeathException();
        }
    }
}
