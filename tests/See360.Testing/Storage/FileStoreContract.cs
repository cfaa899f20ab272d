using FsCheck;
using FsCheck.Fluent;
using See360.Core.Storage;

namespace See360.Testing.Storage;

/// <summary>What <see cref="IFileStore"/> promises. One subclass per implementation runs it all.</summary>
public abstract class FileStoreContract
{
    protected abstract IFileStore Store { get; }

    /// <summary>An institute that no other test uses.</summary>
    protected string Institute { get; } = "t" + Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Open_NothingStored_IsNull() => Assert.Null(await Store.OpenAsync($"{Institute}/absent.csv"));

    [Fact]
    public async Task Open_Folder_IsNull()
    {
        await WriteAsync("folder/file", [1]);

        Assert.Null(await Store.OpenAsync($"{Institute}/folder"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128 * 1024)]
    [InlineData(5_000_001)]
    public async Task Open_AfterWrite_GivesTheBytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        await WriteAsync("imports/a.bin", bytes);

        Assert.Equal(bytes, await ReadAsync("imports/a.bin"));
    }

    [Fact]
    public async Task Write_FileExists_ReplacesAllOfIt()
    {
        await WriteAsync("a", new byte[1000]);
        await WriteAsync("a", [1, 2, 3]);

        Assert.Equal([1, 2, 3], await ReadAsync("a"));
    }

    [Fact]
    public async Task Write_FileIsBeingRead_ReaderSeesTheFormerWhole()
    {
        await WriteAsync("a", [1, 1, 1]);
        await using var reading = (await Store.OpenAsync($"{Institute}/a"))!;

        await WriteAsync("a", [2, 2, 2, 2]);

        Assert.Equal([1, 1, 1], await AllOfAsync(reading));
        Assert.Equal([2, 2, 2, 2], await ReadAsync("a"));
    }

    [Fact]
    public async Task Write_SenderBreaksOff_LeavesTheFormerAndNothingElse()
    {
        await WriteAsync("a", [1, 2, 3]);

        // The sender's own error arrives as it is: it is not the store that fails.
        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.WriteAsync($"{Institute}/a", new BreakingStream(300_000)));
        await Assert.ThrowsAsync<EndOfStreamException>(() => Store.WriteAsync($"{Institute}/b", new BreakingStream(300_000)));

        Assert.Equal([1, 2, 3], await ReadAsync("a"));
        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task Write_Cancelled_LeavesTheFormerAndNothingElse()
    {
        await WriteAsync("a", [1, 2, 3]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync($"{Institute}/a", new MemoryStream([4]), new CancellationToken(canceled: true)));

        Assert.Equal([1, 2, 3], await ReadAsync("a"));
        Assert.Equal(["a"], await ListAsync(""));
    }

    [Fact]
    public async Task Write_ManyAtOnceToOneName_OneOfThemIsThereWhole()
    {
        await Task.WhenAll(Enumerable.Range(1, 16).Select(n => Task.Run(() =>
            WriteAsync("a", [.. Enumerable.Repeat((byte)n, 200_000)]))));

        var stored = await ReadAsync("a");
        Assert.Equal(200_000, stored.Length);
        Assert.Single(stored.Distinct());
    }

    [Fact]
    public async Task Delete_RemovesTheFileAndIsNoErrorWithoutOne()
    {
        await WriteAsync("a", [1]);

        await Store.DeleteAsync($"{Institute}/a");
        await Store.DeleteAsync($"{Institute}/a");
        await Store.DeleteAsync($"{Institute}/never/there");

        Assert.Null(await Store.OpenAsync($"{Institute}/a"));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task List_GivesWhatBeginsWithThePrefixInOrdinalOrder()
    {
        string[] names = ["a/x", "a-b/x", "a.b", "a_b", "ab", "a/y/1", "a/y/10", "a/y/9", "b"];
        foreach (var name in names)
        {
            await WriteAsync(name, [1]);
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), await ListAsync(""));
        Assert.Equal(["a/x", "a/y/1", "a/y/10", "a/y/9"], await ListAsync("a/"));
        Assert.Equal(["a/y/1", "a/y/10"], await ListAsync("a/y/1"));
        Assert.Equal(["b"], await ListAsync("b"));
        Assert.Empty(await ListAsync("c"));
        Assert.Empty(await ListAsync("b/"));
        Assert.Empty(await ListAsync("../"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("one")]
    [InlineData("/a/b")]
    [InlineData("a/b/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/..")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("a/.hidden")]
    [InlineData("a/b.")]
    [InlineData("a/B")]
    [InlineData("a/ä")]
    [InlineData("a/b c")]
    [InlineData("a\\b")]
    [InlineData("a/..\\b")]
    [InlineData("c:/a")]
    [InlineData("a/b\0")]
    [InlineData("a/b\n")]
    [InlineData("a/%2e%2e")]
    public async Task Name_NotAsAgreed_IsRefusedEverywhere(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(name, new MemoryStream([1])));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(name));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(name));
    }

    [Fact]
    public async Task Name_AtItsBounds_IsHeldAndBeyondIsRefused()
    {
        var longest = new string('x', FileNames.MaxPartLength);
        await WriteAsync(longest, [1]);

        Assert.Equal([1], await ReadAsync(longest));
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(longest + "x", [1]));
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(string.Join('/', Enumerable.Repeat(longest, 5)), [1]));
    }

    [Fact]
    public void AnySequenceOfWritesAndDeletes_BehavesAsADictionary()
    {
        var step =
            from name in Gen.Elements("a", "b", "c/1", "c/2", "c/d/1", "c-d", "e.csv")
            from content in Gen.Choose(-1, 3)
            select (Name: name, Content: content);
        Prop.ForAll(Arb.From(Gen.ListOf(step)), steps => PlayAsync([.. steps.Take(20)]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private async Task<bool> PlayAsync(List<(string Name, int Content)> steps)
    {
        var folder = Guid.NewGuid().ToString("N");
        var model = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, content) in steps)
        {
            if (content < 0)
            {
                await Store.DeleteAsync($"{Institute}/{folder}/{name}");
                model.Remove($"{folder}/{name}");
            }
            else
            {
                await WriteAsync($"{folder}/{name}", model[$"{folder}/{name}"] = [.. Enumerable.Repeat((byte)content, content)]);
            }
        }

        Assert.Equal(model.Keys, await ListAsync($"{folder}/"));
        foreach (var (name, content) in model)
        {
            Assert.Equal(content, await ReadAsync(name));
        }

        return true;
    }

    protected Task WriteAsync(string name, byte[] content) => Store.WriteAsync($"{Institute}/{name}", new MemoryStream(content));

    protected async Task<byte[]> ReadAsync(string name)
    {
        await using var stream = await Store.OpenAsync($"{Institute}/{name}");
        return await AllOfAsync(stream!);
    }

    /// <summary>The names below the institute, without it.</summary>
    protected async Task<List<string>> ListAsync(string prefix)
    {
        var names = new List<string>();
        await foreach (var name in Store.ListAsync($"{Institute}/{prefix}"))
        {
            names.Add(name[(Institute.Length + 1)..]);
        }

        return names;
    }

    private static async Task<byte[]> AllOfAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    /// <summary>Gives some bytes and then fails, as a connection does that breaks off.</summary>
    private sealed class BreakingStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new EndOfStreamException("The sender broke off.");
        }
    }
}
