using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using See360.Azure;
using See360.Azure.Storage;
using See360.Local;
using See360.Local.Cycles;
using See360.Local.Storage;

namespace See360.Move;

/// <summary>Opens the sides of a move.</summary>
internal static class Editions
{
    /// <param name="settings">Of the Azure edition's host.</param>
    /// <exception cref="MoveRefused">It is not there, or at work.</exception>
    public static Task<Edition> SourceAsync(EditionName name, AzureSettings settings) =>
        name.Folder is null ? AzureAsync(settings)
        : File.Exists(LocalStorage.DatabaseIn(name.Folder)) ? Task.FromResult(Local(name.Folder))
        : throw new MoveRefused($"There is no local edition in {name.Folder}.");

    /// <param name="writes">False: what is not there is not made.</param>
    public static async Task<Edition> TargetAsync(EditionName name, AzureSettings settings, bool writes)
    {
        if (name.Folder is null)
        {
            return await AzureAsync(settings, makesContainer: writes);
        }

        return writes || File.Exists(LocalStorage.DatabaseIn(name.Folder)) ? Local(name.Folder) : Edition.Of(new NothingStored(), new NothingStored());
    }

    private static Edition Local(string folder)
    {
        if (FirstStart.IsUnfinished(folder))
        {
            throw new MoveRefused($"The demonstration in {folder} is not finished. Start it once, end it, and move then.");
        }

        Folder.Create(folder);
        var running = new CycleLock(folder);
        if (!running.TryHold())
        {
            running.Dispose();
            throw new MoveRefused($"The local edition in {folder} is running. End it first.");
        }

        var records = new SqliteRecordStore(LocalStorage.DatabaseIn(folder));
        var files = new LocalFileStore(Path.Combine(folder, "files"), TimeProvider.System);
        return Edition.Of(records, files, MasterKey.Present(folder), key => MasterKey.Keep(folder, key), () =>
        {
            records.Dispose();
            running.Dispose();
        });
    }

    private static async Task<Edition> AzureAsync(AzureSettings settings, bool makesContainer = false)
    {
        var attempts = new StorageAttempts(TimeProvider.System);
        if (settings.Emulator.Length == 0 && (settings.Tables is null || settings.Blobs is null))
        {
            throw new MoveRefused("See360__Tables and See360__Blobs are missing: the addresses of the storage account. For the emulator: See360__Emulator.");
        }

        var identity = new Lazy<TokenCredential>(() => new DefaultAzureCredential());
        var tables = settings.Emulator.Length > 0 ? StorageClients.Tables(settings.Emulator) : StorageClients.Tables(settings.Tables!, identity.Value);
        var blobs = settings.Emulator.Length > 0 ? new BlobServiceClient(settings.Emulator) : new BlobServiceClient(settings.Blobs!, identity.Value);
        var container = blobs.GetBlobContainerClient(StorageClients.Files);
        if (makesContainer)
        {
            await container.CreateIfNotExistsAsync();
        }

        return Edition.Of(
            new TableRecordStore(tables, attempts),
            await container.ExistsAsync() ? new BlobFileStore(container) : new NothingStored(),
            settings.MasterKey.Length == 0 ? null : AzureKey(settings));
    }

    private static byte[] AzureKey(AzureSettings settings)
    {
        try
        {
            return settings.MasterKeyBytes();
        }
        catch (FormatException)
        {
            throw new MoveRefused("See360__MasterKey is not base64.");
        }
    }
}
