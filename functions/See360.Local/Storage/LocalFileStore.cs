using System.Buffers;
using System.Runtime.CompilerServices;
using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>Files below one folder. A file is written beside its place under a name that begins with a dot, flushed,
/// and then renamed, so that it is seen complete or not at all.</summary>
public sealed class LocalFileStore : IFileStore
{
    private const int BufferBytes = 128 * 1024;

    private static readonly TimeSpan _abandonedAfter = TimeSpan.FromDays(1);

    private readonly string _root;

    public LocalFileStore(string root, TimeProvider clock)
    {
        _root = Path.GetFullPath(root);
        Folder.Create(_root);
        DeleteAbandoned(clock.GetUtcNow().UtcDateTime - _abandonedAfter);
    }

    public async Task WriteAsync(string name, Stream content, CancellationToken cancel = default)
    {
        var path = PathOf(name);
        var folder = Path.GetDirectoryName(path)!;
        var part = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            Guarded(() => Folder.Create(folder));
            await CopyAsync(content, part, FileMode.CreateNew, cancel);
            Guarded(() =>
            {
                File.Move(part, path, overwrite: true);
                Folder.Flush(folder);
            });
        }
        finally
        {
            Guarded(() => File.Delete(part));
        }
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var path = PathOf(name);
        Stream? stream = null;
        Guarded(() => stream = File.Exists(path) ? OpenExisting(path) : null);
        return Task.FromResult(stream);
    }

    public Task DeleteAsync(string name, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var path = PathOf(name);
        Guarded(() =>
        {
            if (File.Exists(path))
            {
                File.Delete(path);
                Folder.Flush(Path.GetDirectoryName(path)!);
            }
        });
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        foreach (var name in NamesBelow(_root, "", prefix))
        {
            cancel.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    internal static async Task CopyAsync(Stream content, string path, FileMode mode, CancellationToken cancel)
    {
        FileStream? file = null;
        Guarded(() => file = new FileStream(path, mode, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;

            // What fails while reading is the sender's, not the store's, and goes to the caller as it is.
            while ((read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                await GuardedAsync(file!.WriteAsync(buffer.AsMemory(0, read), cancel));
            }

            Guarded(() => file!.Flush(flushToDisk: true));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            await file!.DisposeAsync();
        }
    }

    private static FileStream OpenExisting(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>In ordinal order of the whole names: a folder sorts as its name with the slash that follows.</summary>
    private static IEnumerable<string> NamesBelow(string folder, string path, string prefix)
    {
        foreach (var (name, isFolder) in Entries(folder))
        {
            var whole = path + name;
            if (isFolder && (whole.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(whole, StringComparison.Ordinal)))
            {
                foreach (var below in NamesBelow(Path.Combine(folder, name), whole, prefix))
                {
                    yield return below;
                }
            }
            else if (!isFolder && whole.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return whole;
            }
        }
    }

    private static List<(string Name, bool IsFolder)> Entries(string folder)
    {
        List<(string Name, bool IsFolder)> entries = [];
        Guarded(() => entries.AddRange(
            from entry in new DirectoryInfo(folder).EnumerateFileSystemInfos()
            where !entry.Name.StartsWith('.')
            select entry is DirectoryInfo ? (entry.Name + "/", true) : (entry.Name, false)));
        entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return entries;
    }

    private static void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }

    private static async Task GuardedAsync(ValueTask task)
    {
        try
        {
            await task;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }

    private static StorageUnavailableException Unavailable(Exception reason) =>
        new("A file can't be stored or read: the disk is full, locked or not to be written.", reason);

    private string PathOf(string name)
    {
        FileNames.Check(name);
        return Path.Combine([_root, .. name.Split('/')]);
    }

    /// <summary>What writers left behind that were killed. Younger ones may be at work in another process.</summary>
    private void DeleteAbandoned(DateTime before)
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var part in new DirectoryInfo(_root).EnumerateFiles(".*.part", everywhere).Where(file => file.LastWriteTimeUtc < before))
        {
            part.Delete();
        }
    }
}
