namespace See360.Core.Storage;

/// <summary>What every store checks of a batch before it touches anything, so that what one store takes, all take.</summary>
public static class RecordBatch
{
    /// <exception cref="ArgumentException">No store can hold this batch: a key, a body or the number of changes is
    /// out of bounds, or a row is named twice.</exception>
    public static void Check(string table, string partition, IReadOnlyList<RecordChange> changes)
    {
        CheckTable(table);
        RecordKey.Check(partition);
        ArgumentOutOfRangeException.ThrowIfZero(changes.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(changes.Count, IRecordStore.MaxBatch);
        var bytes = 0L;
        foreach (var change in changes)
        {
            RecordKey.Check(change.Row);
            bytes += Body(change).Length;
            if (Body(change).Length > IRecordStore.MaxBodyBytes)
            {
                throw new ArgumentException($"A body has at most {IRecordStore.MaxBodyBytes} bytes, this one has {Body(change).Length}.");
            }
        }

        if (bytes > IRecordStore.MaxBatchBytes)
        {
            throw new ArgumentException($"The bodies of a batch have at most {IRecordStore.MaxBatchBytes} bytes together, these have {bytes}.");
        }

        if (changes.Count > 1 && HasTwins(changes))
        {
            throw new ArgumentException("A row is named twice in one batch.");
        }
    }

    /// <summary>In their order, as many together as one batch takes: for changes that need not be carried out all or none.</summary>
    public static IEnumerable<IReadOnlyList<(T Item, RecordChange Change)>> Split<T>(IEnumerable<T> items, Func<T, RecordChange> change)
    {
        var batch = new List<(T, RecordChange)>();
        var bytes = 0L;
        foreach (var item in items)
        {
            var next = change(item);
            if (batch.Count == IRecordStore.MaxBatch || (batch.Count > 0 && bytes + Body(next).Length > IRecordStore.MaxBatchBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add((item, next));
            bytes += Body(next).Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>What the change would store; empty for a delete.</summary>
    public static ReadOnlyMemory<byte> Body(RecordChange change) => change switch
    {
        RecordChange.Insert insert => insert.Body,
        RecordChange.Replace replace => replace.Body,
        RecordChange.Delete => default,
        _ => throw new ArgumentException("Unknown change."),
    };

    private static bool HasTwins(IReadOnlyList<RecordChange> changes)
    {
        var rows = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        return changes.Any(change => !rows.Add(change.Row));
    }

    /// <remarks>Table Storage's rule for names.</remarks>
    private static void CheckTable(string table)
    {
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("A table's name has 3 to 63 letters and digits and begins with a letter.");
        }
    }
}
