using System.Security.Cryptography;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Move;

/// <summary>Goes over all that two editions have of one institute, in order and a page at a time: compares, and, if it is to
/// write, makes the target equal to the source.</summary>
/// <remarks>The institute's own record comes last and goes first: who has only half an institute does not have it, nothing
/// works on it, and the next move goes on.</remarks>
internal sealed class InstituteWalk(Edition source, Edition target, InstituteId institute, bool writes)
{
    public const string Files = "files";

    private static readonly string _institutes = new InstituteRecords(new NothingStored()).Institutes.Name;

    /// <param name="done">Told of each kind when it is through.</param>
    public async Task<Comparison> RunAsync(Action<Comparison.Kind>? done = null, CancellationToken cancel = default)
    {
        var found = new Comparison();
        if (writes && await target.Records.ReadAsync(_institutes, InstituteRecords.Partition, institute.ToString(), cancel) is { } present)
        {
            await WriteAsync(_institutes, InstituteRecords.Partition, [new RecordChange.Delete(present.Row, present.Version)], cancel);
        }

        await FilesAsync(found, found.Begin(Files), cancel);
        done?.Invoke(found.Kinds[^1]);
        foreach (var table in RecordTables.All.Where(t => t != _institutes))
        {
            var kind = found.Begin(table);
            await PartitionAsync(found, kind, table, institute.ToString(), RowRange.All, cancel);
            await foreach (var (left, right) in SideBySide.WalkAsync(Partitions(source, table, cancel), Partitions(target, table, cancel), name => name))
            {
                await PartitionAsync(found, kind, table, left ?? right!, RowRange.All, cancel);
            }

            done?.Invoke(kind);
        }

        var own = new RowRange(institute.ToString(), institute + RecordKey.Smallest);
        await PartitionAsync(found, found.Begin(_institutes), _institutes, InstituteRecords.Partition, own, cancel);
        done?.Invoke(found.Kinds[^1]);
        return found;
    }

    private IAsyncEnumerable<string> Partitions(Edition edition, string table, CancellationToken cancel) =>
        edition.Partitions.PartitionsAsync(table, institute + "|", cancel);

    private async Task PartitionAsync(Comparison found, Comparison.Kind kind, string table, string partition, RowRange range, CancellationToken cancel)
    {
        var changes = RecordPairsAsync(found, kind, table, partition, range, cancel);
        var batch = new List<RecordChange>();
        var bytes = 0;
        await foreach (var change in changes)
        {
            var length = RecordBatch.Body(change).Length;
            if (batch.Count == IRecordStore.MaxBatch || bytes + length > IRecordStore.MaxBatchBytes)
            {
                await WriteAsync(table, partition, batch, cancel);
                (batch, bytes) = ([], 0);
            }

            batch.Add(change);
            bytes += length;
        }

        if (batch.Count > 0)
        {
            await WriteAsync(table, partition, batch, cancel);
        }
    }

    /// <returns>What the target lacks; nothing if nothing is to be written.</returns>
    private async IAsyncEnumerable<RecordChange> RecordPairsAsync(
        Comparison found, Comparison.Kind kind, string table, string partition, RowRange range,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var sources = source.Records.RangeAsync(table, partition, range, cancel);
        var targets = target.Records.RangeAsync(table, partition, range, cancel);
        await foreach (var (left, right) in SideBySide.WalkAsync(sources, targets, record => record.Row))
        {
            var same = left is not null && right is not null && left.Body.Span.SequenceEqual(right.Body.Span);
            kind.Count(left is not null, right is not null, same);
            if (left is not null)
            {
                found.Source.Add(table, left);
            }

            if (right is not null)
            {
                found.Target.Add(table, right);
            }

            if (writes && !same)
            {
                yield return left is null ? new RecordChange.Delete(right!.Row, right.Version)
                    : right is null ? new RecordChange.Insert(left.Row, left.Body)
                    : new RecordChange.Replace(left.Row, left.Body, right.Version);
            }
        }
    }

    private async Task WriteAsync(string table, string partition, List<RecordChange> batch, CancellationToken cancel)
    {
        if (!(await target.Records.WriteAsync(table, partition, batch, cancel)).Written)
        {
            throw new InvalidOperationException("Somebody else writes to the target. Stop it first.");
        }
    }

    private async Task FilesAsync(Comparison found, Comparison.Kind kind, CancellationToken cancel)
    {
        var (sources, targets) = (source.Files.ListAsync(institute + "/", cancel), target.Files.ListAsync(institute + "/", cancel));
        await foreach (var (left, right) in SideBySide.WalkAsync(sources, targets, name => name))
        {
            var theirs = left is null ? null : await HashAsync(source, left, cancel);
            var ours = right is null ? null : await HashAsync(target, right, cancel);
            var same = theirs is not null && ours is not null && theirs.AsSpan().SequenceEqual(ours);
            kind.Count(left is not null, right is not null, same);
            if (theirs is not null)
            {
                found.Source.Add(left!, theirs);
            }

            if (ours is not null)
            {
                found.Target.Add(right!, ours);
            }

            if (writes && !same)
            {
                await FileAsync(left, right, cancel);
            }
        }
    }

    private async Task FileAsync(string? left, string? right, CancellationToken cancel)
    {
        if (left is null)
        {
            await target.Files.DeleteAsync(right!, cancel);
            return;
        }

        await using var content = await source.Files.OpenAsync(left, cancel) ?? throw new InvalidOperationException("A file of the source has gone. Stop it first.");
        await target.Files.WriteAsync(left, content, cancel);
    }

    private static async Task<byte[]?> HashAsync(Edition edition, string name, CancellationToken cancel)
    {
        await using var content = await edition.Files.OpenAsync(name, cancel);
        return content is null ? null : await SHA256.HashDataAsync(content, cancel);
    }
}
