namespace See360.Local.Storage;

public sealed record SqliteSettings
{
    /// <summary>How long a write waits for another process to let go of the database before it is refused.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The database refuses to grow beyond this many pages, as a full disk would.</summary>
    internal int? MaxPages { get; init; }
}
