using System.Text;
using SQLitePCL;

namespace See360.Local.Storage;

/// <summary>A prepared statement. Reset after use, so that no read transaction stays open.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        var code = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement);
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.From(database, code);
        }
    }

    public SqliteStatement Bind(int index, long value)
    {
        Verify(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, string text)
    {
        Span<byte> utf8 = stackalloc byte[512];
        if (!Encoding.UTF8.TryGetBytes(text, utf8, out var length))
        {
            Verify(raw.sqlite3_bind_text(_statement, index, Encoding.UTF8.GetBytes(text)));
            return this;
        }

        Verify(raw.sqlite3_bind_text(_statement, index, utf8[..length]));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> blob)
    {
        // An empty span would be bound as NULL.
        Verify(blob.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, blob));
        return this;
    }

    /// <summary>Goes to the next row of the result.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw SqliteErrors.From(_database, code),
        };
    }

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>Runs a statement that changes rows, and makes it ready for the next use.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <remarks>The code returned repeats that of the last step, which has been thrown already.</remarks>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Verify(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.From(_database, code);
        }
    }
}
