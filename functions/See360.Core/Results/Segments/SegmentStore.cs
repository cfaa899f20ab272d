using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;
using See360.Core.Storage;

namespace See360.Core.Results.Segments;

/// <summary>Segments as they are stored: what is folded, and the files.</summary>
internal sealed partial class SegmentStore(SegmentRecords records, IFileStore files, ILogger log)
{
    /// <summary>How often a month is looked at again whose file has gone in the moment of reading.</summary>
    private const int Tries = 3;

    /// <summary>What is folded, by month.</summary>
    public async Task<Dictionary<string, Versioned<ResultSegment>>> AllAsync(InstituteId institute, CancellationToken cancel)
    {
        var all = new Dictionary<string, Versioned<ResultSegment>>();
        await foreach (var month in records.Segments.RangeAsync(SegmentRecords.Partition(institute), default, cancel))
        {
            all[month.Row] = month;
        }

        return all;
    }

    /// <returns>The folded cycles of a month; none if its file is damaged, which is then reported and dropped, so that it is folded anew.</returns>
    public Task<IReadOnlyDictionary<CycleId, CycleBlocks>> FactsAsync(
        InstituteId institute, Versioned<ResultSegment> month, SheetPlans plans, FactNames names, CancellationToken cancel) =>
        ReadAsync(institute, month, segment => segment.Facts, file => FactsFile.ReadAsync(file, plans, names, cancel), cancel);

    /// <summary>As <see cref="FactsAsync"/>.</summary>
    public Task<IReadOnlyDictionary<CycleId, TableComment[]>> CommentsAsync(
        InstituteId institute, Versioned<ResultSegment> month, SheetPlans plans, CancellationToken cancel) =>
        ReadAsync(institute, month, segment => segment.Comments, file => CommentsFile.ReadAsync(file, plans, cancel), cancel);

    public async Task<SegmentFile> WriteAsync(string name, byte[] file, CancellationToken cancel)
    {
        await files.WriteAsync(name, new MemoryStream(file, writable: false), cancel);
        return new SegmentFile(name, Hash(file));
    }

    /// <summary>A month that was taken for complete has a cycle that is not folded.</summary>
    public Task ReopenAsync(InstituteId institute, Versioned<ResultSegment> month, CancellationToken cancel) =>
        records.Segments.ReplaceAsync(SegmentRecords.Partition(institute), month, month.Value with { Complete = false }, cancel);

    public async Task DeleteAsync(ResultSegment? segment, CancellationToken cancel)
    {
        foreach (var file in (SegmentFile?[])[segment?.Facts, segment?.Comments])
        {
            if (file is not null)
            {
                await files.DeleteAsync(file.Name, cancel);
            }
        }
    }

    private async Task<IReadOnlyDictionary<CycleId, T>> ReadAsync<T>(
        InstituteId institute, Versioned<ResultSegment> month, Func<ResultSegment, SegmentFile?> part, Func<byte[], Task<IReadOnlyDictionary<CycleId, T>>> read,
        CancellationToken cancel)
    {
        var now = month;
        for (var tried = 0; part(now.Value) is { } file; tried++)
        {
            var (found, damage, outdated) = await TryAsync(now.Value, file, read, cancel);
            if (found is not null)
            {
                return found;
            }

            // It may have been replaced, and deleted, since the month was read.
            var then = await records.Segments.ReadAsync(SegmentRecords.Partition(institute), month.Row, cancel);
            if (then is null)
            {
                break;
            }

            if (then.Version == now.Version || tried == Tries)
            {
                Report(institute, month.Row, damage, outdated);
                if (await records.Segments.ReplaceAsync(SegmentRecords.Partition(institute), then, then.Value.Dropped(), cancel))
                {
                    await DeleteAsync(then.Value, cancel);
                }

                break;
            }

            now = then;
        }

        return new Dictionary<CycleId, T>();
    }

    /// <returns>What was read, or what is wrong with it.</returns>
    private async Task<(IReadOnlyDictionary<CycleId, T>? Found, string Damage, bool Outdated)> TryAsync<T>(
        ResultSegment segment, SegmentFile file, Func<byte[], Task<IReadOnlyDictionary<CycleId, T>>> read, CancellationToken cancel)
    {
        await using var stream = await files.OpenAsync(file.Name, cancel);
        if (stream is null)
        {
            return (null, "it is missing", false);
        }

        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        var content = bytes.ToArray();
        if (Hash(content) != file.Hash)
        {
            return (null, "it has another checksum", false);
        }

        try
        {
            var found = await read(content);
            return segment.Cycles.All(found.ContainsKey) && found.Count == segment.Cycles.Count ? (found, "", false) : (null, "it holds other cycles", false);
        }
        catch (SegmentDamagedException e)
        {
            return (null, e.Message, e.Outdated);
        }
    }

    private void Report(InstituteId institute, string month, string damage, bool outdated)
    {
        if (outdated)
        {
            LogOutdated(log, institute, month);
        }
        else
        {
            LogDamaged(log, institute, month, damage);
        }
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>Operations is alerted by this event's name.</summary>
    [LoggerMessage(EventName = "SegmentDamaged", Level = LogLevel.Error, Message = "A segment of {Institute} {Month} can't be used and is made anew of the records: {Damage}")]
    private static partial void LogDamaged(ILogger log, InstituteId institute, string month, string damage);

    [LoggerMessage(Level = LogLevel.Information, Message = "A segment of {Institute} {Month} is of another version of the program and is made anew of the records")]
    private static partial void LogOutdated(ILogger log, InstituteId institute, string month);
}
