using See360.Local.Storage;

namespace See360.Local.Cycles;

/// <summary>A lock file of the operating system: held by one process at a time, and free as soon as that process is gone.</summary>
public sealed class CycleLock(string dataFolder) : IDisposable
{
    private FileStream? _held;

    /// <returns>True if this process holds the lock now.</returns>
    public bool TryHold()
    {
        if (_held is not null)
        {
            return true;
        }

        try
        {
            Folder.Create(dataFolder);
            var path = Path.Combine(dataFolder, "cycles.lock");

            // Whoever may open the file may hold the lock, and then nothing is sent.
            Folder.Reserve(path);
            _held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false; // Another process runs the cycles.
        }
    }

    public void Dispose() => _held?.Dispose();
}
