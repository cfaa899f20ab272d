using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using See360.Core.Storage;

namespace See360.Azure.Storage;

/// <summary>Records in Table Storage: a table a record kind, the keys as Core decides them, a batch as one entity group
/// transaction. A table is made when it is first written to.</summary>
/// <param name="service">Its own retries must be off (<see cref="StorageClients"/>): a write that is repeated must be known as such.</param>
/// <param name="prefix">Before each table's name; tests use one of their own.</param>
public sealed class TableRecordStore(TableServiceClient service, StorageAttempts attempts, string prefix = "") : IRecordStore, IRecordPartitions
{
    /// <summary>The most entities that one request answers with.</summary>
    private const int PageSize = 1000;

    private readonly ConcurrentDictionary<string, TableClient> _tables = new(StringComparer.Ordinal);

    public async Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
    {
        if (!RecordKey.IsKey(partition) || !RecordKey.IsKey(row))
        {
            return null;
        }

        var found = await attempts.RunAsync(_ => Client(table).GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel), cancel);
        return found.HasValue ? RecordEntity.Read(found.Value!) : null;
    }

    public async IAsyncEnumerable<StoredRecord> RangeAsync(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var left = range.Take ?? int.MaxValue;
        var from = range.From;
        while (left > 0)
        {
            var page = await PageAsync(table, partition, range with { From = from }, Math.Min(left, PageSize), cancel);
            foreach (var record in page.Records)
            {
                cancel.ThrowIfCancellationRequested();
                yield return record;
                left--;
                from = record.Row + RecordKey.Smallest;
            }

            if (!page.HasMore)
            {
                yield break;
            }
        }
    }

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        RecordBatch.Check(table, partition, changes);
        var write = new TableWrite(Client(table), partition, changes);
        return await attempts.RunAsync(write.TryAsync, cancel);
    }

    /// <remarks>Table Storage does not list partitions: the first entity behind the last one names the next, a request for each.</remarks>
    public async IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var before = RowRange.Prefix(prefix).Before;
        for (var next = await NextPartitionAsync(table, prefix, before!, cancel);
            next is not null;
            next = await NextPartitionAsync(table, next + RecordKey.Smallest, before!, cancel))
        {
            yield return next;
        }
    }

    private Task<string?> NextPartitionAsync(string table, string from, string before, CancellationToken cancel) => attempts.RunAsync(
        async _ =>
        {
            try
            {
                var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}");
                await foreach (var entity in Client(table).QueryAsync<TableEntity>(filter, 1, ["PartitionKey"], cancel))
                {
                    return entity.PartitionKey;
                }
            }
            catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
            {
                // Nothing of this kind has been written yet.
            }

            return null;
        },
        cancel);

    /// <summary>The next rows in order. Table Storage may answer with fewer than asked for, or none, and a place to go on.</summary>
    private Task<(List<StoredRecord> Records, bool HasMore)> PageAsync(
        string table, string partition, RowRange range, int most, CancellationToken cancel) => attempts.RunAsync(
        async _ =>
        {
            var records = new List<StoredRecord>();
            try
            {
                await foreach (var page in Client(table).QueryAsync<TableEntity>(Filter(partition, range), most, cancellationToken: cancel).AsPages())
                {
                    records.AddRange(page.Values.Take(most - records.Count).Select(RecordEntity.Read));
                    var hasMore = page.ContinuationToken is not null;
                    if (records.Count > 0 || !hasMore)
                    {
                        return (records, hasMore);
                    }
                }
            }
            catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
            {
                // Nothing of this kind has been written yet.
            }

            return (records, false);
        },
        cancel);

    private static string Filter(string partition, RowRange range)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        filter += range.From is null ? "" : " and " + TableClient.CreateQueryFilter($"RowKey ge {range.From}");
        return filter + (range.Before is null ? "" : " and " + TableClient.CreateQueryFilter($"RowKey lt {range.Before}"));
    }

    private TableClient Client(string table) => _tables.GetOrAdd(table, name => service.GetTableClient(prefix + name));
}
