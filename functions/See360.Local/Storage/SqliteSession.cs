using System.Diagnostics;
using SQLitePCL;

namespace See360.Local.Storage;

/// <summary>One connection to the database file. Used by one thread at a time.</summary>
/// <remarks>On the bare SQLite API: ADO.NET's objects per statement cost more than the statement itself, and its
/// own waiting for locks can't be bounded.</remarks>
internal sealed class SqliteSession : IDisposable
{
    private readonly TimeSpan _lockTimeout;
    private readonly List<SqliteStatement> _statements = [];

    static SqliteSession() => Batteries_V2.Init();

    private SqliteSession(string path, int flags, TimeSpan lockTimeout)
    {
        _lockTimeout = lockTimeout;
        var code = raw.sqlite3_open_v2(path, out var database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        Database = database;
        if (code != raw.SQLITE_OK)
        {
            var error = SqliteErrors.From(database, code);
            database.Dispose();
            throw error;
        }

        // Reads wait only in rare moments (recovery after a crash): SQLite's own waiting is good enough for them.
        raw.sqlite3_busy_timeout(database, (int)lockTimeout.TotalMilliseconds);
    }

    public sqlite3 Database { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(Database) == 0;

    /// <summary>A new file is its owner's alone, whatever folder it lies in; SQLite's other files take over its mode.</summary>
    public static SqliteSession Create(string path, TimeSpan lockTimeout)
    {
        Folder.Reserve(path);
        return new(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, lockTimeout);
    }

    public static SqliteSession OpenForReading(string path, TimeSpan lockTimeout)
    {
        // Not read-only: a reader must be able to make the shared index of the write-ahead log.
        var session = new SqliteSession(path, raw.SQLITE_OPEN_READWRITE, lockTimeout);
        session.Execute("PRAGMA query_only = 1; PRAGMA cache_size = -4096;");
        return session;
    }

    public SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(Database, sql);
        _statements.Add(statement);
        return statement;
    }

    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(Database, sql);
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.From(Database, code);
        }
    }

    public long Scalar(string sql)
    {
        using var statement = new SqliteStatement(Database, sql);
        return statement.Step() ? statement.Integer(0) : throw new InvalidOperationException("The statement has no result.");
    }

    /// <summary>Runs a statement that takes the database's lock, looking again each millisecond: SQLite's own waiting
    /// backs off to 100 ms and would starve beside a process that writes without pause.</summary>
    public void ExecuteWhenFree(string sql)
    {
        raw.sqlite3_busy_timeout(Database, 0);
        try
        {
            var since = Stopwatch.GetTimestamp();
            while (true)
            {
                var code = raw.sqlite3_exec(Database, sql);
                if (code == raw.SQLITE_OK)
                {
                    return;
                }

                if (!SqliteErrors.IsBusy(code) || Stopwatch.GetElapsedTime(since) >= _lockTimeout)
                {
                    throw SqliteErrors.From(Database, code);
                }

                Thread.Sleep(1);
            }
        }
        finally
        {
            raw.sqlite3_busy_timeout(Database, (int)_lockTimeout.TotalMilliseconds);
        }
    }

    /// <summary>Ends an open transaction; there is none if SQLite has rolled back by itself.</summary>
    /// <remarks>Called when something else has failed already. A rollback ends the transaction even when it reports an
    /// error of the disk, so its code says nothing that the caller could use.</remarks>
    public void RollBack()
    {
        if (InTransaction)
        {
            raw.sqlite3_exec(Database, "ROLLBACK");
        }
    }

    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        Database.Dispose();
    }
}
