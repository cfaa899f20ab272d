using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace See360.Local.Storage;

/// <summary>Folders of the data: readable by their owner alone, and flushed so that a new name outlives a power cut.</summary>
internal static class Folder
{
    private const int ReadOnly = 0;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(path));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (parent is not null)
        {
            Create(parent);
        }

        Directory.CreateDirectory(path, OwnerOnly);
        if (parent is not null)
        {
            Flush(parent);
        }
    }

    /// <summary>Whether others than the owner may look into a folder, or change what lies in it. Windows inherits its rights.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None;

    /// <summary>Makes an empty file that nobody but its owner reads, unless it is there.</summary>
    public static void Reserve(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path))
        {
            return;
        }

        try
        {
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has made it meanwhile, or it can't be made: whoever opens it says what is wrong.
        }
    }

    /// <remarks>Windows has no such call and does not need it: NTFS writes names to its own log.</remarks>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle((nint)Open(path, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException("The folder can't be opened.", Marshal.GetLastPInvokeError());
        }

        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(string path, int flags);
}
