using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Mail;
using See360.Core.Participants;

namespace See360.Core.Tests.Cycles;

/// <summary>What a carrier tells of mails after it has accepted them.</summary>
public sealed class RecordDeliveryTests
{
    private readonly CycleBench _bench = new();

    [Fact]
    public async Task Report_Delivered_StandsInTheLedgerOnce()
    {
        var mail = (await SendAsync(1)).Single();
        await ReportAsync(mail, DeliveryStatus.Delivered);
        var first = _bench.Clock.GetUtcNow();
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await ReportAsync(mail, DeliveryStatus.Delivered));

        var send = (await LedgerAsync()).Single();
        Assert.Equal((SendState.Sent, (DateTimeOffset?)first), (send.State, send.DeliveredAt));
    }

    [Fact]
    public async Task Report_Bounced_TheAddressIsNotWrittenToAgain()
    {
        var mail = (await SendAsync(1)).Single();

        Assert.True(await ReportAsync(mail, DeliveryStatus.Bounced, "550 5.1.1 unknown user"));

        var send = (await LedgerAsync()).Single();
        Assert.Equal((SendState.Failed, "undeliverable", "550 5.1.1 unknown user"), (send.State, send.Reason, send.Detail));
        Assert.Equal(_bench.Clock.GetUtcNow(), send.BouncedAt);
        _bench.Clock.Advance(TimeSpan.FromDays(7));
        await _bench.RunAsync(_bench.Cycle());
        Assert.Single(_bench.Mailer.Sent);
        _bench.Clock.Advance(TimeSpan.FromDays(100));
        var again = await _bench.Bank.AddWaitingAsync(1, import: 2);
        await _bench.SendAsync();
        Assert.Equal(ParticipantState.Undeliverable, (await _bench.ParticipantAsync(again)).State);
    }

    [Fact]
    public async Task Report_TwiceAndInAnyOrder_ABounceCountsOnce()
    {
        var mail = (await SendAsync(1)).Single();
        await ReportAsync(mail, DeliveryStatus.Delivered);
        await ReportAsync(mail, DeliveryStatus.Bounced);
        await ReportAsync(mail, DeliveryStatus.Bounced);
        await ReportAsync(mail, DeliveryStatus.Delivered);
        await ReportAsync(mail, DeliveryStatus.Refused);

        var wave = (await _bench.CycleAsync(_bench.Cycle())).Waves.Single();
        Assert.Equal((0, 1), (wave.Sent, wave.Bounced));
        Assert.Equal("undeliverable", (await LedgerAsync()).Single().Reason);
    }

    [Fact]
    public async Task Report_ATenthOfTheWaveBounces_TheCycleStops()
    {
        var mails = await SendAsync(30);
        foreach (var mail in mails.Take(2))
        {
            await ReportAsync(mail, DeliveryStatus.Bounced);
        }

        Assert.Null((await _bench.CycleAsync(_bench.Cycle())).PausedAt);
        await ReportAsync(mails[2], DeliveryStatus.Bounced);

        var cycle = await _bench.CycleAsync(_bench.Cycle());
        Assert.Equal("bounces", cycle.PauseReason);
        Assert.Equal((27, 3), (cycle.Waves[0].Sent, cycle.Waves[0].Bounced));
    }

    [Fact]
    public async Task Report_KeptBackAsSpam_FailsTheMailAndNotTheAddress()
    {
        var mail = (await SendAsync(1)).Single();

        await ReportAsync(mail, DeliveryStatus.Refused, new string('x', 1000));

        var send = (await LedgerAsync()).Single();
        Assert.Equal((SendState.Failed, "refused", 300), (send.State, send.Reason, send.Detail.Length));
        Assert.Null(send.BouncedAt);
        var contacts = await _bench.Get<ContactRecords>().Contacts.ListAsync(ContactRecords.Partition(_bench.Bank.Id));
        Assert.All(contacts, c => Assert.Null(c.UndeliverableAt));
    }

    [Theory]
    [InlineData("00000000000000000000000000000000"), InlineData(""), InlineData("ein Text"), InlineData("0f0e0d0c0b0a09080706050403020100")]
    public async Task Report_OfAMailThatIsNotOurs_ChangesNothing(string id)
    {
        await SendAsync(1);

        Assert.False(await _bench.Get<RecordDelivery>().RunAsync(new DeliveryReport(id, DeliveryStatus.Bounced, _bench.Clock.GetUtcNow(), "")));

        Assert.Equal(SendState.Sent, (await LedgerAsync()).Single().State);
    }

    [Fact]
    public async Task Report_OfAnotherInstitutesNumberOrAPersonWhoIsGone_ChangesNothing()
    {
        await SendAsync(1);
        var ids = _bench.Get<MailIds>();
        var person = ParticipantId.Parse("2026-W46-i0001-0000001");
        string[] unknown = [ids.For(9, SendKind.Invitation, person), ids.For(1, SendKind.Invitation, person with { Number = 77 })];

        foreach (var id in unknown)
        {
            Assert.False(await _bench.Get<RecordDelivery>().RunAsync(new DeliveryReport(id, DeliveryStatus.Bounced, _bench.Clock.GetUtcNow(), "")));
        }

        Assert.Equal(SendState.Sent, (await LedgerAsync()).Single().State);
    }

    private async Task<IReadOnlyList<MailMessage>> SendAsync(int customers)
    {
        await _bench.Bank.OpenAsync();
        await _bench.Bank.AddSurveyAsync();
        await _bench.Bank.AddAdvisorAsync();
        for (var n = 1; n <= customers; n++)
        {
            await _bench.Bank.AddWaitingAsync(n);
        }

        await _bench.SendAsync();
        return [.. _bench.Mailer.Sent];
    }

    private Task<List<Send>> LedgerAsync() => _bench.LedgerAsync(_bench.Cycle());

    private Task<bool> ReportAsync(MailMessage mail, DeliveryStatus status, string detail = "") =>
        _bench.Get<RecordDelivery>().RunAsync(new DeliveryReport(mail.Id, status, _bench.Clock.GetUtcNow(), detail));
}
