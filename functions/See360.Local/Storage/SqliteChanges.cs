using System.Globalization;
using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>Applies batches inside the writer's open transaction, each all or none.</summary>
internal sealed class SqliteChanges(SqliteSession session)
{
    private const int MaxKnownPartitions = 10_000;

    private readonly SqliteStatement _lastVersion = session.Prepare("SELECT last FROM versions WHERE id = 1");
    private readonly SqliteStatement _setLastVersion = session.Prepare("UPDATE versions SET last = ?1 WHERE id = 1");
    private readonly SqliteStatement _findPartition = session.Prepare("SELECT id FROM partitions WHERE table_name = ?1 AND partition = ?2");
    private readonly SqliteStatement _addPartition = session.Prepare("INSERT INTO partitions (table_name, partition) VALUES (?1, ?2) RETURNING id");
    private readonly SqliteStatement _insert = session.Prepare(
        "INSERT INTO records (partition_id, row, version, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    private readonly SqliteStatement _replace = session.Prepare(
        "UPDATE records SET version = ?3, body = ?4 WHERE partition_id = ?1 AND row = ?2 AND version = ?5");
    private readonly SqliteStatement _delete = session.Prepare("DELETE FROM records WHERE partition_id = ?1 AND row = ?2 AND version = ?3");
    private readonly SqliteStatement _savepoint = session.Prepare("SAVEPOINT batch");
    private readonly SqliteStatement _release = session.Prepare("RELEASE batch");
    private readonly SqliteStatement _rollBackTo = session.Prepare("ROLLBACK TO batch");
    private readonly Dictionary<(string Table, string Partition), long> _partitions = [];
    private long _begunAt;
    private long _version;

    /// <summary>Another process may have given versions since the last transaction.</summary>
    public void Begin() => _begunAt = _version = Single(_lastVersion);

    public void End()
    {
        if (_version != _begunAt)
        {
            _setLastVersion.Bind(1, _version).Run();
        }
    }

    /// <summary>To be called after a rollback: partitions that were numbered in it are not there.</summary>
    public void Forget() => _partitions.Clear();

    public WriteResult Apply(PendingWrite write)
    {
        if (PartitionOf(write) is not { } partition)
        {
            // Nothing is stored here, so what wants to change something does not fit.
            return WriteResult.Conflict(FirstThatNeedsARecord(write.Changes));
        }

        if (write.Changes.Count == 1)
        {
            return TryApply(partition, write.Changes[0]) is { } version ? WriteResult.Success([version]) : WriteResult.Conflict(0);
        }

        _savepoint.Run();
        var versions = new string[write.Changes.Count];
        for (var i = 0; i < versions.Length; i++)
        {
            if (TryApply(partition, write.Changes[i]) is not { } version)
            {
                _rollBackTo.Run();
                _release.Run();
                return WriteResult.Conflict(i);
            }

            versions[i] = version;
        }

        _release.Run();
        return WriteResult.Success(versions);
    }

    /// <returns>The new version (empty for a delete), or null if the change does not fit.</returns>
    private string? TryApply(long partition, RecordChange change)
    {
        switch (change)
        {
            case RecordChange.Insert insert:
                _insert.Bind(1, partition).Bind(2, insert.Row).Bind(3, ++_version).Bind(4, insert.Body.Span);
                return _insert.Run() == 1 ? SqliteVersion.Write(_version) : null;
            case RecordChange.Replace replace:
                _replace.Bind(1, partition).Bind(2, replace.Row).Bind(3, ++_version).Bind(4, replace.Body.Span).Bind(5, SqliteVersion.Read(replace.Version));
                return _replace.Run() == 1 ? SqliteVersion.Write(_version) : null;
            case RecordChange.Delete delete:
                _delete.Bind(1, partition).Bind(2, delete.Row).Bind(3, SqliteVersion.Read(delete.Version));
                return _delete.Run() == 1 ? "" : null;
            default:
                throw new ArgumentException("Unknown change.");
        }
    }

    private long? PartitionOf(PendingWrite write)
    {
        var key = (write.Table, write.Partition);
        if (_partitions.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_partitions.Count >= MaxKnownPartitions)
        {
            _partitions.Clear();
        }

        var found = TrySingle(_findPartition.Bind(1, write.Table).Bind(2, write.Partition));
        if (found is null && FirstThatNeedsARecord(write.Changes) < 0)
        {
            found = Single(_addPartition.Bind(1, write.Table).Bind(2, write.Partition));
        }

        if (found is { } id)
        {
            _partitions[key] = id;
        }

        return found;
    }

    private static int FirstThatNeedsARecord(IReadOnlyList<RecordChange> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i] is not RecordChange.Insert)
            {
                return i;
            }
        }

        return -1;
    }

    private static long Single(SqliteStatement statement) =>
        TrySingle(statement) ?? throw new InvalidOperationException("The database lacks its row of versions.");

    private static long? TrySingle(SqliteStatement statement)
    {
        try
        {
            return statement.Step() ? statement.Integer(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}

/// <summary>Versions are whole numbers inside and text outside.</summary>
internal static class SqliteVersion
{
    /// <summary>No record has it.</summary>
    private const long None = -1;

    public static string Write(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text that <see cref="Write"/> would not have written is the version of no record.</summary>
    public static long Read(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && version[0] != '0' ? number : None;
}
