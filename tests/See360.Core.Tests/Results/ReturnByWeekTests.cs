using See360.Core.Cycles;
using See360.Core.Results;
using See360.Testing;

namespace See360.Core.Tests.Results;

public sealed class ReturnByWeekTests
{
    private static readonly IsoWeek s_week = IsoWeek.Parse("2026-W46");

    private readonly FakeClock _clock = new();
    private readonly ResultsBank _bank;
    private readonly ReturnByWeek _return;

    public ReturnByWeekTests()
    {
        var store = new InMemoryRecordStore();
        _bank = new ResultsBank(store, _clock);
        _return = new ReturnByWeek(
            new ResultsHost(store, new InMemoryFileStore(), _clock).Tables, _clock);
    }

    [Fact]
    public async Task Return_OpenAndClosedCycles_AreAddedByWeek()
    {
        var (one, other) = (await _bank.SurveyAsync(), await _bank.SurveyAsync("service", 2));
        var open = await _bank.CycleAsync(one, s_week);
        await _bank.InviteAsync(open);
        await _bank.AnsweredAsync(open, ResultsBank.Scores(nps: 9));
        await _bank.InviteAsync(await _bank.CycleAsync(other, s_week));
        await _bank.CloseAsync(await _bank.CycleAsync(one, s_week.Plus(-5)), new CycleTotals(45, 42, 3, 25, 20, 16, 1));

        var weeks = await WeeksAsync();

        Assert.Equal([s_week, s_week.Plus(-5)], weeks.Select(w => w.Week));
        Assert.Equal((3, 0, 1, true), (weeks[0].Sent, weeks[0].Bounced, weeks[0].Answered, weeks[0].Running));
        Assert.Equal((45, 42, 3, 16, 1, false), (weeks[1].Sent, weeks[1].Delivered, weeks[1].Bounced, weeks[1].Answered, weeks[1].Declined, weeks[1].Running));
        Close.Equal(16 / 42.0, weeks[1].Rate, 1e-12);
    }

    [Fact]
    public async Task Return_NothingDelivered_HasNoRate()
    {
        await _bank.CloseAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week.Plus(-5)), new CycleTotals(2, 0, 2, 0, 0, 0, 0));

        var week = Assert.Single(await WeeksAsync());

        Assert.Equal((2, null, null), (week.Sent, week.Rate, week.Low));
    }

    [Fact]
    public async Task Return_WeekWithoutMails_IsLeftOut()
    {
        await _bank.CycleAsync(await _bank.SurveyAsync(), s_week);

        Assert.Empty(await WeeksAsync());
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public async Task Return_YoungerThanFourteenDays_IsRunning(int days, bool running)
    {
        await _bank.InviteAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week));
        _clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(running, Assert.Single(await WeeksAsync()).Running);
    }

    [Fact]
    public async Task Return_TurnsFromRunningToDone_ChangesTheVersion()
    {
        await _bank.InviteAsync(await _bank.CycleAsync(await _bank.SurveyAsync(), s_week));
        var version = (await _return.ExecuteAsync(_bank.Id, 12)).Version;
        Assert.Null((await _return.ExecuteAsync(_bank.Id, 12, version)).Value);

        _clock.Advance(TimeSpan.FromDays(14));

        Assert.NotNull((await _return.ExecuteAsync(_bank.Id, 12, version)).Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(54)]
    public async Task Return_ImpossibleWeeks_AreRefused(int weeks) =>
        Assert.Equal("weeks", (await Assert.ThrowsAsync<BadInput>(() => _return.ExecuteAsync(_bank.Id, weeks))).Field);

    [Fact]
    public async Task Return_FewWeeks_AreTheNewest()
    {
        var survey = await _bank.SurveyAsync();
        for (var i = 0; i < 4; i++)
        {
            await _bank.InviteAsync(await _bank.CycleAsync(survey, s_week.Plus(-i)));
        }

        Assert.Equal([s_week, s_week.Plus(-1)], (await _return.ExecuteAsync(_bank.Id, 2)).Value!.Weeks.Select(w => w.Week));
    }

    private async Task<IReadOnlyList<ReturnWeek>> WeeksAsync() => (await _return.ExecuteAsync(_bank.Id, 12)).Value!.Weeks;
}
