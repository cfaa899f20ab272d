using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Tables;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Testing;

namespace See360.Core.Tests.Results.Tables;

public sealed class ResultTablesTests : IDisposable
{
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly FakeClock _clock = new();
    private readonly CountingStore _store;
    private readonly ResultsBank _bank;
    private readonly ResultsHost _host;
    private readonly ResponseFeed _feed;
    private readonly ResultTables _tables;
    private readonly ResultTables _elsewhere;

    public ResultTablesTests()
    {
        _store = new CountingStore(new InMemoryRecordStore());
        _bank = new ResultsBank(_store, _clock);
        _host = new ResultsHost(_store, new InMemoryFileStore(), _clock);
        _feed = _host.Feed;
        _tables = _host.Tables;
        _elsewhere = New(new ResponseFeed(_clock));
    }

    public void Dispose()
    {
        _host.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task Read_CompletedHere_IsThereAtOnceAndOnce()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.InviteAsync(cycle);
        Assert.Equal(0, (await ReadAsync()).Facts.Sheets);

        await CompleteAsync(cycle, customer, nps: 9);
        Announce(cycle, customer);

        var table = await ReadAsync();
        Assert.Equal((1, 9), (table.Facts.Sheets, Assert.Single(Nps(table))));
        Assert.Equal(1, table.Cycles.Single().Totals.Answered);
    }

    [Fact]
    public async Task Read_CompletedHere_ReadsThatOneRecord()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.InviteAsync(cycle);
        await ReadAsync();
        await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 9));
        var (ranges, reads) = (_store.Ranges, _store.Reads);

        Announce(cycle, customer);
        await ReadAsync();

        Assert.Equal(ranges, _store.Ranges);
        Assert.True(_store.Reads - reads <= 2, "More than the answer and its survey version was read.");
    }

    [Fact]
    public async Task Read_AnswerChanged_ReplacesAndLeavesFormerTablesAsTheyWere()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        var before = await ReadAsync();

        await CompleteAsync(cycle, customer, nps: 3);
        var after = await ReadAsync();

        Assert.Equal([9, 3], [.. Nps(before), .. Nps(after)]);
        Assert.NotEqual(before.Version, after.Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_AnswerErased_IsGone(bool closed)
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week, closed);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 2));
        Assert.Equal(2, (await ReadAsync()).Facts.Sheets);

        await EraseAsync(cycle, customer);
        Announce(cycle, customer);

        var after = await ReadAsync();
        Assert.Equal([2], Nps(after));
    }

    [Fact]
    public async Task Read_ErasedByAnotherProcessUnsaid_IsGoneTheNextDay()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week, closed: true);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        await ReadAsync();
        await EraseAsync(cycle, customer);

        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_CompletedByAnotherProcess_FollowsWithinASecond()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));

        Assert.Equal(0, (await ReadAsync()).Facts.Sheets);
        _clock.Advance(ResultTables.RereadAfter);
        Assert.Equal(1, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_FunnelMovedOn_FollowsWithinTenSeconds()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await _bank.InviteAsync(cycle);
        await ReadAsync();
        await _bank.InviteAsync(cycle);
        var ledgers = _store.RangesOf("sends");

        _clock.Advance(ResultTables.LedgersAfter - ResultTables.RereadAfter);
        Assert.Equal(1, (await ReadAsync()).Cycles.Single().Totals.Invited);
        Assert.Equal(ledgers, _store.RangesOf("sends"));
        _clock.Advance(ResultTables.RereadAfter);

        Assert.Equal(2, (await ReadAsync()).Cycles.Single().Totals.Invited);
    }

    [Fact]
    public async Task Read_CycleStartedByAnotherProcess_FollowsWithItsFirstNews()
    {
        var survey = await _bank.SurveyAsync();
        await ReadAsync();
        var cycle = await _bank.CycleAsync(survey, s_week);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));

        Announce(cycle, customer);

        Assert.Equal(1, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_WithinASecond_ReadsNothing()
    {
        await _bank.AnsweredAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week), ResultsBank.Scores(nps: 9));
        var first = await ReadAsync();
        var before = _store.Operations;

        Assert.Same(first, await ReadAsync());
        Assert.Equal(before, _store.Operations);
    }

    [Fact]
    public async Task Read_ClosedCycle_IsReadOnceADay()
    {
        await _bank.AnsweredAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week.Plus(-8), closed: true), ResultsBank.Scores(nps: 9));
        var first = await ReadAsync();
        var responses = _store.RangesOf("responses");

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Same(first, await ReadAsync());
        Assert.Equal(responses, _store.RangesOf("responses"));
    }

    [Fact]
    public async Task Read_CycleCloses_IsReadForTheLastTime()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        await _bank.CloseAsync(cycle, new CycleTotals(40, 39, 1, 20, 18, 16, 0));
        _clock.Advance(ResultTables.RereadAfter);

        var table = await ReadAsync();

        Assert.Equal((1, true, 16), (table.Facts.Sheets, table.Cycles.Single().Closed, table.Cycles.Single().Totals.Answered));
    }

    [Fact]
    public async Task Read_FiveYears_AreThere()
    {
        var survey = await _bank.SurveyAsync();
        await _bank.AnsweredAsync(await _bank.CycleAsync(survey, s_week.Plus(-5 * 52), closed: true), ResultsBank.Scores(nps: 9));
        await _bank.AnsweredAsync(await _bank.CycleAsync(survey, s_week.Plus(-7 * 52), closed: true), ResultsBank.Scores(nps: 1));

        var table = await ReadAsync();
        Assert.Equal([9], Nps(table));
    }

    [Fact]
    public async Task Read_TwoProcesses_NameTheSameContentAlike()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(selfImage: true), s_week);
        await _bank.AskSelfImageAsync(cycle);
        var empty = (await _elsewhere.ReadAsync(_bank.Id)).Version;
        await ReadAsync();
        var customer = await _bank.InviteAsync(cycle, ResultsBank.Timo);
        await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: 9), ResultsBank.Timo);
        Announce(cycle, customer);
        var early = await ReadAsync();
        _clock.Advance(ResultTables.LedgersAfter);

        var (here, there) = (await ReadAsync(), await _elsewhere.ReadAsync(_bank.Id));

        Assert.Equal(here.Version, there.Version);
        Assert.NotEqual(empty, here.Version);
        Assert.NotEqual(early.Version, here.Version);
    }

    [Fact]
    public async Task Read_RecordWrittenWithoutAChangeThatCounts_IsTheSameTable()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        var before = await ReadAsync();

        await _bank.Responses.Responses.UpdateAsync(ResponseRecords.Partition(_bank.Id, cycle), customer.ToString(), r => r! with { Callback = new CallbackRequest(_clock.GetUtcNow()) });
        _clock.Advance(ResultTables.RereadAfter);

        Assert.Same(before, await ReadAsync());
    }

    [Fact]
    public async Task Read_DraftsAndTests_DoNotCount()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), ResultsBank.Scores(nps: 9), completed: false);
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), ResultsBank.Scores(nps: 9), kind: ParticipantKind.Test);

        var table = await ReadAsync();

        Assert.Equal((0, 1, 0), (table.Facts.Sheets, table.Cycles.Single().Totals.Started, table.Cycles.Single().Totals.Answered));
    }

    [Fact]
    public async Task Read_SelfImagesAndInterviewers_AreMarked()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(selfImage: true), s_week);
        await _bank.AnswerAsync(cycle, await _bank.AskSelfImageAsync(cycle), ResultsBank.Scores(contact: 5));
        await _bank.AnswerAsync(cycle, await _bank.InviteAsync(cycle), ResultsBank.Scores(contact: 2), byInterviewer: true);
        await _bank.AnsweredAsync(cycle, ResultsBank.Scores(contact: 3));

        var table = await ReadAsync();

        Assert.Equal([1, 1, 1], new[] { SheetMarks.Customer, SheetMarks.SelfImage, SheetMarks.Interviewer }.Select(m => Sheets(table, m)));
        Assert.Equal(ResultsBank.Jana, Assert.Single(table.Asks).Advisor);
    }

    [Fact]
    public async Task Read_ConfidentialSurvey_ShowsSelfImagesAloneAndSaysHowManyAreMissing()
    {
        var survey = await _bank.SurveyAsync(mode: ConfidentialityMode.Confidential, selfImage: true);
        var closed = await _bank.CycleAsync(survey, s_week.Plus(-6), closed: true);
        await AnsweredAsync(closed, 2);
        var open = await _bank.CycleAsync(survey, s_week);
        await AnsweredAsync(open, 7);
        await _bank.AnswerAsync(open, await _bank.AskSelfImageAsync(open), ResultsBank.Scores(contact: 5));

        var table = await ReadAsync();

        Assert.Equal((0, 1), (Sheets(table, SheetMarks.Customer), Sheets(table, SheetMarks.SelfImage)));
        var withheld = Assert.Single(table.Withheld);
        Assert.Equal((survey, 3, 3), (withheld.Survey, withheld.Missing, withheld.ByAdvisor[ResultsBank.Jana]));
    }

    [Fact]
    public async Task Read_ConfidentialSurvey_ShowsWholeBatchesOfFinalAnswersOnceTheyAreFinal()
    {
        var survey = await _bank.SurveyAsync(mode: ConfidentialityMode.Confidential);
        await AnsweredAsync(await _bank.CycleAsync(survey, s_week.Plus(-6), closed: true), 4);
        var open = await _bank.CycleAsync(survey, s_week.Plus(-5));
        await AnsweredAsync(open, 4);
        await AnsweredAsync(await _bank.CycleAsync(survey, s_week.Plus(-4), closed: true), 4);
        Assert.Equal(0, (await ReadAsync()).Facts.Sheets);

        await _bank.CloseAsync(open, new CycleTotals(0, 0, 0, 0, 0, 0, 0));
        _clock.Advance(ResultTables.RereadAfter);
        var table = await ReadAsync();

        Assert.Equal(10, table.Facts.Sheets);
        Assert.All(table.Facts.Blocks.SelectMany(b => b.Participants), p => Assert.Equal(0UL, p));
        Assert.Empty(table.Withheld);
    }

    [Fact]
    public async Task Read_ConfidentialAnswersOfAYearThatIsBeingDeleted_AreLeftOut()
    {
        var survey = await _bank.SurveyAsync(mode: ConfidentialityMode.Confidential);
        await AnsweredAsync(await _bank.CycleAsync(survey, IsoWeek.Parse("2023-W50"), closed: true), 5);
        await AnsweredAsync(await _bank.CycleAsync(survey, IsoWeek.Parse("2024-W02"), closed: true), 5);
        await AnsweredAsync(await _bank.CycleAsync(survey, IsoWeek.Parse("2025-W02"), closed: true), 5);

        var table = await ReadAsync();

        Assert.Equal([2024, 2025], table.Facts.Blocks.SelectMany(b => b.Weeks).Select(w => FactTime.Week(w).Year).Distinct());
    }

    [Fact]
    public async Task Read_StoreFailed_ForgetsNoNews()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        var customer = await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9));
        Announce(cycle, customer);
        _store.Fails = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(ReadAsync);
        await Assert.ThrowsAsync<StorageUnavailableException>(ReadAsync);

        _store.Fails = false;

        Assert.Equal(1, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_MoreNewsThanRemembered_IsComplete()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        for (var i = 0; i < 500; i++)
        {
            Announce(cycle, await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: i % 11)));
        }

        Assert.Equal(500, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_OtherInstitute_SharesNothing()
    {
        await _bank.AnsweredAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week), ResultsBank.Scores(nps: 9));

        Assert.Equal(0, (await _tables.ReadAsync(new ResultsBank(_store, _clock, "andere-bank").Id)).Facts.Sheets);
        Assert.Equal(1, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_WhileAnotherReaderTakesUpTheNews_WaitsForThem()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        await ReadAsync();
        Announce(cycle, await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: 9)));
        var store = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.BeforeRead = _ => store.Task;

        var (first, second) = (ReadAsync(), ReadAsync());
        store.SetResult();

        Assert.Equal((1, 1), ((await first).Facts.Sheets, (await second).Facts.Sheets));
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

                await CompleteAsync(cycle, customer, nps: 9);
                var number = FactTime.Of(customer);
                Assert.Single((await ReadAsync()).Facts.Blocks.SelectMany(b => b.Participants), p => p == number);
            }
        })));

        Assert.Equal(200, (await ReadAsync()).Facts.Sheets);
    }

    [Fact]
    public async Task Read_NobodyForAnHour_GivesTheMemoryBack()
    {
        await ReadAsync();
        Assert.Equal(1, _tables.Held);

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, _tables.Held);
    }

    [Fact]
    public async Task Comments_OfOpenAndClosedCycles_ComeWithGiverScoreAndMinute()
    {
        var survey = await _bank.SurveyAsync();
        var (closed, open) = (await _bank.CycleAsync(survey, s_week.Plus(-6), closed: true), await _bank.CycleAsync(survey, s_week));
        var first = await CommentAsync(closed, "Sehr gut", nps: 10);
        var second = await CommentAsync(open, " Zu lange gewartet ", nps: 3);

        var comments = await CommentsAsync();

        Assert.Equal(["Sehr gut", "Zu lange gewartet"], comments.Select(c => c.Text));
        Assert.Equal([first, second], comments.Select(c => c.Giver!.Value));
        Assert.Equal([10, 3], comments.Select(c => c.Nps!.Value));
        Assert.All(comments, c => Assert.Equal((ResultsBank.Jana, "111", "praise", FactTime.Of(_clock.GetUtcNow())), (c.Advisor, c.Unit, c.Question.Id, c.Minutes)));
    }

    [Fact]
    public async Task Comments_Changed_ChangeTheTablesVersion()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);
        var customer = await CommentAsync(cycle, "Gut", nps: 9);
        var before = await ReadAsync();

        await _bank.AnswerAsync(cycle, customer, Commented("Sehr gut", 9));
        Announce(cycle, customer);

        Assert.NotEqual(before.Version, (await ReadAsync()).Version);
        Assert.Equal("Sehr gut", Assert.Single(await CommentsAsync()).Text);
    }

    [Fact]
    public async Task Comments_OfClosedCycles_AreReadOnceUntilErased()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(), s_week.Plus(-6), closed: true);
        var customer = await CommentAsync(cycle, "Gut", nps: 9);
        await CommentsAsync();
        var responses = _store.RangesOf("responses");
        Assert.Single(await CommentsAsync());
        Assert.Equal(responses, _store.RangesOf("responses"));

        await EraseAsync(cycle, customer);
        Announce(cycle, customer);

        Assert.Empty(await CommentsAsync());
    }

    [Fact]
    public async Task Comments_OfConfidentialSurveys_ComeInBatchesOfEightWithoutGivers()
    {
        var survey = await _bank.SurveyAsync(mode: ConfidentialityMode.Confidential);
        var cycle = await _bank.CycleAsync(survey, s_week.Plus(-6), closed: true);
        for (var n = 0; n < 7; n++)
        {
            await CommentAsync(cycle, $"Nummer {n}", nps: 9);
        }

        await CommentAsync(await _bank.CycleAsync(survey, s_week), "Noch offen", nps: 9);
        Assert.Empty(await CommentsAsync());
        await CommentAsync(await _bank.CycleAsync(survey, s_week.Plus(-5), closed: true), "Nummer 7", nps: 9);
        _clock.Advance(ResultTables.RereadAfter);

        var comments = await CommentsAsync();

        Assert.Equal(Enumerable.Range(0, 8).Select(n => $"Nummer {n}"), comments.Select(c => c.Text).Order());
        Assert.All(comments, c => Assert.Equal((null, null), (c.Giver, c.Nps)));
    }

    [Fact]
    public async Task Comments_OfSelfImages_AreLeftOut()
    {
        var cycle = await _bank.CycleAsync(await _bank.SurveyAsync(selfImage: true), s_week);
        await _bank.AnswerAsync(cycle, await _bank.AskSelfImageAsync(cycle), Commented("Bin gut", null));

        Assert.Empty(await CommentsAsync());
    }

    private async Task AnsweredAsync(CycleId cycle, int sheets)
    {
        for (var n = 0; n < sheets; n++)
        {
            await _bank.AnsweredAsync(cycle, ResultsBank.Scores(nps: n % 11, csat: 4));
        }
    }

    private static Dictionary<string, Answer> Commented(string text, int? nps)
    {
        var answers = ResultsBank.Scores(nps: nps);
        answers["praise"] = new Answer(Text: text);
        return answers;
    }

    private Task<ParticipantId> CommentAsync(CycleId cycle, string text, int nps) => _bank.AnsweredAsync(cycle, Commented(text, nps));

    private async Task<IReadOnlyList<TableComment>> CommentsAsync() => await _tables.CommentsAsync(_bank.Id, await ReadAsync());

    private static int[] Nps(ResultTable table) =>
    [
        .. table.Facts.Blocks.SelectMany(b => b.Answers[b.Columns.TakeWhile(c => c.Asked.Question.Kind != QuestionKind.Nps).Count()].Take(b.Count))
            .Select(code => AnswerCode.Score(code)).Order(),
    ];

    private static int Sheets(ResultTable table, SheetMarks marks) => table.Facts.Blocks.Sum(b => b.Marks.Count(m => m == (byte)marks));

    private Task<ResultTable> ReadAsync() => _tables.ReadAsync(_bank.Id);

    private async Task CompleteAsync(CycleId cycle, ParticipantId customer, int nps)
    {
        await _bank.AnswerAsync(cycle, customer, ResultsBank.Scores(nps: nps));
        Announce(cycle, customer);
    }

    private async Task EraseAsync(CycleId cycle, ParticipantId customer)
    {
        var partition = ResponseRecords.Partition(_bank.Id, cycle);
        await _bank.Responses.Responses.WriteAsync(partition, [Table<Response>.Delete((await _bank.Responses.Responses.ReadAsync(partition, customer.ToString()))!)]);
    }

    private void Announce(CycleId cycle, ParticipantId customer) => _feed.Announce(new ResponseNews(_bank.Id, cycle, customer));

    private ResultTables New(ResponseFeed feed) => _host.NewTables(feed);
}
