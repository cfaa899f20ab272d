using See360.Core.Concepts;
using See360.Core.Cycles;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

/// <summary>A newsletter that the mail server does not take now is tried again, as every other mail is.</summary>
public sealed class NewsletterRetryTests
{
    private CycleBench _bench = new();

    private bool _isServerWell = true;

    [Fact]
    public async Task Newsletter_IsDeferred_LeavesWhenTheServerTakesItAgain()
    {
        await SevenDaysAfterAsync(answers: 1);
        await DeferAsync();
        Assert.Equal((SendState.Deferred, 1), ((await NewsletterAsync()).State, (await NewsletterAsync()).Tries));

        _isServerWell = true;
        await RunAfterAsync(TimeSpan.FromMinutes(4));
        Assert.Empty(Newsletters());
        await RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("newsletter 1", Assert.Single(Newsletters()).Subject);
        Assert.Equal((SendState.Sent, 2, null), ((await NewsletterAsync()).State, (await NewsletterAsync()).Tries, (await NewsletterAsync()).NextTryAt));
        Assert.Null((await _bench.CycleAsync(Cycle)).NewsletterRetryAt);
    }

    [Fact]
    public async Task Newsletter_IsNeverTaken_IsTriedAsOftenAsAnInvitationAndGivenUp()
    {
        await OpenAsync(1, new SurveyRules(Reminders: 0));
        Answering();
        _isServerWell = false;
        await _bench.SendAsync();
        await RunDaysAsync(5);
        var invitation = Assert.Single(await _bench.LedgerAsync(Cycle));
        await AnswerAsync(1);

        await RunDaysAsync(8);

        var newsletter = await NewsletterAsync(_week.Plus(1));
        Assert.Equal((SendState.Failed, "deferred-too-long"), (newsletter.State, newsletter.Reason));
        Assert.Equal((invitation.Tries, invitation.Reason), (newsletter.Tries, newsletter.Reason));
        Assert.Null((await _bench.CycleAsync(Cycle)).NewsletterRetryAt);
    }

    [Fact]
    public async Task Newsletter_IsDeferredOnTheCyclesLastDay_HoldsUpNoCloseAndLeavesAfterIt()
    {
        await OpenAsync(1, new SurveyRules(Reminders: 0, TokenLifeDays: 7));
        Answering();
        await _bench.SendAsync();
        await AnswerAsync(1);
        _bench.Clock.Advance(TimeSpan.FromDays(7));
        await DeferAsync();

        var closed = await _bench.CycleAsync(Cycle);
        Assert.Equal((true, false), (closed.ClosedAt is not null, closed.IsOver));
        _isServerWell = true;
        await RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Single(Newsletters());
        Assert.True((await _bench.CycleAsync(Cycle)).IsOver);
        Assert.Equal(closed.ClosedAt, (await _bench.CycleAsync(Cycle)).ClosedAt);
    }

    [Fact]
    public async Task Newsletter_IsDeferredInACycleThatBouncesHavePaused_LeavesAllTheSame()
    {
        await SevenDaysAfterAsync(answers: 1);
        await DeferAsync();
        await _bench.Get<CycleRecords>().Cycles.UpdateAsync(
            CycleRecords.Partition(_bench.Bank.Id), Cycle.ToString(), cycle => cycle! with { PausedAt = _bench.Clock.GetUtcNow() });

        _isServerWell = true;
        await RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Single(Newsletters());
    }

    [Fact]
    public async Task Newsletter_ConceptIsWithdrawnWhileItIsDeferred_DoesNotLeave()
    {
        await SevenDaysAfterAsync(answers: 1);
        await DeferAsync();
        await _bench.Get<WithdrawConcept>().RunAsync(_bench.Bank.Id, "", "romy", seen: null);

        _isServerWell = true;
        await RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(Newsletters());
        Assert.Equal((SendState.Skipped, "concept-withdrawn"), ((await NewsletterAsync()).State, (await NewsletterAsync()).Reason));
        Assert.Null((await _bench.CycleAsync(Cycle)).NewsletterRetryAt);
    }

    [Fact]
    public async Task Newsletter_AdvisorLeavesWhileItIsDeferred_DoesNotLeave()
    {
        await SevenDaysAfterAsync(answers: 1);
        await DeferAsync();
        await _bench.Bank.Organisation.Employees.UpdateAsync(
            OrganisationRecords.Partition(_bench.Bank.Id), OrganisationRecords.EmployeeRow(Advisor(1)), employee => employee! with { Active = false });

        _isServerWell = true;
        await RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(Newsletters());
        Assert.Equal((SendState.Skipped, "advisor-inactive"), ((await NewsletterAsync()).State, (await NewsletterAsync()).Reason));
    }

    [Fact]
    public async Task Newsletters_MoreThanAUnitTakes_AllLeave()
    {
        await SevenDaysAfterAsync(answers: 120);
        await DeferAsync();

        _isServerWell = true;
        await RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(120, Newsletters().Count);
    }

    [Fact]
    public async Task Retry_ByManyAtOnce_SendsEachOnce()
    {
        await SevenDaysAfterAsync(answers: 40);
        await DeferAsync();
        _isServerWell = true;
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = _bench.Mailer.HandedOver;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => _bench.RunAsync(Cycle, new CycleWorker($"worker{n}", IsAlone: false)))));

        Assert.Equal(before + 40, _bench.Mailer.HandedOver);
        Assert.Equal(40, Newsletters().Count);
    }

    [Fact]
    public async Task Newsletters_KilledAtEveryWrite_EachAdvisorGetsOne()
    {
        for (var at = 1; await SurvivesAsync(new DyingStore(at, at)); at++)
        {
            Assert.True(at < 200, "The cycle writes too often.");
        }
    }

    /// <returns>False if the store never had to die.</returns>
    private async Task<bool> SurvivesAsync(DyingStore store)
    {
        const int Advisors = 5;
        _isServerWell = true;
        _bench = new CycleBench(store: store);
        await SevenDaysAfterAsync(Advisors);
        var accepted = new List<string>();
        _bench.Mailer.After = mail =>
        {
            lock (accepted)
            {
                accepted.Add(mail.To.Address);
            }
        };
        store.Arm();
        _isServerWell = false;
        await RunDyingAsync(store);
        _isServerWell = true;
        foreach (var minutes in new[] { 5, 10, 10, 10 })
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await RunDyingAsync(store);
        }

        store.Disarm();
        Assert.Equal(Enumerable.Range(1, Advisors).Select(Advisor), accepted.Where(to => to.StartsWith("berater", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(await LedgerAsync(_week.Plus(1)), send => Assert.Equal((SendState.Sent, 2), (send.State, send.Tries)));
        Assert.Null((await _bench.CycleAsync(Cycle)).NewsletterRetryAt);
        return store.HasDied;
    }

    /// <summary>Each life begins with nothing in memory.</summary>
    private async Task RunDyingAsync(DyingStore store)
    {
        while (true)
        {
            try
            {
                await _bench.RunAsync(Cycle);
                return;
            }
            catch (Exception e) when (e is DeathException or AggregateException { InnerException: DeathException })
            {
                _bench = new CycleBench(_bench.Clock.GetUtcNow(), store, _bench.Mailer);
            }
        }
    }

    private CycleId Cycle => new(_week, SurveyId.Parse("beratung"));

    private IsoWeek _week;

    private static string Advisor(int n) => $"berater{n}@sparkasse-musterstadt.example";

    private async Task OpenAsync(int advisors, SurveyRules rules)
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync(rules: rules);
        _week = _bench.Bank.Week;
        for (var n = 1; n <= advisors; n++)
        {
            await _bench.Bank.AddAdvisorAsync(n);
            await _bench.Bank.AddWaitingAsync(n, advisor: n);
        }
    }

    private void Answering() =>
        _bench.Mailer.Answer = _ => _isServerWell ? null : new MailOutcome.Deferred("451", "Try again later");

    /// <summary>Every customer has answered, each of another advisor, and the newsletter is due.</summary>
    private async Task SevenDaysAfterAsync(int answers)
    {
        await OpenAsync(answers, new SurveyRules(Reminders: 0));
        Answering();
        await _bench.SendAsync();
        for (var n = 1; n <= answers; n++)
        {
            await AnswerAsync(n);
        }

        _bench.Clock.Advance(TimeSpan.FromDays(7));
    }

    private async Task DeferAsync()
    {
        _isServerWell = false;
        await _bench.RunAsync(Cycle);
    }

    private Task<DateTimeOffset?> RunAfterAsync(TimeSpan time)
    {
        _bench.Clock.Advance(time);
        return _bench.RunAsync(Cycle);
    }

    private async Task RunDaysAsync(int days)
    {
        for (var minute = 0; minute < days * 24 * 60; minute += 5)
        {
            await RunAfterAsync(TimeSpan.FromMinutes(5));
        }
    }

    private Task<List<Send>> LedgerAsync(IsoWeek week) =>
        _bench.Get<CycleRecords>().Sends.ListAsync(CycleRecords.NewsletterPartition(_bench.Bank.Id, week));

    private async Task<Send> NewsletterAsync(IsoWeek? week = null) => Assert.Single(await LedgerAsync(week ?? _week.Plus(1)));

    private List<MailMessage> Newsletters() => [.. _bench.Mailer.Sent.Where(m => m.Subject.StartsWith("newsletter", StringComparison.Ordinal))];

    private async Task AnswerAsync(int n)
    {
        var now = _bench.Clock.GetUtcNow();
        var id = new ParticipantId(new BatchId(_week, BatchKind.Import, 1), n);
        await _bench.Get<ResponseRecords>().Responses.InsertAsync(
            ResponseRecords.Partition(_bench.Bank.Id, Cycle), id.ToString(),
            new Response(id, ParticipantKind.Customer, Cycle, 1, Language.De, Advisor(n), "111", "", "", new Dictionary<string, Answer>(), 1, now, now, now));
    }
}
