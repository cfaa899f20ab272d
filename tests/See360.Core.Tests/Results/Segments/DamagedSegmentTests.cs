using Microsoft.Extensions.Logging;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Results.Tables;
using See360.Core.Surveys;
using See360.Core.Tests.Results.Facts;
using See360.Testing;

namespace See360.Core.Tests.Results.Segments;

public sealed class DamagedSegmentTests : IDisposable
{
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly FakeClock _clock = new();
    private readonly InMemoryRecordStore _store = new();
    private readonly InMemoryFileStore _files = new();
    private readonly ResultsBank _bank;
    private readonly ResultsHost _host;

    public DamagedSegmentTests()
    {
        _bank = new ResultsBank(_store, _clock);
        _host = new ResultsHost(_store, _files, _clock);
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(".facts")]
    [InlineData(".comments")]
    public async Task Read_FileMissing_CountsTheRecordsAndTheNextFoldingMakesItAnew(string ending)
    {
        var truth = await FoldedAsync();
        await _files.DeleteAsync((await NamesAsync()).Single(n => n.EndsWith(ending, StringComparison.Ordinal)));

        Assert.Equal(truth, (await _host.ReadAfreshAsync(_bank.Id)).Version);
        Assert.Equal(20, (await _host.CommentsAfreshAsync(_bank.Id)).Count);
        Assert.Empty(await NamesAsync());
        await _host.Fold.RunAsync(_bank.Id);

        Assert.Equal(2, (await NamesAsync()).Count);
        Assert.Equal(truth, (await _host.ReadAfreshAsync(_bank.Id)).Version);
    }

    [Fact]
    public async Task Read_AnyDamage_NeverCountsAWrongNumber()
    {
        var random = new Random(7);
        var truth = await FoldedAsync();
        for (var n = 0; n < 60; n++)
        {
            var name = (await NamesAsync())[n % 2];
            await _files.WriteAsync(name, new MemoryStream(Damaged(random, await BytesAsync(name))));

            Assert.Equal(truth, (await _host.ReadAfreshAsync(_bank.Id)).Version);
            Assert.Equal(20, (await _host.CommentsAfreshAsync(_bank.Id)).Count);
            await _host.Fold.RunAsync(_bank.Id);
        }
    }

    /// <summary>Past the checksum: whatever the bytes are, reading ends with "damaged" or with a table, and takes no more memory than they are worth.</summary>
    [Fact]
    public async Task Parse_AnyBytes_IsDamagedOrRead()
    {
        await FoldedAsync();
        var (facts, comments) = (await BytesAsync((await NamesAsync())[1]), await BytesAsync((await NamesAsync())[0]));
        var plans = new SheetPlans(_bank.Id, _bank.Surveys);
        var random = new Random(11);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 3_000; n++)
        {
            var which = n % 2 == 0;
            var plain = Damaged(random, SegmentBytes.Decompressed(which ? facts : comments));
            await TryAsync(() => which ? FactsFile.ReadAsync(Packed(plain), plans, new FactNames(), default) : CommentsFile.ReadAsync(Packed(plain), plans, default));
            await TryAsync(() => FactsFile.ReadAsync(Damaged(random, facts), plans, new FactNames(), default));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000_000_000L);
    }

    [Fact]
    public async Task Read_Damaged_IsReportedOnce()
    {
        await FoldedAsync();
        await _files.WriteAsync((await NamesAsync())[1], new MemoryStream([1, 2, 3]));
        var log = new EventLog();
        var store = new SegmentStore(_host.Segments, _files, log);
        var month = (await store.AllAsync(_bank.Id, default)).Values.Single(m => m.Value.Facts is not null);

        Assert.Empty(await store.FactsAsync(_bank.Id, month, new SheetPlans(_bank.Id, _bank.Surveys), new FactNames(), default));
        Assert.Empty(await store.FactsAsync(_bank.Id, month, new SheetPlans(_bank.Id, _bank.Surveys), new FactNames(), default));

        Assert.Equal(["SegmentDamaged"], log.Events);
    }

    [Fact]
    public async Task Write_RandomSheets_AreReadAsTheyWere()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var sheets = new RandomSheets(seed);
            foreach (var version in sheets.Versions.DistinctBy(v => v.Survey))
            {
                var bank = new ResultsBank(new InMemoryRecordStore(), _clock);
                await bank.Surveys.Versions.InsertAsync(
                    SurveyRecords.VersionPartition(bank.Id, version.Survey), SurveyRecords.VersionRow(version.Number), version);
                var plan = SheetPlan.Of(version);
                var id = new Core.Participants.CycleId(new IsoWeek(2026, 7), version.Survey);
                var read = sheets.Responses.Where(r => r.Cycle.Survey == version.Survey && r.Version == version.Number)
                    .Select(r => StoredSheet.Of("1", r with { Cycle = id }, plan, sheets.Names)).ToList();
                var cycle = new FoldedCycle(id, CycleBlocks.Of(read, sheets.Names), [.. read.SelectMany(s => s.Comments)]);
                var (plans, names) = (new SheetPlans(bank.Id, bank.Surveys), new FactNames());

                var facts = (await FactsFile.ReadAsync(FactsFile.Write([cycle], sheets.Names), plans, names, default))[id];
                var comments = (await CommentsFile.ReadAsync(CommentsFile.Write([cycle]), plans, default))[id];

                Assert.Equal(cycle.Blocks.Mark, facts.Mark);
                Assert.Equal(cycle.Blocks.All.SelectMany(b => Rows(b, sheets.Names)), facts.All.SelectMany(b => Rows(b, names)));
                Assert.Equal(
                    cycle.Comments.Select(c => c with { Question = null! }), comments.Select(c => c with { Question = null! }));
            }
        }
    }

    private static IEnumerable<string> Rows(FactBlock block, FactNames names) => Enumerable.Range(0, block.Count).Select(row =>
        $"{names.Advisors.At(block.Advisors[row])} {names.Units.At(block.Units[row])} {names.Segments.At(block.Segments[row])} {names.Channels.At(block.Channels[row])} "
        + $"{block.Weeks[row]} {block.Marks[row]} {block.Minutes[row]} {block.Participants[row]} {string.Join(',', block.Answers.Select(a => a[row]))}");

    private static async Task TryAsync(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (SegmentDamagedException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static byte[] Packed(byte[] plain)
    {
        var bytes = new SegmentBytes();
        bytes.Values<byte>(plain);
        return bytes.Compressed();
    }

    private static byte[] Damaged(Random random, byte[] bytes)
    {
        if (random.Next(4) == 0)
        {
            return bytes[..random.Next(bytes.Length)];
        }

        byte[] damaged = random.Next(5) == 0 ? [.. bytes, (byte)random.Next(256)] : [.. bytes];
        for (var n = 1 + random.Next(3); n > 0; n--)
        {
            damaged[random.Next(damaged.Length)] ^= (byte)(1 + random.Next(255));
        }

        return damaged;
    }

    /// <returns>The version of the table.</returns>
    private async Task<string> FoldedAsync()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week.Plus(-9), closed: true);
        for (var n = 0; n < 20; n++)
        {
            var answers = ResultsBank.Scores(nps: n % 11, csat: 1 + (n % 5));
            answers["praise"] = new Core.Responses.Answer(Text: $"Danke, Nummer {n}");
            await _bank.AnsweredAsync(cycle, answers, n % 2 == 0 ? ResultsBank.Jana : ResultsBank.Timo);
        }

        var truth = (await _host.ReadAfreshAsync(_bank.Id)).Version;
        _clock.Advance(FoldCycles.ClosedFor);
        await _host.Fold.RunAsync(_bank.Id);
        return truth;
    }

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var name in _files.ListAsync($"{_bank.Id}/"))
        {
            names.Add(name);
        }

        return [.. names.OrderBy(n => n.EndsWith(".facts", StringComparison.Ordinal))];
    }

    private async Task<byte[]> BytesAsync(string name)
    {
        await using var stream = (await _files.OpenAsync(name))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private sealed class EventLog : ILogger
    {
        public List<string?> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Events.Add(eventId.Name);
    }
}
