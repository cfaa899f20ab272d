using See360.Core.Storage;

namespace See360.Move;

/// <summary>Stands for what has not been made yet, when nothing is to be made.</summary>
internal sealed class NothingStored : IRecordStore, IRecordPartitions, IFileStore
{
    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) => Task.FromResult<StoredRecord?>(null);

    public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
        AsyncEnumerable.Empty<StoredRecord>();

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) => throw Never();

    public IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, CancellationToken cancel = default) => AsyncEnumerable.Empty<string>();

    public Task WriteAsync(string name, Stream content, CancellationToken cancel = default) => throw Never();

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel = default) => Task.FromResult<Stream?>(null);

    public Task DeleteAsync(string name, CancellationToken cancel = default) => throw Never();

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancel = default) => AsyncEnumerable.Empty<string>();

    private static InvalidOperationException Never() => new("Nothing is to be written here.");
}
