using See360.Core.Storage;
using See360.Local.Storage;
using See360.Testing;
using See360.Testing.Storage;

namespace See360.Storage.Tests;

public sealed class LocalFileStoreTests : FileStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new(DateTimeOffset.UtcNow);

    public LocalFileStoreTests() => Store = new LocalFileStore(_folder["files"], _clock);

    protected override IFileStore Store { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_FolderCannotBeWritten_IsUnavailableAndKeepsTheFormer()
    {
        await WriteAsync("a", [1]);

        // A file where a folder would have to be: the same error path as a full or read-only disk.
        await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync("a/b", [2]));

        Assert.Equal([1], await ReadAsync("a"));
        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task Write_TargetIsAFolder_IsUnavailableAndLeavesNothingBehind()
    {
        await WriteAsync("a/b", [1]);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync("a", [2]));

        Assert.Equal(["a/b"], await ListAsync(""));
        Assert.Empty(Parts());
    }

    [Fact]
    public async Task Write_DiskFull_IsUnavailable()
    {
        // Every write to this device is refused as on a full disk.
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => LocalFileStore.CopyAsync(new MemoryStream(new byte[10]), "/dev/full", FileMode.Open, default));
    }

    [Fact]
    public async Task Open_ALinkOutOfTheRoot_IsNotFollowedByName()
    {
        await File.WriteAllTextAsync(_folder["secret"], "outside");

        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync($"{Institute}/../../secret"));
        Assert.Null(await Store.OpenAsync("secret/secret"));
    }

    [Fact]
    public async Task Start_WriterWasKilled_ItsHalfFileIsRemovedAfterADay()
    {
        await WriteAsync("a", [1]);
        var half = Path.Combine(_folder["files"], Institute, ".0123.part");
        await File.WriteAllTextAsync(half, "half");

        Assert.Equal(["a"], await ListAsync(""));
        _ = new LocalFileStore(_folder["files"], _clock);
        Assert.Equal([half], Parts());
        _clock.Advance(TimeSpan.FromDays(2));
        _ = new LocalFileStore(_folder["files"], _clock);

        Assert.Empty(Parts());
        Assert.Equal([1], await ReadAsync("a"));
    }

    [Fact]
    public async Task Start_OnAnExistingFolder_FindsItsFiles()
    {
        await WriteAsync("a", [1]);

        var again = new LocalFileStore(_folder["files"], _clock);

        await using var stream = await again.OpenAsync($"{Institute}/a");
        Assert.Equal(1, stream!.Length);
    }

    [Fact]
    public void Start_NewFolder_IsReadableByItsOwnerAlone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["files"]));
        }
    }

    private string[] Parts() => Directory.GetFiles(_folder["files"], ".*.part", SearchOption.AllDirectories);
}
