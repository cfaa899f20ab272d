using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using See360.Azure.Mail;
using See360.Core.Cycles;

namespace See360.Functions;

/// <summary>What Communication Services reports of accepted mails: delivered, bounced, suppressed. Event Grid puts it into a queue.</summary>
public sealed partial class DeliveryReports(RecordDelivery record, TimeProvider time, ILogger<DeliveryReports> log)
{
    [Function(nameof(DeliveryReports))]
    public async Task RunAsync([QueueTrigger("mail-reports", Connection = "ReportQueue")] string message, CancellationToken cancel)
    {
        if (DeliveryEvents.Read(message, time.GetUtcNow()) is not { } report)
        {
            LogUnreadable(log);
        }
        else if (!await record.RunAsync(report, cancel))
        {
            LogNoCycle(log, report.MailId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery report could not be read and was left out")]
    private static partial void LogUnreadable(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "The delivery report of mail {MailId} is of no weekly cycle")]
    private static partial void LogNoCycle(ILogger log, string mailId);
}
