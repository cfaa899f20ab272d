using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Move;

/// <summary>One side of a move.</summary>
/// <param name="Key">The master key, where there is one.</param>
/// <param name="KeepKey">Takes over the other side's, where that can be done from here.</param>
internal sealed record Edition(
    IRecordStore Records, IRecordPartitions Partitions, IFileStore Files, byte[]? Key, Action<byte[]>? KeepKey, Action Close) : IDisposable
{
    public InstituteRecords Institutes { get; } = new(Records);

    public static Edition Of<TRecords>(TRecords records, IFileStore files, byte[]? key = null, Action<byte[]>? keepKey = null, Action? close = null)
        where TRecords : IRecordStore, IRecordPartitions => new(records, records, files, key, keepKey, close ?? (() => { }));

    public void Dispose() => Close();
}

/// <summary>Nothing was changed: it may not be done, or not like this.</summary>
internal sealed class MoveRefused(string reason) : Exception(reason);
