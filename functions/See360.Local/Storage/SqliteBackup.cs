using See360.Core.Storage;
using SQLitePCL;

namespace See360.Local.Storage;

/// <summary>Copies a database that is in use, with SQLite's online backup.</summary>
public static class SqliteBackup
{
    private const int PagesAtOnce = 2000;

    /// <param name="source">The database file; it must exist.</param>
    /// <param name="target">The copy: complete on return, never half. A file that is there is replaced.</param>
    /// <exception cref="StorageUnavailableException">The source can't be read or the target can't be written.</exception>
    public static Task CopyAsync(string source, string target, CancellationToken cancel = default) =>
        Task.Run(() => Copy(source, Path.GetFullPath(target), cancel), cancel);

    private static void Copy(string source, string target, CancellationToken cancel)
    {
        if (!File.Exists(source))
        {
            throw new StorageUnavailableException("There is no database to back up.");
        }

        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            CopyPages(source, part, cancel);
            File.Move(part, target, overwrite: true);
            Folder.Flush(Path.GetDirectoryName(target)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException("The backup can't be written.", e);
        }
        finally
        {
            DeleteIfThere(part);
            DeleteIfThere(part + "-journal");
        }
    }

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static void CopyPages(string source, string part, CancellationToken cancel)
    {
        var timeout = new SqliteSettings().LockTimeout;
        using var from = SqliteSession.OpenForReading(source, timeout);
        using var to = SqliteSession.Create(part, timeout);

        // One read transaction around all steps: else each write in between would make the copy begin anew.
        from.Execute("BEGIN");
        from.Scalar("SELECT count(*) FROM versions");
        using var backup = raw.sqlite3_backup_init(to.Database, "main", from.Database, "main");
        var code = raw.SQLITE_OK;
        while (code == raw.SQLITE_OK)
        {
            cancel.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAtOnce);
        }

        if (code != raw.SQLITE_DONE)
        {
            throw SqliteErrors.From(to.Database, code);
        }

        from.Execute("COMMIT");
    }
}
