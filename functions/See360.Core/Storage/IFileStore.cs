namespace See360.Core.Storage;

/// <summary>Named bytes: uploads, reports, photos. A name is a path of two or more parts joined by <c>/</c>, each 1 to
/// 120 characters of <c>a–z 0–9 . _ -</c> with no dot at either end (<see cref="FileNames.Check"/>); the first part is
/// the institute. No name may be the folder of another.</summary>
public interface IFileStore
{
    /// <summary>Writes the whole stream, replacing what was there. The file is seen complete or not at all, and is
    /// durable on return.</summary>
    /// <exception cref="StorageUnavailableException">Disk full or locked: the former file, if any, is untouched.</exception>
    Task WriteAsync(string name, Stream content, CancellationToken cancel = default);

    /// <summary>The file's bytes, or null if there is none. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancel = default);

    /// <summary>Deletes the file; it is no error if there is none.</summary>
    Task DeleteAsync(string name, CancellationToken cancel = default);

    /// <summary>The names that begin with the prefix, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancel = default);
}
