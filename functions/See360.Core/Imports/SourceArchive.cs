using System.Security.Cryptography;
using See360.Core.Imports.Reading;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <summary>A source that lies in the file store.</summary>
/// <param name="Hash">SHA-256 of its bytes, hex.</param>
public sealed record StoredSource(string Name, string Hash, SourceFile File);

/// <summary>Puts uploads into the file store, by week, looking at every byte on its way.</summary>
public sealed class SourceArchive(IFileStore files, ImportLimits limits)
{
    /// <exception cref="BadInput">Too large: nothing is kept.</exception>
    public async Task<StoredSource> StoreAsync(InstituteId institute, IsoWeek week, Stream content, CancellationToken cancel = default)
    {
        var unguessable = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var name = $"{institute}/imports/{week.ToString().ToLowerInvariant()}/{unguessable}";
        using var inspected = new SourceInspection(content, limits.MaxBytes);
        await files.WriteAsync(name, inspected, cancel);
        var hash = inspected.Hash();
        return new StoredSource(name, hash, new SourceFile(Open, inspected.First.ToArray(), inspected.IsUtf8, inspected.HasNul));

        async Task<Stream> Open(CancellationToken token) =>
            await files.OpenAsync(name, token) ?? throw new StorageUnavailableException("The stored upload is gone.");
    }

    /// <returns>False: it was gone already.</returns>
    public async Task<bool> DeleteIfThereAsync(string name, CancellationToken cancel = default)
    {
        if (await files.OpenAsync(name, cancel) is not { } there)
        {
            return false;
        }

        await there.DisposeAsync();
        await files.DeleteAsync(name, cancel);
        return true;
    }

    public Task DeleteAsync(string name, CancellationToken cancel = default) => files.DeleteAsync(name, cancel);
}
