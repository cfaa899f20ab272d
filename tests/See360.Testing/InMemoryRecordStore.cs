using System.Globalization;
using System.Runtime.CompilerServices;
using See360.Core.Storage;

namespace See360.Testing;

/// <summary>The record port as simply as it can be said: the model that real stores are compared with, and what
/// unit tests of features run on.</summary>
public sealed class InMemoryRecordStore : IRecordStore, IRecordPartitions
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Table, string Partition), SortedList<string, StoredRecord>> _partitions = [];
    private long _version;

    /// <summary>Set to make every write fail as a full disk does.</summary>
    public bool Unavailable { get; set; }

    /// <summary>How many writes (batches) were asked for.</summary>
    public int Writes { get; private set; }

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            return Task.FromResult(Rows(table, partition).GetValueOrDefault(row));
        }
    }

    public async IAsyncEnumerable<StoredRecord> RangeAsync(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        StoredRecord[] rows;
        lock (_lock)
        {
            rows =
            [
                .. Rows(table, partition).Values
                    .Where(r => range.From is null || string.CompareOrdinal(r.Row, range.From) >= 0)
                    .Where(r => range.Before is null || string.CompareOrdinal(r.Row, range.Before) < 0)
                    .Take(range.Take ?? int.MaxValue),
            ];
        }

        await Task.CompletedTask;
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        RecordBatch.Check(table, partition, changes);
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Writes++;
            if (Unavailable)
            {
                throw new StorageUnavailableException("Switched off by the test.");
            }

            var rows = Rows(table, partition);
            for (var i = 0; i < changes.Count; i++)
            {
                if (!Fits(rows, changes[i]))
                {
                    return Task.FromResult(WriteResult.Conflict(i));
                }
            }

            return Task.FromResult(WriteResult.Success([.. changes.Select(c => Apply(rows, partition, c))]));
        }
    }

    public async IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        string[] names;
        lock (_lock)
        {
            names = [.. _partitions.Keys.Where(p => p.Table == table && p.Partition.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p.Partition)];
        }

        await Task.CompletedTask;
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    private static bool Fits(SortedList<string, StoredRecord> rows, RecordChange change)
    {
        var present = rows.GetValueOrDefault(change.Row);
        return change switch
        {
            RecordChange.Insert => present is null,
            RecordChange.Replace replace => present?.Version == replace.Version,
            RecordChange.Delete delete => present?.Version == delete.Version,
            _ => throw new ArgumentException("Unknown change."),
        };
    }

    private string Apply(SortedList<string, StoredRecord> rows, string partition, RecordChange change)
    {
        if (change is RecordChange.Delete)
        {
            rows.Remove(change.Row);
            return "";
        }

        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        rows[change.Row] = new StoredRecord(partition, change.Row, RecordBatch.Body(change).ToArray(), version);
        return version;
    }

    private SortedList<string, StoredRecord> Rows(string table, string partition)
    {
        if (!_partitions.TryGetValue((table, partition), out var rows))
        {
            _partitions[(table, partition)] = rows = new SortedList<string, StoredRecord>(StringComparer.Ordinal);
        }

        return rows;
    }
}
