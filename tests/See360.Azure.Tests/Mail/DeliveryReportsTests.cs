using See360.Azure.Tests.Hosting;
using See360.Core.Cycles;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Tokens;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Mail;

/// <summary>Messages of the queue of delivery reports: whatever lies in it, the function ends without an error, or the message would
/// come again and end as poison.</summary>
public sealed class DeliveryReportsTests : IAsyncLifetime
{
    private readonly TwoHosts _hosts = new();
    private TestBank _bank = null!;
    private DeliveryReports _function = null!;

    public async Task InitializeAsync()
    {
        _bank = await _hosts.OpenAsync(customers: 2);
        await _hosts.A.Get<StartWeek>().RunAsync(_bank.Id, "");
        await TwoHosts.TakeTurnsAsync(_hosts.A, _bank);
        _function = _hosts.A.Function<DeliveryReports>();
    }

    public Task DisposeAsync() => _hosts.DisposeAsync().AsTask();

    [Fact]
    public async Task Report_TwiceAndOnBothInstancesAtOnce_IsOneBounce()
    {
        var mail = _hosts.Mailer.Sent.First();
        var message = Report(mail.Id, "Bounced");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? _hosts.A : _hosts.B).Function<DeliveryReports>().RunAsync(message, default)));
        await _function.RunAsync(Report(mail.Id, "Delivered"), default);

        var sends = await SendsAsync();
        Assert.Single(sends, send => send.BouncedAt is not null);
        var cycle = (await new CycleRecords(_hosts.Store).Cycles.ReadAsync(CycleRecords.Partition(_bank.Id), $"{_bank.Week}|beratung"))!.Value;
        Assert.Equal(1, cycle.Waves.Sum(wave => wave.Bounced));
    }

    public static TheoryData<string> Poison => new()
    {
        "", "{", "[]", "null", "\0", "\"", "{}", "{\"eventType\":7}", new string('[', 100_000), new string('x', 64 * 1024),
        Report("00112233445566778899aabbccddeeff", "Bounced"),
        Report(new MailIds(new SecretKeys([.. Enumerable.Repeat((byte)9, 32)])).For(1, SendKind.Invitation, new ParticipantId(new BatchId(Core.IsoWeek.Parse("2026-W46"), BatchKind.Import, 1), 1)), "Bounced"),
        Report("00112233445566778899aabbccddeeff", "Bounced").Replace("550 5.1.1 unknown", "\\ud800", StringComparison.Ordinal),
        Report("00112233445566778899aabbccddeeff", "\\ud800"),
        Report("00112233445566778899aabbccddeeff", "Bounced").Replace("2026-11-16T07:00:12+00:00", "9999-12-31T23:59:59-14:00", StringComparison.Ordinal),
        Report("00112233445566778899aabbccddeeff", "Bounced").Replace("2026-11-16T07:00:12+00:00", "gestern", StringComparison.Ordinal),
        "[" + Report("00112233445566778899aabbccddeeff", "Bounced") + "]",
    };

    [Theory]
    [MemberData(nameof(Poison), DisableDiscoveryEnumeration = true)]
    public async Task Message_ThatIsNoReportOfOurs_IsLeftOutAndChangesNothing(string message)
    {
        var before = await SendsAsync();

        await _function.RunAsync(message, default);

        Assert.Equal(before, await SendsAsync());
    }

    [Fact]
    public async Task Report_OfAnInstituteThatIsNotThere_IsLeftOut()
    {
        var id = _hosts.A.Get<MailIds>().For(999, SendKind.Invitation, new ParticipantId(new BatchId(_bank.Week, BatchKind.Import, 1), 1));

        await _function.RunAsync(Report(id, "Bounced"), default);

        Assert.DoesNotContain(await SendsAsync(), send => send.BouncedAt is not null);
    }

    [Fact]
    public async Task Report_WithAnOverlongText_KeepsItsBeginning()
    {
        await _function.RunAsync(Report(_hosts.Mailer.Sent.First().Id, "Bounced").Replace("550 5.1.1 unknown", new string('5', 50_000), StringComparison.Ordinal), default);

        Assert.Equal(300, (await SendsAsync()).Single(send => send.BouncedAt is not null).Detail.Length);
    }

    private async Task<List<Send>> SendsAsync() =>
        await new CycleRecords(_hosts.Store).Sends.ListAsync(CycleRecords.SendPartition(_bank.Id, new CycleId(_bank.Week, Core.Surveys.SurveyId.Parse("beratung"))));

    private static string Report(string mailId, string status) => $$"""
        {
          "id": "831e1650-001e-001b-66ab-eeb76e069631", "eventType": "Microsoft.Communication.EmailDeliveryReportReceived", "dataVersion": "1.0",
          "data": {
            "sender": "feedback@bank.example", "recipient": "kunde1@kunde.example", "messageId": "{{Guid.Parse(mailId)}}", "status": "{{status}}",
            "deliveryStatusDetails": { "statusMessage": "550 5.1.1 unknown" }, "deliveryAttemptTimestamp": "2026-11-16T07:00:12+00:00"
          }
        }
        """;
}
