using See360.Core.Storage;
using SQLitePCL;

namespace See360.Local.Storage;

/// <summary>The database can't be used by this version of the product; the message says what to do.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What SQLite's result codes mean to a caller.</summary>
internal static class SqliteErrors
{
    public static bool IsBusy(int code) => (code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>Full, locked, broken disk: the store is unavailable. Anything else is a bug of ours.</summary>
    public static Exception From(sqlite3 database, int code)
    {
        var extended = raw.sqlite3_extended_errcode(database);
        var exact = (extended & 0xff) == (code & 0xff) ? extended : code;
        var detail = $"{raw.sqlite3_errmsg(database).utf8_to_string()} (SQLite {exact})";
        return (code & 0xff) switch
        {
            raw.SQLITE_FULL => new StorageUnavailableException($"The disk or the database is full: {detail}."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StorageUnavailableException($"The database is locked by another process: {detail}."),
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_NOMEM
                or raw.SQLITE_PROTOCOL or raw.SQLITE_CORRUPT => new StorageUnavailableException($"The database can't be used: {detail}."),
            raw.SQLITE_NOTADB => new DatabaseRefusedException("The file is not a database of See360. Choose another data folder, or restore a backup."),
            _ => new InvalidOperationException($"SQLite: {detail}."),
        };
    }
}
