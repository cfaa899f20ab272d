using System.Globalization;
using System.Reflection;

namespace See360.Local.Storage;

/// <summary>Brings a database to the newest schema. The steps are the embedded files <c>Migrations/NNNN-name.sql</c>;
/// the number of the last one applied is the database's <c>user_version</c>.</summary>
internal static class SqliteSchema
{
    /// <summary>"S360", so that a database of something else is not taken for ours.</summary>
    private const int ApplicationId = 0x53333630;

    private const string Folder = "See360.Local.Storage.Migrations.";

    public static int Newest => Steps().Max(step => step.Number);

    /// <exception cref="DatabaseRefusedException">Written by a newer See360, or not by See360.</exception>
    public static void BringUpToDate(SqliteSession session)
    {
        RefuseAtOnce(session);

        // The page size and the log are properties of the file; both are without effect if it has them already.
        session.ExecuteWhenFree("PRAGMA page_size = 4096");
        session.ExecuteWhenFree("PRAGMA journal_mode = WAL");
        session.ExecuteWhenFree("BEGIN IMMEDIATE");
        try
        {
            Refuse(session);
            var present = session.Scalar("PRAGMA user_version");
            foreach (var step in Steps().Where(step => step.Number > present).OrderBy(step => step.Number))
            {
                session.Execute(step.Sql());
                session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step.Number}"));
                session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
            }

            session.Execute("COMMIT");
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    /// <summary>Before anything is written. In one transaction: between two, another process may have made the database what it is.</summary>
    private static void RefuseAtOnce(SqliteSession session)
    {
        session.Execute("BEGIN");
        try
        {
            Refuse(session);
        }
        finally
        {
            session.RollBack();
        }
    }

    private static void Refuse(SqliteSession session)
    {
        var present = session.Scalar("PRAGMA user_version");
        if (present > Newest)
        {
            throw new DatabaseRefusedException(
                $"The database has schema {present}, this See360 knows schemas up to {Newest}: it was written by a newer version. "
                + "Start that version, or restore a backup made before the update.");
        }

        if (session.Scalar("PRAGMA application_id") != ApplicationId && session.Scalar("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new DatabaseRefusedException("The file is a database, but not one of See360. Choose another data folder.");
        }
    }

    private static IEnumerable<Step> Steps() =>
        from name in typeof(SqliteSchema).Assembly.GetManifestResourceNames()
        where name.StartsWith(Folder, StringComparison.Ordinal)
        select new Step(int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), name);

    private sealed record Step(int Number, string Resource)
    {
        public string Sql()
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
