using System.Globalization;
using System.Text.Json;
using See360.Core.Cycles;

namespace See360.Azure.Mail;

/// <summary>Delivery reports of Communication Services as Event Grid wraps them (event type
/// <c>Microsoft.Communication.EmailDeliveryReportReceived</c>).</summary>
public static class DeliveryEvents
{
    private const string Type = "Microsoft.Communication.EmailDeliveryReportReceived";

    /// <summary>Null for an event of another kind, or one that can't be read: it is of no use, however often it is tried.</summary>
    /// <param name="message">One event, in Event Grid's own schema or as a cloud event.</param>
    /// <param name="now">Counts if the event does not say when: a bounce without a time is a bounce all the same.</param>
    public static DeliveryReport? Read(string message, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            if ((Text(root, "eventType") ?? Text(root, "type")) != Type || !root.TryGetProperty("data", out var data)
                || !Guid.TryParse(Text(data, "messageId"), out var id) || Status(Text(data, "status")) is not { } status)
            {
                return null;
            }

            var at = Time(data, "deliveryAttemptTimestamp") ?? Time(data, "deliveryAttemptTimeStamp") ?? Time(root, "eventTime") ?? Time(root, "time") ?? now;
            var detail = data.TryGetProperty("deliveryStatusDetails", out var details) && details.ValueKind == JsonValueKind.Object ? Text(details, "statusMessage") : null;
            return new DeliveryReport(id.ToString("N"), status, at, detail ?? "");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: half a character (a lone surrogate) in a text.
            return null;
        }
    }

    private static DeliveryStatus? Status(string? text) => text switch
    {
        "Delivered" => DeliveryStatus.Delivered,
        "Bounced" or "Suppressed" => DeliveryStatus.Bounced,
        "Quarantined" or "FilteredSpam" or "Failed" => DeliveryStatus.Refused,
        _ => null, // Expanded: a list has passed it on; its members report themselves.
    };

    private static DateTimeOffset? Time(JsonElement of, string name) =>
        DateTimeOffset.TryParse(Text(of, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
