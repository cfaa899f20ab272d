using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Results.Tables;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Results.Segments;

public sealed class FoldCyclesTests : IDisposable
{
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly FakeClock _clock = new();
    private readonly CountingStore _store = new(new InMemoryRecordStore());
    private readonly InMemoryFileStore _files = new();
    private readonly MortalStores _mortal;
    private readonly ResultsBank _bank;
    private readonly ResultsHost _host;

    public FoldCyclesTests()
    {
        _mortal = new MortalStores(_store, _files);
        _bank = new ResultsBank(_store, _clock);
        _host = new ResultsHost(_mortal, _mortal, _clock);
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Fold_ClosedCycles_AreReadFromSegmentsAlikeToTheLastBit()
    {
        await FillAsync();
        var (before, comments) = (await _host.ReadAfreshAsync(_bank.Id), await _host.CommentsAfreshAsync(_bank.Id));

        await FoldAsync();
        var responses = _store.RangesOf("responses");
        var (after, folded) = (await _host.ReadAfreshAsync(_bank.Id), await _host.CommentsAfreshAsync(_bank.Id));

        Assert.Equal(before.Version, after.Version);
        Assert.Equal(Sheets(before), Sheets(after));
        Assert.Equal(comments, folded);
        Assert.Equal(responses + 2, _store.RangesOf("responses"));
    }

    [Fact]
    public async Task Fold_OpenAndJustClosedCycles_Wait()
    {
        var survey = await _bank.SurveyAsync();
        await _bank.AnsweredAsync(await _bank.CycleAsync(survey, s_week.Plus(-6), closed: true), ResultsBank.Scores(nps: 9));
        await _bank.AnsweredAsync(await _bank.CycleAsync(survey, s_week), ResultsBank.Scores(nps: 9));

        await _host.Fold.RunAsync(_bank.Id);
        Assert.Empty(await FoldedAsync());
        await FoldAsync();

        Assert.Equal([s_week.Plus(-6)], (await FoldedAsync()).Select(c => c.Week));
    }

    [Fact]
    public async Task Fold_Again_WritesNothingAndReadsNoCycleOfAMonthThatIsOver()
    {
        await FillAsync();
        await FoldAsync();
        await FoldAsync();
        var before = _store.ByTable;

        await _host.Fold.RunAsync(_bank.Id);

        var asked = (_store.ByTable["cycles"] - before["cycles"], _store.ByTable["responses"] - before["responses"], _store.ByTable["resultSegments"] - before["resultSegments"]);
        Assert.Equal((0, 0, 0), (asked.Item1.Writes, asked.Item2.Ranges, asked.Item3.Writes));
        Assert.InRange(asked.Item1.RangeRecords, 1, 3);
        Assert.Equal(1, asked.Item3.Ranges);
    }

    [Fact]
    public async Task Fold_KilledAfterAnyWrite_LosesNothingAndCountsNothingTwice()
    {
        await FillAsync();
        _clock.Advance(TimeSpan.FromDays(2));
        var truth = await _host.ReadAfreshAsync(_bank.Id);
        var deaths = 0;
        for (var n = 1; n < 100; n++)
        {
            _mortal.DieAfter(n % 7 + 1);
            var died = await DiesAsync(() => _host.Fold.RunAsync(_bank.Id));
            _mortal.DieAfter(int.MaxValue);
            Assert.Equal(truth.Version, (await _host.ReadAfreshAsync(_bank.Id)).Version);
            deaths += died ? 1 : 0;
            if (!died)
            {
                break;
            }
        }

        Assert.True(deaths > 3, "It has hardly died.");
        _clock.Advance(SweepSegments.Spares * 2);
        await _host.Sweep.RunAsync(_bank.Id);
        Assert.Equal(await NamedAsync(), await NamesAsync());
    }

    [Fact]
    public async Task Fold_SeveralHostsAtOnce_MakeOneSegmentAMonth()
    {
        await FillAsync();
        var truth = await _host.ReadAfreshAsync(_bank.Id);
        _clock.Advance(TimeSpan.FromDays(2));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var host = new ResultsHost(_store, _files, _clock);
            await host.Fold.RunAsync(_bank.Id);
        })));

        Assert.Equal(Sheets(truth), Sheets(await _host.ReadAfreshAsync(_bank.Id)));
        Assert.Equal(await NamedAsync(), await NamesAsync());
    }

    [Fact]
    public async Task Fold_AnotherHostWasFaster_LeavesItsFilesAlone()
    {
        await FillAsync();
        _clock.Advance(TimeSpan.FromDays(2));
        using var other = new ResultsHost(_store, _files, _clock);
        var once = 0;
        _mortal.BeforeFile = _ => Interlocked.Increment(ref once) == 1 ? other.Fold.RunAsync(_bank.Id) : Task.CompletedTask;

        await _host.Fold.RunAsync(_bank.Id);

        Assert.Equal(await NamedAsync(), await NamesAsync());
        Assert.NotEmpty(await FoldedAsync());
    }

    [Fact]
    public async Task Erase_KilledAfterAnyWrite_IsDoneByTheNextRunAndNoFileHoldsTheAnswer()
    {
        var (cycle, customer) = await FillAsync();
        for (var n = 1; n <= 6; n++)
        {
            await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 10));
            _clock.Advance(TimeSpan.FromDays(2));
            await _host.Fold.RunAsync(_bank.Id);
            Assert.Contains(cycle, await FoldedAsync());

            _mortal.DieAfter(n);
            await DiesAsync(() => _host.EraseAsync(_bank.Id, cycle, customer));
            _mortal.DieAfter(int.MaxValue);
            await _host.Fold.RunAsync(_bank.Id);
            await _host.EraseAsync(_bank.Id, cycle, customer);

            Assert.DoesNotContain(FactTime.Of(customer), Participants(await _host.ReadAfreshAsync(_bank.Id)));
            Assert.DoesNotContain(cycle, await FoldedAsync());
            _clock.Advance(TimeSpan.FromDays(2));
            await _host.Fold.RunAsync(_bank.Id);
            await _host.Sweep.RunAsync(_bank.Id);
            Assert.DoesNotContain(FactTime.Of(customer), Participants(await _host.ReadAfreshAsync(_bank.Id)));
            Assert.Contains(cycle, await FoldedAsync());
            Assert.Equal(await NamedAsync(), await NamesAsync());
        }
    }

    [Fact]
    public async Task Erase_WhileTheMonthIsBeingFolded_IsNotFoldedBackIn()
    {
        var (cycle, customer) = await FillAsync();
        _clock.Advance(TimeSpan.FromDays(2));
        using var other = new ResultsHost(_store, _files, _clock);
        var once = 0;
        _mortal.BeforeFile = name => name.Contains(SegmentMonth.Of(cycle.Week).ToString(), StringComparison.Ordinal) && Interlocked.Increment(ref once) == 1
            ? other.EraseAsync(_bank.Id, cycle, customer)
            : Task.CompletedTask;

        await _host.Fold.RunAsync(_bank.Id);

        Assert.Equal(2, once);
        Assert.DoesNotContain(cycle, await FoldedAsync());
        await _host.Fold.RunAsync(_bank.Id);
        Assert.DoesNotContain(FactTime.Of(customer), Participants(await _host.ReadAfreshAsync(_bank.Id)));
    }

    [Fact]
    public async Task Erase_ByAnotherProcess_IsSeenSoonAfterwards()
    {
        var (cycle, customer) = await FillAsync();
        await FoldAsync();
        Assert.Contains(FactTime.Of(customer), Participants(await _host.Tables.ReadAsync(_bank.Id)));
        using var other = new ResultsHost(_store, _files, _clock);

        await other.EraseAsync(_bank.Id, cycle, customer);
        _clock.Advance(ResultTables.LedgersAfter);

        Assert.DoesNotContain(FactTime.Of(customer), Participants(await _host.Tables.ReadAsync(_bank.Id)));
        Assert.DoesNotContain(await _host.Tables.CommentsAsync(_bank.Id, await _host.Tables.ReadAsync(_bank.Id)), c => c.Giver == customer);
    }

    [Fact]
    public async Task Erase_ByAnotherProcessAfterTheCycleWasReadAgain_IsSeenMinutesLater()
    {
        var (cycle, customer) = await FillAsync();
        await FoldAsync();
        using var other = new ResultsHost(_store, _files, _clock);
        await other.Unfold.BeforeAsync(_bank.Id, cycle);
        _clock.Advance(ResultTables.LedgersAfter);
        Assert.Contains(FactTime.Of(customer), Participants(await _host.Tables.ReadAsync(_bank.Id)));

        await other.EraseAsync(_bank.Id, cycle, customer);
        _clock.Advance(UnfoldCycle.SettlesAfter);

        Assert.DoesNotContain(FactTime.Of(customer), Participants(await _host.Tables.ReadAsync(_bank.Id)));
    }

    [Fact]
    public async Task Erase_OneCycle_LeavesTheOthersFoldedAfterTheNextHour()
    {
        var (cycle, customer) = await FillAsync();
        await FoldAsync();
        var folded = await FoldedAsync();

        await _host.EraseAsync(_bank.Id, cycle, customer);
        await _host.Fold.RunAsync(_bank.Id);
        Assert.Equal(folded.Where(c => c != cycle), await FoldedAsync());
        await _host.EraseAsync(_bank.Id, cycle, customer);

        Assert.Equal(folded.Where(c => c != cycle), await FoldedAsync());
    }

    [Fact]
    public async Task Read_CycleThatCameLaterIntoAMonthThatWasComplete_IsCountedAndThenFolded()
    {
        await FillAsync();
        await FoldAsync();
        var late = await _bank.CycleAsync(await _bank.SurveyAsync("spaet", 9), s_week.Plus(-30), closed: true);
        await _bank.AnsweredAsync(late, ResultsBank.Scores(nps: 1));
        _clock.Advance(TimeSpan.FromDays(3));
        var before = await _host.ReadAfreshAsync(_bank.Id);

        await _host.Fold.RunAsync(_bank.Id);

        Assert.Contains(late, await FoldedAsync());
        Assert.Equal(before.Version, (await _host.ReadAfreshAsync(_bank.Id)).Version);
    }

    [Fact]
    public async Task Fold_MonthsThatNoTableGoesBackTo_AreForgotten()
    {
        await FillAsync();
        await FoldAsync();
        _clock.Advance(TimeSpan.FromDays(366 * 7));

        await _host.Fold.RunAsync(_bank.Id);

        Assert.Empty(await NamesAsync());
        Assert.Empty(await FoldedAsync());
    }

    /// <summary>Two surveys, one of them confidential and with self-images; open, closed and empty cycles over a year.</summary>
    /// <returns>A customer of a closed cycle, who has written something.</returns>
    private async Task<(CycleId Cycle, ParticipantId Customer)> FillAsync()
    {
        var (personal, confidential) = (await _bank.SurveyAsync(), await _bank.SurveyAsync("vertraulich", 2, ConfidentialityMode.Confidential, selfImage: true));
        (CycleId, ParticipantId) last = default;
        foreach (var weeks in new[] { 50, 30, 29, 10, 9 })
        {
            var cycle = await _bank.CycleAsync(personal, s_week.Plus(-weeks), closed: true);
            for (var n = 0; n < 9; n++)
            {
                var answers = ResultsBank.Scores(nps: n, csat: 1 + (n % 5), contact: n % 6);
                answers["praise"] = new Answer(Text: $"Danke „{n}“ 🙂");
                last = (cycle, await _bank.AnsweredAsync(cycle, answers, n % 2 == 0 ? ResultsBank.Jana : ResultsBank.Timo));
            }

            var other = await _bank.CycleAsync(confidential, s_week.Plus(-weeks), closed: true);
            await _bank.AnsweredAsync(other, ResultsBank.Scores(nps: 9));
            await _bank.AnswerAsync(other, await _bank.AskSelfImageAsync(other, 2), ResultsBank.Scores(contact: 5));
        }

        await _bank.CycleAsync(confidential, s_week.Plus(-20), closed: true);
        await _bank.AnsweredAsync(await _bank.CycleAsync(personal, s_week), ResultsBank.Scores(nps: 9));
        return last;
    }

    private async Task FoldAsync()
    {
        _clock.Advance(FoldCycles.ClosedFor);
        await _host.Fold.RunAsync(_bank.Id);
    }

    private async Task<bool> DiesAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (DeathException)
        {
            return true;
        }
    }

    private async Task<List<CycleId>> FoldedAsync() => [.. (await SegmentsAsync()).SelectMany(s => s.Cycles)];

    private async Task<List<string>> NamedAsync() =>
        [.. (await SegmentsAsync()).SelectMany(s => new[] { s.Facts, s.Comments }).OfType<SegmentFile>().Select(f => f.Name).Order(StringComparer.Ordinal)];

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var name in _files.ListAsync($"{_bank.Id}/"))
        {
            names.Add(name);
        }

        return names;
    }

    private Task<List<ResultSegment>> SegmentsAsync() => _host.Segments.Segments.ListAsync(SegmentRecords.Partition(_bank.Id));

    private static List<ulong> Participants(ResultTable table) => [.. table.Facts.Blocks.SelectMany(b => b.Participants)];

    /// <summary>Everything that is known of each sheet, in words.</summary>
    private static List<string> Sheets(ResultTable table) =>
    [
        .. table.Facts.Blocks.SelectMany(b => Enumerable.Range(0, b.Count).Select(row =>
            $"{b.Survey} {b.Version} {table.Facts.Names.Advisors.At(b.Advisors[row])} {table.Facts.Names.Units.At(b.Units[row])} {FactTime.Week(b.Weeks[row])} "
            + $"{b.Marks[row]} {b.Minutes[row]} {b.Participants[row]} {string.Join(',', b.Answers.Select(a => a[row]))}")).Order(StringComparer.Ordinal),
    ];
}
