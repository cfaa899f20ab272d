using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>A pooled connection that reads.</summary>
internal sealed class SqliteReader : IDisposable
{
    // A page of a range: enough to make the round trip cheap, little enough to hold in memory.
    private const int PageRows = 500;
    private const int PageBytes = 1024 * 1024;

    /// <summary>Sorts before and after every row, whose characters are ' ' to '~'.</summary>
    private const string BelowAll = " ";
    private const string AboveAll = "\u007f";

    private const string Partition = "partition_id = (SELECT id FROM partitions WHERE table_name = ?1 AND partition = ?2)";

    private readonly SqliteSession _session;
    private readonly SqliteStatement _one;
    private readonly SqliteStatement _from;
    private readonly SqliteStatement _after;
    private readonly SqliteStatement _partitions;

    public SqliteReader(SqliteSession session)
    {
        _session = session;
        _one = session.Prepare($"SELECT version, body FROM records WHERE {Partition} AND row = ?3");
        _from = session.Prepare($"SELECT row, version, body FROM records WHERE {Partition} AND row >= ?3 AND row < ?4 ORDER BY row LIMIT ?5");
        _after = session.Prepare($"SELECT row, version, body FROM records WHERE {Partition} AND row > ?3 AND row < ?4 ORDER BY row LIMIT ?5");
        _partitions = session.Prepare("SELECT partition FROM partitions WHERE table_name = ?1 AND partition >= ?2 AND partition < ?3 ORDER BY partition LIMIT ?4");
    }

    public StoredRecord? Read(string table, string partition, string row)
    {
        try
        {
            return _one.Bind(1, table).Bind(2, partition).Bind(3, row).Step()
                ? new StoredRecord(partition, row, _one.Blob(1), SqliteVersion.Write(_one.Integer(0)))
                : null;
        }
        finally
        {
            _one.Reset();
        }
    }

    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <returns>The page, and whether there may be another.</returns>
    public (List<StoredRecord> Records, bool More) Page(string table, string partition, RowRange range, string? after, int left)
    {
        var statement = after is null ? _from : _after;
        var rows = Math.Min(left, PageRows);
        var page = new List<StoredRecord>();
        var bytes = 0;
        try
        {
            statement.Bind(1, table).Bind(2, partition).Bind(3, after ?? NonEmpty(range.From, BelowAll)).Bind(4, range.Before ?? AboveAll).Bind(5, rows);
            while (bytes < PageBytes && statement.Step())
            {
                var record = new StoredRecord(partition, statement.Text(0), statement.Blob(2), SqliteVersion.Write(statement.Integer(1)));
                page.Add(record);
                bytes += record.Body.Length;
            }

            return (page, bytes >= PageBytes || page.Count == rows);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <returns>The next names of partitions from this one on; fewer than a page if there are no more.</returns>
    public List<string> Partitions(string table, string from, string before)
    {
        var names = new List<string>();
        try
        {
            _partitions.Bind(1, table).Bind(2, from).Bind(3, before).Bind(4, PageRows);
            while (_partitions.Step())
            {
                names.Add(_partitions.Text(0));
            }

            return names;
        }
        finally
        {
            _partitions.Reset();
        }
    }

    public void Dispose() => _session.Dispose();

    private static string NonEmpty(string? text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;
}
