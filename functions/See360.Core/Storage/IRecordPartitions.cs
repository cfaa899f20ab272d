namespace See360.Core.Storage;

/// <summary>Which partitions a table has: for what moves or compares a whole institute. No feature asks, because the answer grows
/// with an institute's age: a feature names its partitions.</summary>
public interface IRecordPartitions
{
    /// <summary>The partitions that begin with the prefix (not empty), in ordinal order; perhaps some that have become empty.</summary>
    IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, CancellationToken cancel = default);
}
