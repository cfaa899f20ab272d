using System.Runtime.CompilerServices;

namespace See360.Core.Storage;

/// <summary>A record as its feature sees it, with the version that a replace must name.</summary>
public sealed record Versioned<T>(T Value, string Row, string Version);

/// <summary>One record kind: a table of the store whose bodies are JSON of <typeparamref name="T"/>.</summary>
public sealed class Table<T>(IRecordStore store, string name)
    where T : class
{
    public string Name => name;

    public async Task<Versioned<T>?> ReadAsync(string partition, string row, CancellationToken cancel = default)
    {
        var stored = await store.ReadAsync(name, partition, row, cancel);
        return stored is null ? null : Open(stored);
    }

    public async IAsyncEnumerable<Versioned<T>> RangeAsync(
        string partition, RowRange range = default, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var stored in store.RangeAsync(name, partition, range, cancel))
        {
            yield return Open(stored);
        }
    }

    /// <summary>As stored: for whoever reads many and needs little of each, or nothing of those that it knows.</summary>
    public IAsyncEnumerable<StoredRecord> StoredRangeAsync(string partition, RowRange range = default, CancellationToken cancel = default) =>
        store.RangeAsync(name, partition, range, cancel);

    /// <summary>As stored.</summary>
    public Task<StoredRecord?> ReadStoredAsync(string partition, string row, CancellationToken cancel = default) =>
        store.ReadAsync(name, partition, row, cancel);

    public async Task<List<T>> ListAsync(string partition, RowRange range = default, CancellationToken cancel = default)
    {
        var values = new List<T>();
        await foreach (var item in RangeAsync(partition, range, cancel))
        {
            values.Add(item.Value);
        }

        return values;
    }

    /// <summary>Up to 100 changes in one partition, all or none.</summary>
    public Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) =>
        store.WriteAsync(name, partition, changes, cancel);

    /// <returns>False if the row exists already.</returns>
    public async Task<bool> InsertAsync(string partition, string row, T value, CancellationToken cancel = default) =>
        (await WriteAsync(partition, [Insert(row, value)], cancel)).Written;

    /// <returns>False if the row has changed since it was read.</returns>
    public async Task<bool> ReplaceAsync(string partition, Versioned<T> read, T value, CancellationToken cancel = default) =>
        (await WriteAsync(partition, [Replace(read, value)], cancel)).Written;

    /// <summary>Reads, changes and writes one record, again and again until nobody else was in between.</summary>
    /// <param name="change">From the present value (null: no record) to the wanted one; null or the same object
    /// leaves everything as it is. Called once per try, so it must not have effects of its own.</param>
    /// <returns>What is stored afterwards.</returns>
    public async Task<T?> UpdateAsync(string partition, string row, Func<T?, T?> change, CancellationToken cancel = default)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = await ReadAsync(partition, row, cancel);
            var value = change(read?.Value);
            if (value is null || ReferenceEquals(value, read?.Value))
            {
                return read?.Value;
            }

            var written = read is null
                ? await InsertAsync(partition, row, value, cancel)
                : await ReplaceAsync(partition, read, value, cancel);
            if (written)
            {
                return value;
            }
        }
    }

    public static RecordChange Insert(string row, T value) => new RecordChange.Insert(row, RecordJson.Write(value));

    public static RecordChange Replace(Versioned<T> read, T value) =>
        new RecordChange.Replace(read.Row, RecordJson.Write(value), read.Version);

    public static RecordChange Delete(Versioned<T> read) => new RecordChange.Delete(read.Row, read.Version);

    private static Versioned<T> Open(StoredRecord stored) =>
        new(RecordJson.Read<T>(stored.Body.Span), stored.Row, stored.Version);
}
