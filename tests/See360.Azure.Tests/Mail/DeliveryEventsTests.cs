using See360.Azure.Mail;
using See360.Core.Cycles;

namespace See360.Azure.Tests.Mail;

public sealed class DeliveryEventsTests
{
    private const string Id = "00112233445566778899aabbccddeeff";

    private static readonly DateTimeOffset _now = new(2026, 11, 16, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Delivered", DeliveryStatus.Delivered), InlineData("Bounced", DeliveryStatus.Bounced), InlineData("Suppressed", DeliveryStatus.Bounced)]
    [InlineData("Quarantined", DeliveryStatus.Refused), InlineData("FilteredSpam", DeliveryStatus.Refused), InlineData("Failed", DeliveryStatus.Refused)]
    public void Read_AReport_InBothSchemas(string status, DeliveryStatus expected)
    {
        foreach (var type in new[] { "eventType", "type" })
        {
            var report = Read(Event(type, status));

            Assert.Equal(new DeliveryReport(Id, expected, new DateTimeOffset(2026, 11, 16, 7, 0, 12, TimeSpan.Zero), "550 5.1.1 unknown"), report);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"eventType\":\"Microsoft.Communication.EmailDeliveryReportReceived\"}")]
    [InlineData("{\"eventType\":\"Microsoft.Communication.EmailDeliveryReportReceived\",\"data\":7}")]
    [InlineData("{\"eventType\":\"Microsoft.Communication.EmailDeliveryReportReceived\",\"data\":{\"messageId\":\"x\",\"status\":\"Bounced\"}}")]
    public void Read_Anything_IsNullAndNotAnError(string message) => Assert.Null(Read(message));

    [Theory]
    [InlineData("Expanded"), InlineData("delivered"), InlineData("")]
    public void Read_AStatusThatSaysNothing_IsNull(string status) => Assert.Null(Read(Event("eventType", status)));

    [Fact]
    public void Read_AnotherKindOfEvent_IsNull() =>
        Assert.Null(Read(Event("eventType", "Bounced").Replace("DeliveryReport", "EngagementTrackingReport", StringComparison.Ordinal)));

    [Theory]
    [InlineData("", "2026-11-16T07:00:15+00:00"), InlineData("yesterday", "2026-11-16T07:00:15+00:00"), InlineData("", "")]
    public void Read_ABounceWithoutAReadableTime_IsABounceAllTheSame(string attempt, string eventTime)
    {
        var message = Event("eventType", "Bounced")
            .Replace("2026-11-16T07:00:12+00:00", attempt, StringComparison.Ordinal)
            .Replace("\"dataVersion\"", $"\"eventTime\": \"{eventTime}\", \"dataVersion\"", StringComparison.Ordinal);

        var report = Read(message);

        Assert.Equal((DeliveryStatus.Bounced, eventTime.Length > 0 ? new DateTimeOffset(2026, 11, 16, 7, 0, 15, TimeSpan.Zero) : _now), (report!.Status, report.At));
    }

    private static DeliveryReport? Read(string message) => DeliveryEvents.Read(message, _now);

    private static string Event(string type, string status) => $$"""
        {
          "id": "831e1650-001e-001b-66ab-eeb76e069631", "subject": "sender/feedback@bank.example/message/{{Guid.Parse(Id)}}",
          "{{type}}": "Microsoft.Communication.EmailDeliveryReportReceived", "dataVersion": "1.0",
          "data": {
            "sender": "feedback@bank.example", "recipient": "kunde1@kunde.example", "messageId": "{{Guid.Parse(Id)}}", "status": "{{status}}",
            "deliveryStatusDetails": { "statusMessage": "550 5.1.1 unknown" }, "deliveryAttemptTimestamp": "2026-11-16T07:00:12+00:00"
          }
        }
        """;
}
