using Azure.Storage.Blobs;
using FsCheck;
using FsCheck.Fluent;
using See360.Azure.Storage;
using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Local.Storage;
using See360.Move;
using See360.Testing;

namespace See360.Azure.Tests.Moving;

[Collection(OnAzurite.Name)]
public sealed class InstituteWalkTests(Azurite azurite) : IDisposable
{
    private const string Table = "responses";

    /// <summary>All that a key may hold.</summary>
    private static readonly char[] _allowed = [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('/' or '\\' or '#' or '?'))];

    private static readonly InstituteId _bank = InstituteId.Parse("bank");

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-walk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AnyContent_GoesToAzureAndBackUnchanged()
    {
        var keys = Gen.ArrayOf(Gen.Elements(_allowed)).Where(k => k.Length is > 0 and < 200).Select(k => new string(k));
        var lengths = Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(60, 70).Select(k => k * 1024), Gen.Elements(65_536, 131_072, IRecordStore.MaxBodyBytes), Gen.Choose(0, IRecordStore.MaxBodyBytes));
        var records =
            from partition in Gen.OneOf(Gen.Constant(""), keys.Select(k => "|" + k))
            from row in keys
            from length in lengths
            select (Partition: "bank" + partition, Row: row, Length: length);
        var round = 0;
        Prop.ForAll(Arb.From(Gen.ListOf(records, 12)), drawn => ThereAndBackAsync([.. drawn.DistinctBy(r => (r.Partition, r.Row))], round++).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(6));
    }

    [Fact]
    public async Task Walk_TargetHasOtherThings_IsMadeEqualAndNeighboursStay()
    {
        var (source, target) = (new InMemoryRecordStore(), new InMemoryRecordStore());
        await InsertAsync(source, "bank|2026-W46|a", "same", "1");
        await InsertAsync(source, "bank|2026-W46|a", "changed", "1");
        await InsertAsync(source, "bank|2026-W46|a", "new", "1");
        await InsertAsync(target, "bank|2026-W46|a", "same", "1");
        await InsertAsync(target, "bank|2026-W46|a", "changed", "2");
        await InsertAsync(target, "bank|2026-W45|a", "extra", "1");
        await InsertAsync(target, "bank-2|2026-W45|a", "neighbour", "1");
        await InsertAsync(target, "bank2", "neighbour", "1");
        var (from, to) = (Edition.Of(source, new InMemoryFileStore()), Edition.Of(target, new InMemoryFileStore()));

        using var written = await new InstituteWalk(from, to, _bank, writes: true).RunAsync();
        using var after = await new InstituteWalk(from, to, _bank, writes: false).RunAsync();

        var kind = written.Kinds.Single(k => k.Name == Table);
        Assert.Equal((1, 1, 1, 1), (kind.Same, kind.Missing, kind.Different, kind.Extra));
        Assert.True(after.IsEqual);
        Assert.False(written.IsEqual);
        Assert.NotNull(await target.ReadAsync(Table, "bank-2|2026-W45|a", "neighbour"));
        Assert.NotNull(await target.ReadAsync(Table, "bank2", "neighbour"));
    }

    [Fact]
    public async Task Walk_DyingAtAnyWrite_IsEqualAfterTheNextRunAndTheInstituteComesLast()
    {
        var source = new InMemoryRecordStore();
        var files = new InMemoryFileStore();
        await new TestBank(source, new FakeClock(FakeClock.Monday), "bank").OpenAsync();
        await files.WriteAsync("bank/photos/1.jpg", new MemoryStream([1, 2, 3]));
        for (var i = 0; i < 250; i++)
        {
            await InsertAsync(source, $"bank|2026-W{i % 3:D2}|a", $"{i}", $"{i}");
        }

        var from = Edition.Of(source, files);
        for (var deaths = 0; ; deaths++)
        {
            var target = new MortalStore(new InMemoryRecordStore()) { Left = deaths };
            var to = Edition.Of(target, new InMemoryFileStore());
            try
            {
                (await new InstituteWalk(from, to, _bank, writes: true).RunAsync()).Dispose();
                Assert.Equal(4, deaths);
                return;
            }
            catch (StorageUnavailableException)
            {
                Assert.Empty(await to.Institutes.AllAsync());
            }

            target.Left = int.MaxValue;
            (await new InstituteWalk(from, to, _bank, writes: true).RunAsync()).Dispose();
            using var after = await new InstituteWalk(from, to, _bank, writes: false).RunAsync();
            Assert.True(after.IsEqual);
            Assert.Single(await to.Institutes.AllAsync());
        }
    }

    [Fact]
    public async Task Move_SameNumberAsAnother_IsRefused()
    {
        var (source, target) = (new InMemoryRecordStore(), new InMemoryRecordStore());
        await new TestBank(source, new FakeClock(FakeClock.Monday), "bank", number: 7).OpenAsync();
        await new TestBank(target, new FakeClock(FakeClock.Monday), "andere", number: 7).OpenAsync();
        var options = MoveOptions.Parse(["--from", "local:a", "--to", "local:b", "--without-key"])!;

        var refused = await Assert.ThrowsAsync<MoveRefused>(() => new MoveInstitutes(
            Edition.Of(source, new InMemoryFileStore()), Edition.Of(target, new InMemoryFileStore()), options, TextWriter.Null).RunAsync());

        Assert.Contains("same number", refused.Message, StringComparison.Ordinal);
    }

    private async Task ThereAndBackAsync(List<(string Partition, string Row, int Length)> records, int round)
    {
        var local = Path.Combine(_folder, $"{round}");
        using var first = new SqliteRecordStore(Path.Combine(Directory.CreateDirectory(local).FullName, "first.db"));
        using var second = new SqliteRecordStore(Path.Combine(local, "second.db"));
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("c" + Guid.NewGuid().ToString("N"));
        await container.CreateIfNotExistsAsync();
        var source = Edition.Of(first, new LocalFileStore(Path.Combine(local, "first"), TimeProvider.System));
        var middle = Edition.Of(
            new TableRecordStore(StorageClients.Tables(azurite.ConnectionString), new StorageAttempts(TimeProvider.System), "t" + Guid.NewGuid().ToString("N")[..12]),
            new BlobFileStore(container));
        var back = Edition.Of(second, new LocalFileStore(Path.Combine(local, "second"), TimeProvider.System));
        var random = new Random(round);
        foreach (var (partition, row, length) in records)
        {
            var body = new byte[length];
            random.NextBytes(body);
            Assert.True((await first.WriteAsync(Table, partition, [new RecordChange.Insert(row, body)])).Written);
            await source.Files.WriteAsync($"bank/{round}/{random.Next():x}", new MemoryStream(body));
        }

        (await new InstituteWalk(source, middle, _bank, writes: true).RunAsync()).Dispose();
        (await new InstituteWalk(middle, back, _bank, writes: true).RunAsync()).Dispose();

        using var compared = await new InstituteWalk(source, back, _bank, writes: false).RunAsync();
        Assert.True(compared.IsEqual);
        Assert.Equal(records.Count, compared.Kinds.Single(k => k.Name == Table).Same);
    }

    private static async Task InsertAsync(IRecordStore store, string partition, string row, string body) =>
        Assert.True((await store.WriteAsync(Table, partition, [new RecordChange.Insert(row, System.Text.Encoding.UTF8.GetBytes(body))])).Written);

    /// <summary>Takes so many writes and no more.</summary>
    private sealed class MortalStore(InMemoryRecordStore inner) : IRecordStore, IRecordPartitions
    {
        public int Left { get; set; }

        public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) => inner.ReadAsync(table, partition, row, cancel);

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
            inner.RangeAsync(table, partition, range, cancel);

        public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) =>
            Left-- > 0 ? inner.WriteAsync(table, partition, changes, cancel) : throw new StorageUnavailableException("Killed by the test.");

        public IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, CancellationToken cancel = default) => inner.PartitionsAsync(table, prefix, cancel);
    }
}
