using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using See360.Core.Storage;

namespace See360.Testing;

/// <summary>The file port in memory.</summary>
public sealed class InMemoryFileStore : IFileStore
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Set to make every write fail as a full disk does.</summary>
    public bool Unavailable { get; set; }

    public int Count => _files.Count;

    public async Task WriteAsync(string name, Stream content, CancellationToken cancel = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        _files[name] = !Unavailable ? copy.ToArray() : throw new StorageUnavailableException("Switched off by the test.");
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel = default) =>
        Task.FromResult<Stream?>(_files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    public Task DeleteAsync(string name, CancellationToken cancel = default)
    {
        _files.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        foreach (var name in _files.Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            yield return name;
        }
    }
}
