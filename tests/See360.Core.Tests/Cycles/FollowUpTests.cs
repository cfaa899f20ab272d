using See360.Core.Concepts;
using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Core.Tests.Cycles;

public class FollowUpTests
{
    private readonly CycleBench _bench = new();

    [Fact]
    public async Task Remind_AfterSevenDays_OnlyWhoHasNotAnswered()
    {
        await OpenAsync();
        var answered = await _bench.Bank.AddWaitingAsync(1);
        await _bench.Bank.AddWaitingAsync(2);
        await _bench.SendAsync();
        var cycle = _bench.Cycle();
        await AnswerAsync(cycle, answered);

        _bench.Clock.Advance(TimeSpan.FromDays(7));
        await _bench.RunAsync(cycle);
        await _bench.RunAsync(cycle);

        Assert.Equal(["kunde2@kunde.example"], Recipients("reminder"));
    }

    [Fact]
    public async Task Remind_CustomerObjectedAfterInvitation_IsSkipped()
    {
        await OpenAsync();
        var customer = await _bench.Bank.AddWaitingAsync(1);
        await _bench.SendAsync();
        await _bench.Get<ContactRecords>().Contacts.UpdateAsync(
            ContactRecords.Partition(_bench.Bank.Id),
            _bench.Get<ContactKeys>().OfEmail(_bench.Bank.Id, customer.Email),
            contact => contact! with { ObjectedAt = _bench.Clock.GetUtcNow() });
        var cycle = _bench.Cycle();

        _bench.Clock.Advance(TimeSpan.FromDays(7));
        await _bench.RunAsync(cycle);

        Assert.Empty(Recipients("reminder"));
        var skipped = (await _bench.LedgerAsync(cycle)).Single(s => s.Kind == SendKind.Reminder1);
        Assert.Equal((SendState.Skipped, "objected"), (skipped.State, skipped.Reason));
    }

    [Fact]
    public async Task Remind_ThreeReminders_EachOnceAndInOrder()
    {
        await OpenAsync(new SurveyRules(Reminders: 3, ReminderGapDays: 5));
        for (var n = 1; n <= 60; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        await _bench.SendAsync();
        var cycle = _bench.Cycle();
        for (var day = 1; day <= 28; day++)
        {
            _bench.Clock.Advance(TimeSpan.FromDays(1));
            await _bench.RunAsync(cycle);
        }

        var ledger = await _bench.LedgerAsync(cycle);
        Assert.Equal(4 * 60, ledger.Count);
        Assert.Equal(180, Recipients("reminder").Count);
    }

    [Fact]
    public async Task AskSelfImages_TwoWeeksRunning_EachAdvisorIsAskedOnce()
    {
        await OpenAsync(asksSelfImage: true);
        await _bench.Bank.AddAdvisorAsync(2);
        await _bench.Bank.AddWaitingAsync(1);
        await _bench.Bank.AddWaitingAsync(2, advisor: 2);
        await _bench.Bank.AddWaitingAsync(3, advisor: 2);
        await _bench.SendAsync();

        _bench.Clock.Advance(TimeSpan.FromDays(7));
        await _bench.Bank.AddWaitingAsync(1, customerNumber: "0000000101", email: "neu@kunde.example");
        await _bench.SendAsync();

        Assert.Equal(["berater1@sparkasse-musterstadt.example", "berater2@sparkasse-musterstadt.example"], Recipients("self-image"));
    }

    [Fact]
    public async Task Newsletter_TwoSurveysBroughtAnswers_OneMailWithTheSum()
    {
        await OpenAsync();
        await _bench.Bank.AddSurveyAsync("versicherung", 2);
        var first = await _bench.Bank.AddWaitingAsync(1);
        var second = await _bench.Bank.AddWaitingAsync(2, "versicherung");
        await _bench.SendAsync();
        _bench.Clock.Advance(TimeSpan.FromDays(2));
        await AnswerAsync(_bench.Cycle(), first);
        await AnswerAsync(_bench.Cycle("versicherung"), second);
        var cycles = new[] { _bench.Cycle(), _bench.Cycle("versicherung") };

        for (var day = 0; day < 30; day++)
        {
            _bench.Clock.Advance(TimeSpan.FromDays(1));
            foreach (var cycle in cycles)
            {
                await _bench.RunAsync(cycle);
            }
        }

        Assert.Equal(["berater1@sparkasse-musterstadt.example"], Recipients("newsletter"));
        Assert.Equal("newsletter 2", _bench.Mailer.Sent.Single(m => m.Subject.StartsWith("newsletter", StringComparison.Ordinal)).Subject);
    }

    [Fact]
    public async Task Newsletter_SurveyIsConfidential_ItsAnswersAreNotCounted()
    {
        await OpenAsync();
        await _bench.Bank.AddSurveyAsync("versicherung", 2, confidentiality: ConfidentialityMode.Confidential);
        var open = await _bench.Bank.AddWaitingAsync(1);
        var confidential = await _bench.Bank.AddWaitingAsync(2, "versicherung");
        await _bench.SendAsync();
        var cycle = _bench.Cycle();
        _bench.Clock.Advance(TimeSpan.FromDays(2));
        await AnswerAsync(cycle, open);
        await AnswerAsync(_bench.Cycle("versicherung"), confidential);

        _bench.Clock.Advance(TimeSpan.FromDays(6));
        await _bench.RunAsync(cycle);

        Assert.Equal("newsletter 1", _bench.Mailer.Sent.Single(m => m.Subject.StartsWith("newsletter", StringComparison.Ordinal)).Subject);
    }

    [Fact]
    public async Task Newsletter_ConceptIsWithdrawn_DoesNotLeave()
    {
        await OpenAsync(new SurveyRules(Reminders: 0));
        var customer = await _bench.Bank.AddWaitingAsync(1);
        await _bench.SendAsync();
        var cycle = _bench.Cycle();
        await AnswerAsync(cycle, customer);
        await _bench.Get<WithdrawConcept>().RunAsync(_bench.Bank.Id, "", "romy", seen: null);

        _bench.Clock.Advance(TimeSpan.FromDays(8));
        await _bench.RunAsync(cycle);

        Assert.Empty(Recipients("newsletter"));
    }

    [Fact]
    public async Task StartDueWeek_AskedAllWeekLong_StartsOnceAtTheInstitutesHour()
    {
        var bench = new CycleBench(FakeClock.Monday.AddMinutes(-1));
        await bench.Bank.OpenAsync();
        await bench.Bank.AddSurveyAsync();
        await bench.Bank.AddAdvisorAsync();
        await bench.Bank.AddWaitingAsync(1);
        var starts = new List<DateTimeOffset>();
        for (var hour = 0; hour < 24 * 7; hour++)
        {
            if (await bench.Get<StartDueWeek>().RunAsync(await bench.Get<InstituteRecords>().GetAsync(bench.Bank.Id)))
            {
                starts.Add(bench.Clock.GetUtcNow());
            }

            bench.Clock.Advance(hour == 0 ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1));
        }

        Assert.Equal([FakeClock.Monday], starts);
    }

    [Fact]
    public async Task Strategic_StockOfManyAdvisors_TheDoseIsSpreadEvenlyAndNobodyIsAskedTwice()
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync(kind: SurveyKind.Strategic, rules: new SurveyRules(WeeklyDose: 4));
        for (var advisor = 1; advisor <= 8; advisor++)
        {
            await _bench.Bank.AddAdvisorAsync(advisor);
            for (var n = 1; n <= 10; n++)
            {
                await _bench.Bank.AddWaitingAsync((advisor * 100) + n, advisor: advisor);
            }
        }

        for (var week = 0; week < 4; week++)
        {
            await _bench.SendAsync();
            await _bench.SendAsync();
            _bench.Clock.Advance(TimeSpan.FromDays(7));
        }

        Assert.Equal(16, Recipients("invitation").Count);
        Assert.Equal(64, (await _bench.WaitingAsync()).Count);
        var perAdvisor = (await _bench.WaitingAsync()).CountBy(w => w.Advisor).Select(a => a.Value).ToList();
        Assert.All(perAdvisor, left => Assert.Equal(8, left));
    }

    [Fact]
    public async Task Strategic_CustomerInQuarantine_StaysInTheStockUntilItIsOver()
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync(kind: SurveyKind.Strategic, rules: new SurveyRules(WeeklyDose: 5));
        await _bench.Bank.AddAdvisorAsync();
        var customer = await _bench.Bank.AddWaitingAsync(1);
        await _bench.Get<ContactRecords>().Contacts.InsertAsync(
            ContactRecords.Partition(_bench.Bank.Id),
            _bench.Get<ContactKeys>().OfEmail(_bench.Bank.Id, customer.Email),
            new Contact(ClaimedBy: customer.Id with { Number = 99 }, ClaimedAt: _bench.Clock.GetUtcNow().AddDays(-80)));

        await _bench.SendAsync();
        Assert.Equal(ParticipantState.Quarantine, (await _bench.ParticipantAsync(customer)).State);
        Assert.Single(await _bench.WaitingAsync());

        _bench.Clock.Advance(TimeSpan.FromDays(14));
        await _bench.SendAsync();
        Assert.Equal(["kunde1@kunde.example"], Recipients("invitation"));
    }

    private List<string> Recipients(string subject) =>
        [.. _bench.Mailer.Sent.Where(m => m.Subject.StartsWith(subject, StringComparison.Ordinal)).Select(m => m.To.Address).Order(StringComparer.Ordinal)];

    private async Task AnswerAsync(CycleId cycle, Participant customer)
    {
        var now = _bench.Clock.GetUtcNow();
        await _bench.Get<ResponseRecords>().Responses.InsertAsync(
            ResponseRecords.Partition(_bench.Bank.Id, cycle), customer.Id.ToString(),
            new Response(customer.Id, ParticipantKind.Customer, cycle, 1, Language.De, customer.Advisor, customer.Unit, "", "",
                new Dictionary<string, Answer>(), 1, now, now, now));
    }

    private async Task OpenAsync(SurveyRules? rules = null, bool asksSelfImage = false)
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync(rules: rules, asksSelfImage: asksSelfImage);
        await _bench.Bank.AddAdvisorAsync();
    }
}
