using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Participants;

namespace See360.Core.Tests.Cycles;

public class InviteTests
{
    private readonly CycleBench _bench = new();

    [Fact]
    public async Task Send_SixtyWaiting_EachGetsOneMailAndTheStockIsEmpty()
    {
        await OpenAsync();
        for (var n = 1; n <= 60; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        await _bench.SendAsync();
        await _bench.SendAsync();

        Assert.Equal(60, _bench.Mailer.HandedOver);
        Assert.Equal(60, _bench.Mailer.Sent.DistinctBy(m => m.To.Address).Count());
        Assert.Empty(await _bench.WaitingAsync());
        Assert.All(await _bench.LedgerAsync(_bench.Cycle()), send => Assert.Equal(SendState.Sent, send.State));
        Assert.Equal(60, (await _bench.CycleAsync(_bench.Cycle())).Waves.Single().Sent);
    }

    [Fact]
    public async Task Send_ConceptNotAgreed_IsRefusedWithATextAndNobodyIsTouched()
    {
        await _bench.Bank.OpenAsync(agreed: false);
        await _bench.Bank.AddSurveyAsync();
        await _bench.Bank.AddAdvisorAsync();
        await _bench.Bank.AddWaitingAsync(1);

        var broken = await Assert.ThrowsAsync<RuleBroken>(_bench.StartAsync);

        Assert.Equal("concept-not-agreed", broken.Code);
        Assert.True(broken.Text.IsComplete);
        Assert.Single(await _bench.WaitingAsync());
    }

    [Fact]
    public async Task Send_ConceptWithdrawnAfterTheStart_NothingLeavesUntilItIsAgreedAgain()
    {
        await OpenAsync();
        await _bench.Bank.AddWaitingAsync(1);
        var cycle = (await _bench.StartAsync()).Single();
        await ChangeInstituteAsync(i => i with { ConceptAgreed = null });

        var wait = await _bench.RunAsync(cycle);

        Assert.Equal(_bench.Clock.GetUtcNow().AddMinutes(15), wait);
        Assert.Empty(_bench.Mailer.Sent);

        await ChangeInstituteAsync(i => i with { ConceptAgreed = new ConceptAgreement(2, "x", _bench.Clock.GetUtcNow()) });
        await _bench.RunAsync(cycle);
        Assert.Single(_bench.Mailer.Sent);
    }

    [Theory]
    [InlineData("objected", ParticipantState.Objected)]
    [InlineData("undeliverable", ParticipantState.Undeliverable)]
    [InlineData("quarantine", ParticipantState.Quarantine)]
    public async Task Send_ContactKnownByAddressOnly_IsLeftOut(string what, ParticipantState expected)
    {
        await OpenAsync();
        var customer = await _bench.Bank.AddWaitingAsync(1, email: "Kunde1@Kunde.example");
        var now = _bench.Clock.GetUtcNow();
        await _bench.Get<ContactRecords>().Contacts.InsertAsync(
            ContactRecords.Partition(_bench.Bank.Id),
            _bench.Get<ContactKeys>().OfEmail(_bench.Bank.Id, "kunde1@kunde.example"),
            what switch
            {
                "objected" => new Contact(ObjectedAt: now),
                "undeliverable" => new Contact(UndeliverableAt: now),
                _ => new Contact(ClaimedBy: customer.Id with { Number = 99 }, ClaimedAt: now.AddDays(-89)),
            });

        await _bench.SendAsync();

        Assert.Empty(_bench.Mailer.Sent);
        Assert.Equal(expected, (await _bench.ParticipantAsync(customer)).State);
        Assert.Empty(await _bench.WaitingAsync());
    }

    [Fact]
    public async Task Send_SameCustomerInTwoSurveysOfOneWeek_IsInvitedOnce()
    {
        await OpenAsync();
        await _bench.Bank.AddSurveyAsync("versicherung", 2);
        await _bench.Bank.AddWaitingAsync(1, customerNumber: "0000000007");
        var second = await _bench.Bank.AddWaitingAsync(2, "versicherung", customerNumber: "0000000007", email: "andere@kunde.example");

        await _bench.SendAsync();

        Assert.Single(_bench.Mailer.Sent);
        Assert.Equal(ParticipantState.Quarantine, (await _bench.ParticipantAsync(second)).State);
    }

    [Fact]
    public async Task Send_TwoCustomersWithOneAddressInOneUnit_OnlyTheFirstIsInvited()
    {
        await OpenAsync();
        await _bench.Bank.AddWaitingAsync(1, email: "familie@kunde.example");
        await _bench.Bank.AddWaitingAsync(2, email: "FAMILIE@kunde.example");

        await _bench.SendAsync();

        Assert.Single(_bench.Mailer.Sent);
    }

    [Fact]
    public async Task Send_QuarantineOver_IsInvited()
    {
        await OpenAsync();
        var customer = await _bench.Bank.AddWaitingAsync(1);
        await _bench.Get<ContactRecords>().Contacts.InsertAsync(
            ContactRecords.Partition(_bench.Bank.Id),
            _bench.Get<ContactKeys>().OfCustomerNumber(_bench.Bank.Id, customer.CustomerNumber),
            new Contact(ClaimedBy: customer.Id with { Number = 99 }, ClaimedAt: _bench.Clock.GetUtcNow().AddDays(-90)));

        await _bench.SendAsync();

        Assert.Single(_bench.Mailer.Sent);
    }

    [Fact]
    public async Task Send_NonCustomerWithoutConsentOrUnknownAdvisor_IsLeftOutWithItsReason()
    {
        await OpenAsync();
        var stranger = await _bench.Bank.AddWaitingAsync(1, change: p => p with { CustomerNumber = "" });
        var orphan = await _bench.Bank.AddWaitingAsync(2, advisor: 9);

        await _bench.SendAsync();

        Assert.Empty(_bench.Mailer.Sent);
        Assert.Equal("no-legal-basis", (await _bench.ParticipantAsync(stranger)).Reason);
        Assert.Equal(ParticipantState.AdvisorUnknown, (await _bench.ParticipantAsync(orphan)).State);
    }

    [Fact]
    public async Task Send_AddressRefusedForGood_EndsInTheLogAndNoOtherSurveyWritesToIt()
    {
        await OpenAsync();
        await _bench.Bank.AddWaitingAsync(1);
        _bench.Mailer.Answer = _ => new MailOutcome.Refused("550", "5.1.1 no such mailbox", RecipientIsBad: true);

        await _bench.SendAsync();

        var send = (await _bench.LedgerAsync(_bench.Cycle())).Single();
        Assert.Equal((SendState.Failed, "undeliverable"), (send.State, send.Reason));
        Assert.NotNull(send.BouncedAt);

        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromDays(200));
        var again = await _bench.Bank.AddWaitingAsync(2, email: "kunde1@kunde.example");
        await _bench.SendAsync();
        Assert.Empty(_bench.Mailer.Sent);
        Assert.Equal(ParticipantState.Undeliverable, (await _bench.ParticipantAsync(again)).State);
    }

    [Fact]
    public async Task Send_EveryTenthBounces_TheWaveStopsUntilAPersonResumes()
    {
        await OpenAsync();
        for (var n = 1; n <= 120; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        _bench.Mailer.Answer = m => m.To.Address.EndsWith("0@kunde.example", StringComparison.Ordinal) ? new MailOutcome.Refused("550", "", true) : null;

        await _bench.SendAsync();

        Assert.Equal(50, _bench.Mailer.HandedOver);
        Assert.Equal("bounces", (await _bench.CycleAsync(_bench.Cycle())).PauseReason);

        await _bench.Get<ResumeCycles>().RunAsync(_bench.Bank.Id, _bench.Bank.Week);
        await _bench.RunAsync(_bench.Cycle());
        Assert.Equal(120, _bench.Mailer.HandedOver);
    }

    [Fact]
    public async Task Send_CarrierSaysLater_IsTriedAgainAndGivenUpAfter72Hours()
    {
        await OpenAsync();
        await _bench.Bank.AddWaitingAsync(1);
        _bench.Mailer.Answer = _ => new MailOutcome.Deferred("451", "greylisted");
        await _bench.SendAsync();

        Assert.Equal(SendState.Deferred, (await _bench.LedgerAsync(_bench.Cycle())).Single().State);
        Assert.Empty(await _bench.WaitingAsync());

        var cycle = _bench.Cycle();
        while ((await _bench.LedgerAsync(cycle)).Single().State == SendState.Deferred)
        {
            var at = await _bench.RunAsync(cycle);
            _bench.Clock.Advance(at!.Value - _bench.Clock.GetUtcNow());
        }

        var send = (await _bench.LedgerAsync(cycle)).Single();
        Assert.Equal("deferred-too-long", send.Reason);
        Assert.InRange(send.DoneAt!.Value - send.ClaimedAt, TimeSpan.FromHours(72), TimeSpan.FromHours(84));
    }

    [Fact]
    public async Task Send_CarrierTakesItAtTheSecondTry_CountsAsSentOnce()
    {
        await OpenAsync();
        await _bench.Bank.AddWaitingAsync(1);
        _bench.Mailer.Answer = _ => new MailOutcome.Deferred("421", "busy", TimeSpan.FromMinutes(3));
        await _bench.SendAsync();
        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));

        await _bench.RunAsync(_bench.Cycle());

        Assert.Single(_bench.Mailer.Sent);
        Assert.Equal(SendState.Sent, (await _bench.LedgerAsync(_bench.Cycle())).Single().State);
        Assert.Null((await _bench.CycleAsync(_bench.Cycle())).NextRetryAt);
    }

    [Fact]
    public async Task Send_ManyAreDeferred_AreTriedFiftyAtATimeAndAllLeave()
    {
        await OpenAsync();
        for (var n = 1; n <= 120; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        _bench.Mailer.Answer = _ => new MailOutcome.Deferred("429", "busy", TimeSpan.FromMinutes(3));
        await _bench.SendAsync();
        var before = _bench.Mailer.HandedOver;
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var lookAgain = await _bench.RunAsync(_bench.Cycle());

        // A carrier that takes none of fifty is not asked for the others.
        Assert.Equal(before + ICycleUnit.Recipients, _bench.Mailer.HandedOver);
        Assert.Equal(_bench.Clock.GetUtcNow().AddMinutes(3), lookAgain);
        _bench.Mailer.Answer = _ => null;
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));
        await _bench.RunAsync(_bench.Cycle());
        Assert.Equal(120, _bench.Mailer.Sent.Count);
        Assert.Null((await _bench.CycleAsync(_bench.Cycle())).NextRetryAt);
    }

    private async Task OpenAsync()
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync();
        await _bench.Bank.AddAdvisorAsync();
    }

    private Task ChangeInstituteAsync(Func<Institute, Institute> change) =>
        _bench.Bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, _bench.Bank.Id.ToString(), i => change(i!));
}
