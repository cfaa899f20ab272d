using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Testing;

namespace See360.Core.Tests.Results;

public sealed class ResponseCacheTests
{
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly FakeClock _clock = new();
    private readonly InMemoryRecordStore _memory = new();
    private readonly CountingStore _store;
    private readonly ResultsBank _bank;
    private readonly ResponseFeed _feed;
    private readonly ResponseCache _cache;

    public ResponseCacheTests()
    {
        _store = new CountingStore(_memory);
        _bank = new ResultsBank(_store, _clock);
        _feed = new ResponseFeed(_clock);
        _cache = NewCache(_feed);
    }

    [Fact]
    public async Task Read_CompletedHere_IsThereAtOnceAndOnce()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.InviteAsync(cycle);
        Assert.Empty((await ReadAsync()).Facts);

        await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 9));
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));

        var fact = Assert.Single((await ReadAsync()).Facts);
        Assert.Equal(customer, fact.Participant);
        Assert.Equal(9, Assert.Single(fact.Answers).Score);
    }

    [Fact]
    public async Task Read_CompletedHere_ReadsThatOneRecord()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.InviteAsync(cycle);
        await ReadAsync();
        await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 9));
        var (ranges, reads) = (_store.Ranges, _store.Reads);

        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        await ReadAsync();

        Assert.Equal(ranges, _store.Ranges);
        Assert.True(_store.Reads - reads <= 2, "More than the answer and its survey version was read.");
    }

    [Fact]
    public async Task Read_AnswerChanged_Replaces()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        var before = await ReadAsync();

        await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 3));
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        var after = await ReadAsync();

        Assert.Equal(3, Assert.Single(Assert.Single(after.Facts).Answers).Score);
        Assert.NotEqual(before.Version, after.Version);
    }

    [Fact]
    public async Task Read_AnswerErased_IsGone()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week, closed: true);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        Assert.Single((await ReadAsync()).Facts);

        var partition = ResponseRecords.Partition(_bank.Id, cycle);
        var stored = await _bank.Responses.Responses.ReadAsync(partition, customer.ToString());
        await _bank.Responses.Responses.WriteAsync(partition, [See360.Core.Storage.Table<Response>.Delete(stored!)]);
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));

        Assert.Empty((await ReadAsync()).Facts);
    }

    [Fact]
    public async Task Read_CompletedByAnotherProcess_FollowsWithinSeconds()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));

        Assert.Empty((await ReadAsync()).Facts);
        _clock.Advance(ResponseCache.RereadAfter);
        Assert.Single((await ReadAsync()).Facts);
    }

    [Fact]
    public async Task Read_CycleStartedByAnotherProcess_FollowsWithItsFirstNews()
    {
        var survey = await _bank.SurveyAsync();
        await ReadAsync();
        var cycle = await _bank.CycleAsync(survey, s_week);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));

        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));

        Assert.Single((await ReadAsync()).Facts);
    }

    [Fact]
    public async Task Read_WithinSeconds_ReadsNothing()
    {
        await _bank.AnsweredAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week), ResultsBank.Scores(nps: 9));
        var first = await ReadAsync();
        var (ranges, reads) = (_store.Ranges, _store.Reads);

        var second = await ReadAsync();

        Assert.Same(first, second);
        Assert.Equal((ranges, reads), (_store.Ranges, _store.Reads));
    }

    [Fact]
    public async Task Read_ClosedCycle_IsReadOnceADay()
    {
        var survey = await _bank.SurveyAsync();
        await _bank.AnsweredAsync(await _bank.CycleAsync(survey, s_week.Plus(-8), closed: true), ResultsBank.Scores(nps: 9));
        var first = await ReadAsync();
        var responses = _store.RangesOf("responses");

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Same(first, await ReadAsync());
        Assert.Equal(responses, _store.RangesOf("responses"));

        _clock.Advance(TimeSpan.FromDays(1));
        await ReadAsync();
        Assert.Equal(responses + 1, _store.RangesOf("responses"));
    }

    [Fact]
    public async Task Read_CycleCloses_IsReadForTheLastTime()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        await _bank.CloseAsync(cycle, new CycleTotals(40, 39, 1, 20, 18, 16, 0));
        _clock.Advance(ResponseCache.RereadAfter);

        var facts = await ReadAsync();

        Assert.Single(facts.Facts);
        Assert.Equal((true, 16), (facts.Cycles.Single().Closed, facts.Cycles.Single().Totals.Answered));
    }

    [Fact]
    public async Task Read_TwoProcesses_NameTheSameContentAlike()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var other = NewCache(new ResponseFeed(_clock));
        var empty = (await other.ReadAsync(_bank.Id)).Version;
        await ReadAsync();
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        _clock.Advance(ResponseCache.RereadAfter);

        var (here, there) = (await ReadAsync(), await other.ReadAsync(_bank.Id));

        Assert.Equal(here.Version, there.Version);
        Assert.NotEqual(empty, here.Version);
    }

    [Fact]
    public async Task Read_DraftsAndTests_AreNoFacts()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), ResultsBank.Scores(nps: 9), completed: false);
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), ResultsBank.Scores(nps: 9), kind: ParticipantKind.Test);

        Assert.Empty((await ReadAsync()).Facts);
    }

    [Fact]
    public async Task Read_AnswersThatFitNoQuestion_AreLeftOut()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await _bank.AnsweredAsync(cycle, new Dictionary<string, Answer>
        {
            ["nps"] = new(Score: 11),
            ["contact"] = new(Score: 0),
            ["gone"] = new(Score: 3),
            ["praise"] = new(Text: "  "),
            ["advice"] = new(CannotJudge: true),
        });

        Assert.True(Assert.Single(Assert.Single((await ReadAsync()).Facts).Answers).CannotJudge);
    }

    [Fact]
    public async Task Read_StoreFailed_ForgetsNoNews()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        _store.Fails = true;
        await Assert.ThrowsAsync<See360.Core.Storage.StorageUnavailableException>(ReadAsync);

        _store.Fails = false;

        Assert.Single((await ReadAsync()).Facts);
    }

    [Fact]
    public async Task Read_MoreNewsThanRemembered_IsComplete()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        for (var i = 0; i < 1200; i++)
        {
            var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: i % 11));
            _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        }

        Assert.Equal(1200, (await ReadAsync()).Facts.Count);
    }

    [Fact]
    public async Task Read_OtherInstitute_SharesNothing()
    {
        await _bank.AnsweredAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week), ResultsBank.Scores(nps: 9));
        var other = new ResultsBank(_store, _clock, "andere-bank");

        Assert.Empty((await _cache.ReadAsync(other.Id)).Facts);
        Assert.Single((await ReadAsync()).Facts);
    }

    [Fact]
    public async Task Read_WhileAnotherReaderTakesUpTheNews_WaitsForThem()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
        var store = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.BeforeRead = _ => store.Task;

        var (first, second) = (ReadAsync(), ReadAsync());
        store.SetResult();

        Assert.Single((await first).Facts);
        Assert.Single((await second).Facts);
    }

    [Fact]
    public async Task Read_ManyReadersWhileAnswersArrive_SeeEveryAnswerAfterItsNews()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                ParticipantId customer;
                lock (_bank)
                {
                    customer = _bank.InviteAsync(cycle).GetAwaiter().GetResult();
                }

                await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 9));
                _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));
                Assert.Single((await ReadAsync()).Facts, f => f.Participant == customer);
            }
        })));

        Assert.Equal(200, (await ReadAsync()).Facts.Count);
    }

    private Task<InstituteFacts> ReadAsync() => _cache.ReadAsync(_bank.Id);

    private ResponseCache NewCache(ResponseFeed feed) => new(_bank.Cycles, _bank.Responses, _bank.Surveys, feed, _clock);
}
