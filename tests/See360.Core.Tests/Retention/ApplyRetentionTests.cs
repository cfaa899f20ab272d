using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Exports;
using See360.Core.Retention;
using See360.Core.Storage;
using See360.Core.Texts;
using See360.Core.Tokens;
using See360.Testing;
using Xunit.Abstractions;

namespace See360.Core.Tests.Retention;

/// <summary>The job as the hosts run it: killed, twice at once, in small portions, on an old bank.</summary>
public class ApplyRetentionTests(ITestOutputHelper output)
{
    /// <summary>Of some weeks' life (the first has a stock, the fourth a file that nobody takes over, the fifth one that is taken back), and
    /// then so long a silence that all of it is over.</summary>
    private static async Task<RetentionBench> OverAsync(IRecordStore store, int years, int[]? weeks = null)
    {
        var bench = await new RetentionBench(store).OpenAsync();
        foreach (var week in weeks ?? [1, 2, 3, 4, 5])
        {
            for (var day = 0; day < 7; day++)
            {
                await bench.DayAsync((week * 7) + day);
                bench.Clock.Advance(TimeSpan.FromDays(1));
            }
        }

        bench.Clock.Advance(TimeSpan.FromDays(years * 366));
        return bench;
    }

    /// <summary>To the day, also at the ends of weeks.</summary>
    [Fact]
    public async Task Exports_OlderThanAYear_AreGoneAndYoungerOnesStay()
    {
        var bench = await OverAsync(new KilledStore(), 0, [1]);
        var (exports, first) = (bench.Cycles.Get<ExportRecords>(), bench.Clock.GetUtcNow());
        for (var day = 0; day < 400; day++)
        {
            var entry = new ExportEntry(first.AddDays(day), "vm", ExportFormat.Csv, "", day);
            await exports.Exports.InsertAsync(ExportRecords.Partition(bench.Id), ExportRecords.Row(entry.At, 0), entry);
        }

        bench.Clock.Advance(TimeSpan.FromDays(399));
        await bench.RetainAsync();

        var left = await exports.Exports.ListAsync(ExportRecords.Partition(bench.Id));
        var bank = await bench.BankAsync();
        var today = bank.DayOf(bench.Clock.GetUtcNow());
        Assert.Equal(
            Enumerable.Range(0, 400).Where(day => bank.DayOf(first.AddDays(day)).AddMonths(12) >= today).Reverse(),
            left.Select(e => e.Sheets));
    }

    /// <summary>After a year the answers stay; after four nothing does.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 4)]
    [InlineData(4, 5)]
    public async Task KilledAfterAnyWrite_TheNextRunEndsTheSame(int years, int week)
    {
        var whole = await OverAsync(new KilledStore(), years, [week]);
        await whole.RetainAsync();
        var expected = await StateAsync(whole);
        for (var at = 1; ; at++)
        {
            var store = new KilledStore();
            var bench = await OverAsync(store, years, [week]);
            store.KillAfter(at);
            var died = false;
            try
            {
                await bench.RetainAsync();
            }
            catch (DeathException)
            {
                died = true;
            }

            store.KillAfter(int.MaxValue);
            await bench.RetainAsync();
            Assert.Equal(expected, await StateAsync(bench));
            if (!died)
            {
                Assert.True(at > 15, "The job did not write as often as it must.");
                return;
            }
        }
    }

    [Fact]
    public async Task KilledAgainAndAgain_EndsTheSame()
    {
        var whole = await OverAsync(new KilledStore(), 4);
        await whole.RetainAsync();
        var store = new KilledStore();
        var bench = await OverAsync(store, 4);
        for (var died = true; died;)
        {
            store.KillAfter(3);
            try
            {
                await bench.RetainAsync();
                died = false;
            }
            catch (DeathException)
            {
                died = true;
            }
        }

        Assert.Equal(await StateAsync(whole), await StateAsync(bench));
    }

    [Fact]
    public async Task TwoHostsAtOnce_EndTheSameAndReportEachThingOnce()
    {
        var alone = await OverAsync(new InMemoryRecordStore(), 4);
        await alone.RetainAsync();
        var store = new InMemoryRecordStore();
        var bench = await OverAsync(new YieldingStore(store), 4);
        var bank = await bench.BankAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => bench.Cycles.Get<ApplyRetention>().RunAsync(bank))));
        await bench.RetainAsync();

        Assert.Equal(await StateAsync(alone), await StateAsync(bench));

        // Two may see the same file before it goes: files have no versions.
        Assert.Equal((await ReportedAsync(alone)).Where(r => r.Key != RetentionItem.Sources), (await ReportedAsync(bench)).Where(r => r.Key != RetentionItem.Sources));
    }

    [Fact]
    public async Task InSmallPortions_EndsTheSame()
    {
        var whole = await OverAsync(new InMemoryRecordStore(), 4);
        await whole.RetainAsync();
        var bench = await OverAsync(new InMemoryRecordStore(), 4);
        var bank = await bench.BankAsync();
        var calls = 1;
        while (!await bench.Cycles.Get<ApplyRetention>().RunAsync(bank, budget: 7))
        {
            Assert.True(++calls < 2000, "It does not come to an end.");
        }

        Assert.True(calls > 30);
        Assert.Equal(await StateAsync(whole), await StateAsync(bench));
    }

    [Fact]
    public async Task SecondCallOfADay_IsOneRange()
    {
        var store = new CountingStore(new InMemoryRecordStore());
        var bench = await OverAsync(store, 1);
        var bank = await bench.BankAsync();
        await bench.RetainAsync();
        var before = store.Operations;

        Assert.True(await bench.Cycles.Get<ApplyRetention>().RunAsync(bank));

        var cost = store.Operations - before;
        Assert.Equal((0, 1, 0), (cost.Reads, cost.Ranges, cost.Writes));
    }

    /// <summary>Over 52 weeks, so that as many months begin; all weeks are alike. In the second year nothing is old enough for the
    /// longest period: a few looks at answers come with the fourth.</summary>
    [Fact]
    public async Task Year_OfAnOlderInstitute_CostsTheSame()
    {
        var store = new CountingStore(new InMemoryRecordStore());
        var bench = await new RetentionBench(store).OpenAsync();
        var years = new List<Dictionary<string, StoreOperations>>();
        for (var day = 0; day < 5 * 364; day++)
        {
            if (day % 364 == 0)
            {
                years.Add([]);
            }

            // Each week as the third one: an import, its cycle, an answer.
            await bench.DayAsync(day % 7 is 0 or 2 ? (3 * 7) + (day % 7) : 1);
            var before = store.ByTable;
            await bench.RetainAsync();
            foreach (var (table, sum) in store.ByTable)
            {
                years[^1][table] = years[^1].GetValueOrDefault(table) + (sum - before.GetValueOrDefault(table));
            }

            bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        var (second, fourth, fifth) = (Sum(years[1]), Sum(years[3]), Sum(years[4]));
        output.WriteLine($"a day in the second, fourth and fifth year: {second.Reads / 364.0:0.0}, {fourth.Reads / 364.0:0.0}, {fifth.Reads / 364.0:0.0} reads, "
            + $"{second.RangeRecords / 364.0:0.0}, {fourth.RangeRecords / 364.0:0.0}, {fifth.RangeRecords / 364.0:0.0} records in {second.Ranges / 364.0:0.0}, {fourth.Ranges / 364.0:0.0}, {fifth.Ranges / 364.0:0.0} ranges");
        Assert.InRange(fifth.Reads, 0, second.Reads * 1.2);
        Assert.InRange(fifth.Reads, fourth.Reads * 0.98, fourth.Reads * 1.02);
        Assert.InRange(fifth.RangeRecords, fourth.RangeRecords * 0.98, fourth.RangeRecords * 1.02);
        Assert.InRange(fifth.Ranges, fourth.Ranges * 0.98, fourth.Ranges * 1.02);
        Assert.InRange(fifth.Writes, fourth.Writes * 0.98, fourth.Writes * 1.02);

        static StoreOperations Sum(Dictionary<string, StoreOperations> year) => year.Values.Aggregate((a, b) => a + b);
    }

    [Fact]
    public async Task LinkOfAnErasedPerson_StillObjects()
    {
        var bench = await OverAsync(new InMemoryRecordStore(), 1);
        await bench.RetainAsync();
        var person = await FindAsync(bench, p => p is { State: ParticipantState.Invited, Kind: ParticipantKind.Customer } && p.ContactRows is not null);
        var token = bench.Cycles.Get<SurveyTokens>().Create(1, person.Id);

        Assert.Contains((await bench.Cycles.Get<OpenSurvey>().ExecuteAsync(token))!.State, (SheetState[])[SheetState.Expired, SheetState.Final]);
        Assert.True(await bench.Cycles.Get<ObjectToSurveys>().ExecuteAsync(token));
        Assert.Equal(SheetState.Objected, (await bench.Cycles.Get<OpenSurvey>().ExecuteAsync(token))!.State);
    }

    [Fact]
    public async Task LinkWithoutHashes_IsUnknown()
    {
        var bench = await OverAsync(new InMemoryRecordStore(), 4);
        await bench.RetainAsync();
        var person = await FindAsync(bench, p => p.InvitedAt is not null && p.Kind == ParticipantKind.Customer);

        Assert.False(await bench.Cycles.Get<ObjectToSurveys>().ExecuteAsync(bench.Cycles.Get<SurveyTokens>().Create(1, person.Id)));
    }

    [Fact]
    public async Task RejectedRowsAndUndo_OfAnErasedImport_SayNothingOfAnybody()
    {
        var bench = await OverAsync(new InMemoryRecordStore(), 2);
        await bench.RetainAsync();
        var import = (await bench.Cycles.Get<ImportRecords>().Imports.ListAsync(ImportRecords.Partition(bench.Id))).First(i => i.ConfirmedAt is not null && i.UndoneAt is null);

        using var csv = new MemoryStream();
        Assert.Equal(0, await bench.Cycles.Get<WriteRejectedRows>().RunAsync(bench.Id, import.Id, Language.De, csv));
        Assert.Equal("import-sent", (await Assert.ThrowsAsync<RuleBroken>(() => bench.Cycles.Get<UndoImport>().RunAsync(bench.Id, import.Id))).Code);
        Assert.True((await bench.Cycles.Get<ImportStates>().ReadAsync(bench.Id, import)).Left > 0);
    }

    [Fact]
    public async Task EventBasedRowThatWasNeverSent_LapsesAndLeavesTheStock()
    {
        var bench = await new RetentionBench().OpenAsync();
        await bench.ImportAsync(2);
        bench.Clock.Advance(TimeSpan.FromDays(118));
        await bench.RetainAsync();
        Assert.Equal(3, (await bench.Cycles.WaitingAsync()).Count);

        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.RetainAsync();

        Assert.Empty(await bench.Cycles.WaitingAsync());
        Assert.Empty(await bench.FoundAsync());
    }

    [Fact]
    public async Task StrategicStock_WaitsAndIsKept()
    {
        var bench = await new RetentionBench().OpenAsync();
        await bench.ImportAsync(1);
        bench.Clock.Advance(TimeSpan.FromDays(2 * 365));

        await bench.RetainAsync();

        Assert.Equal(20, (await bench.FoundAsync()).Count);
        Assert.Equal(20, (await bench.Cycles.WaitingAsync("bestand")).Count);
    }

    [Fact]
    public async Task Overview_SaysWhatIsDueNext()
    {
        var bench = await new RetentionBench().OpenAsync();
        await bench.DayAsync(14);
        await bench.DayAsync(16);
        await bench.RetainAsync();

        var overview = await bench.Cycles.Get<ShowRetention>().RunAsync(bench.Id);

        // Imported on Monday, 3 January 2022.
        Assert.Equal(new DateOnly(2022, 4, 4), overview.Next[RetentionClass.Participants]);
        Assert.Equal(new DateOnly(2025, 1, 4), overview.Next[RetentionClass.Answers]);
        Assert.Equal((new DateOnly(2022, 1, 3), 0), (overview.DoneOn, overview.Runs.Count));
    }

    private static async Task<Participant> FindAsync(RetentionBench bench, Func<Participant, bool> isMeant)
    {
        await foreach (var (table, _, record) in RetentionBench.EverythingAsync(bench.Cycles.Store))
        {
            if (table == "participants" && RecordJson.Read<Participant>(record.Body.Span) is var person && isMeant(person))
            {
                return person;
            }
        }

        throw new InvalidOperationException("There is none.");
    }

    private static async Task<Dictionary<RetentionItem, int>> ReportedAsync(RetentionBench bench) =>
        (await bench.Cycles.Get<RetentionRecords>().Runs.ListAsync(RetentionRecords.Partition(bench.Id)))
        .SelectMany(r => r.Counts).GroupBy(c => c.Key).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));

    /// <summary>All records but the report (a killed unit is not counted), and the files.</summary>
    private static async Task<string> StateAsync(RetentionBench bench)
    {
        var lines = new List<string>();
        await foreach (var (table, partition, record) in RetentionBench.EverythingAsync(bench.Cycles.Store))
        {
            if (table != "retentionRuns")
            {
                lines.Add($"{table} {partition} {record.Row} {System.Text.Encoding.UTF8.GetString(record.Body.Span)}");
            }
        }

        lines.Add($"{((InMemoryFileStore)bench.Cycles.Get<IFileStore>()).Count} files");
        return System.Text.RegularExpressions.Regex.Replace(string.Join('\n', lines), "(/imports/[^\"]*/)[0-9a-f]{16}", "$1source");
    }

    /// <summary>Dies right after its n-th write; and can be read whole.</summary>
    private sealed class KilledStore : IRecordStore, IRecordPartitions
    {
        private readonly InMemoryRecordStore _store = new();
        private int _left = int.MaxValue;

        public void KillAfter(int writes) => _left = writes;

        public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
            _store.ReadAsync(table, partition, row, cancel);

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
            _store.RangeAsync(table, partition, range, cancel);

        public IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, CancellationToken cancel = default) =>
            _store.PartitionsAsync(table, prefix, cancel);

        public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
        {
            var result = await _store.WriteAsync(table, partition, changes, cancel);
            return _left == int.MaxValue || Interlocked.Decrement(ref _left) > 0 ? result : throw new DeathException();
        }
    }

    /// <summary>Lets others in before each write.</summary>
    private sealed class YieldingStore(InMemoryRecordStore store) : IRecordStore, IRecordPartitions
    {
        public async Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
        {
            var read = await store.ReadAsync(table, partition, row, cancel);
            await Task.Yield();
            return read;
        }

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
            store.RangeAsync(table, partition, range, cancel);

        public IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, CancellationToken cancel = default) =>
            store.PartitionsAsync(table, prefix, cancel);

        public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
        {
            await Task.Yield();
            return await store.WriteAsync(table, partition, changes, cancel);
        }
    }
}
