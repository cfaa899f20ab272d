using See360.Core.Concepts;
using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Mail;
using See360.Core.Surveys;

namespace See360.Core.Tests.Cycles;

/// <summary>A mail waits for its turn at a slow server, and meanwhile the bank or the customer changes its mind.</summary>
public sealed class LastLookTests
{
    private readonly CycleBench _bench = new();

    [Fact]
    public async Task Send_ConceptWithdrawnWhileMailsWait_NoneLeavesUntilItIsAgreedAgain()
    {
        await OpenAsync();
        var withdrawn = new Lazy<Task>(() => _bench.Get<WithdrawConcept>().RunAsync(_bench.Bank.Id, "", "romy", seen: null));
        _bench.Mailer.Hold = _ => withdrawn.Value;
        await _bench.SendAsync();

        Assert.Empty(_bench.Mailer.Sent);
        Assert.All(await _bench.LedgerAsync(_bench.Cycle()), s => Assert.Equal((SendState.Deferred, "concept-withdrawn", 0), (s.State, s.Reason, s.Tries)));

        _bench.Mailer.Hold = _ => Task.CompletedTask;
        await AgreeAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(15));
        await _bench.RunAsync(_bench.Cycle());
        Assert.Equal(3, _bench.Mailer.Sent.Count);
    }

    [Fact]
    public async Task Send_ApprovalWithdrawnWhileMailsWait_NoneLeaves()
    {
        var survey = await OpenAsync();
        _bench.Mailer.Hold = _ => _bench.Get<WithdrawApproval>().RunAsync(_bench.Bank.Id, survey.Id, "", "romy");

        await _bench.SendAsync();

        Assert.Empty(_bench.Mailer.Sent);
        Assert.All(await _bench.LedgerAsync(_bench.Cycle()), s => Assert.Equal("survey-approval-withdrawn", s.Reason));
    }

    [Fact]
    public async Task Send_CustomerObjectsWhileTheMailWaits_ItDoesNotLeave()
    {
        await OpenAsync();
        var contacts = _bench.Get<ContactRecords>().Contacts;
        var objecting = _bench.Get<ContactKeys>().OfEmail(_bench.Bank.Id, "kunde2@kunde.example");
        _bench.Mailer.Hold = _ => contacts.UpdateAsync(
            ContactRecords.Partition(_bench.Bank.Id), objecting, known => known! with { ObjectedAt = _bench.Clock.GetUtcNow() });

        await _bench.SendAsync();

        Assert.Equal(["kunde1@kunde.example", "kunde3@kunde.example"], _bench.Mailer.Sent.Select(m => m.To.Address).Order());
        Assert.Contains(await _bench.LedgerAsync(_bench.Cycle()), s => (s.State, s.Reason) == (SendState.Skipped, "objected"));
    }

    [Fact]
    public async Task Remind_ApprovalWithdrawnWhileRemindersWait_TheyLeaveOnceItIsApprovedAgain()
    {
        var survey = await OpenAsync();
        await _bench.SendAsync();
        var cycle = _bench.Cycle();
        _bench.Clock.Advance(TimeSpan.FromDays(7));
        _bench.Mailer.Hold = _ => _bench.Get<WithdrawApproval>().RunAsync(_bench.Bank.Id, survey.Id, "", "romy");
        await _bench.RunAsync(cycle);
        Assert.DoesNotContain(_bench.Mailer.Sent, m => m.Subject == "reminder");

        _bench.Mailer.Hold = _ => Task.CompletedTask;
        await ApproveAsync(survey);
        _bench.Clock.Advance(TimeSpan.FromMinutes(15));
        await _bench.RunAsync(cycle);
        Assert.Equal(3, _bench.Mailer.Sent.Count(m => m.Subject == "reminder"));
    }

    [Fact]
    public async Task Remind_MailServerIsDown_RemindersAreTriedAgain()
    {
        await OpenAsync();
        await _bench.SendAsync();
        var cycle = _bench.Cycle();
        _bench.Clock.Advance(TimeSpan.FromDays(7));
        _bench.Mailer.Answer = _ => new MailOutcome.Deferred("421", "Not now.");
        await _bench.RunAsync(cycle);

        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.RunAsync(cycle);

        Assert.Equal(3, _bench.Mailer.Sent.Count(m => m.Subject == "reminder"));
    }

    [Fact]
    public async Task AskSelfImages_MailServerIsDown_TheRequestIsTriedAgain()
    {
        await OpenAsync(asksSelfImage: true);
        _bench.Mailer.Answer = m => m.Subject == "self-image" ? new MailOutcome.Deferred("421", "Not now.") : null;
        await _bench.SendAsync();
        var cycle = _bench.Cycle();

        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.RunAsync(cycle);

        Assert.Single(_bench.Mailer.Sent, m => m.Subject == "self-image");
    }

    private async Task<Survey> OpenAsync(bool asksSelfImage = false)
    {
        await _bench.Bank.OpenAsync();
        var survey = await _bench.Bank.AddSurveyAsync(asksSelfImage: asksSelfImage);
        await _bench.Bank.AddAdvisorAsync();
        for (var n = 1; n <= 3; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        return survey;
    }

    private Task AgreeAsync() => _bench.Get<AgreeConcept>().RunAsync(
        _bench.Bank.Id, new NewAgreement("Personalrat", DateOnly.FromDateTime(_bench.Clock.GetUtcNow().Date)), "romy", seen: null);

    private Task ApproveAsync(Survey survey) => _bench.Get<SurveyRecords>().Surveys.UpdateAsync(
        SurveyRecords.Partition(_bench.Bank.Id), survey.Id.ToString(), s => s! with { ApprovedAt = _bench.Clock.GetUtcNow() });
}
