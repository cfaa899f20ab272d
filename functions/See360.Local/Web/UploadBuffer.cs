using See360.Local.Storage;

namespace See360.Local.Web;

/// <summary>Where the framework buffers uploads until they are read: in the data folder, and not in a folder that all of
/// the machine share, because a process that is killed leaves what it buffered.</summary>
internal static class UploadBuffer
{
    private static readonly TimeSpan _abandonedAfter = TimeSpan.FromHours(1);

    /// <summary>For the whole process, before the first request: the framework looks once.</summary>
    /// <remarks>Younger leavings may belong to another process at work.</remarks>
    public static void LiesIn(string dataFolder, DateTimeOffset now)
    {
        var folder = Path.Combine(dataFolder, "buffer");
        Folder.Create(folder);
        foreach (var left in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < (now - _abandonedAfter).UtcDateTime))
        {
            left.Delete();
        }

        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", folder);
    }
}
