using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using See360.Azure.Telemetry;
using See360.Core.Mail;

namespace See360.Azure.Mail;

/// <summary>
/// Mails through Azure Communication Services. The mail's own id is the operation's id, by which the service knows a mail
/// that it has taken before: whoever takes up a mail whose sender has died, or tries one again, asks for it first, and who has lost
/// the answer asks afterwards. It is handed in under the same id each time, but how long the service remembers one is not documented.
/// </summary>
/// <remarks>The name that recipients see is that of the registered sender address (docs/deploy-azure.md): the service takes no name
/// with a mail. The advisor stands in Reply-To.</remarks>
/// <param name="client">Its own retries must be off (<see cref="MailClients"/>): the ledger repeats.</param>
public sealed partial class CommunicationMailer(EmailClient client, ILogger<CommunicationMailer> log) : IMailer
{
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        var operation = Guid.ParseExact(message.Id, "N");
        using var span = Spans.Mail(message.Id);
        var outcome = message.IsAgain ? await KnownAsync(operation, cancel) : null;
        if (outcome is null && message.BeforeLeaving is { } ask && await ask(cancel) is { } withheld)
        {
            return withheld;
        }

        outcome ??= await HandOverAsync(operation, message, cancel);
        span?.SetTag("see360.outcome", outcome.GetType().Name);
        return outcome;
    }

    private async Task<MailOutcome> HandOverAsync(Guid operation, MailMessage message, CancellationToken cancel)
    {
        try
        {
            var accepted = await client.SendAsync(WaitUntil.Started, Letter(message), operation, cancel);
            return new MailOutcome.Accepted(accepted.Id);
        }
        catch (RequestFailedException refused) when (refused.Status is 401 or 403 or 429)
        {
            LogNotNow(refused.Status);
            return CommunicationOutcomes.NotNow(refused);
        }
        catch (RequestFailedException failed)
        {
            return await KnownAsync(operation, cancel) ?? CommunicationOutcomes.Of(failed);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return await KnownAsync(operation, cancel) ?? CommunicationOutcomes.NoAnswer;
        }
        catch (AuthenticationFailedException)
        {
            return CommunicationOutcomes.NoIdentity; // No token: nothing has left.
        }
    }

    /// <summary>What the service says of the operation, if it has it: an answer that was lost, or a second try.</summary>
    private async Task<MailOutcome?> KnownAsync(Guid operation, CancellationToken cancel)
    {
        try
        {
            await new EmailSendOperation(operation.ToString(), client).UpdateStatusAsync(cancel);
            return new MailOutcome.Accepted(operation.ToString());
        }
        catch (RequestFailedException e) when (e.Status == 200)
        {
            return CommunicationOutcomes.Refused(e); // It was taken, and has failed since.
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or OperationCanceledException or IOException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static EmailMessage Letter(MailMessage message)
    {
        var letter = new EmailMessage(
            message.From.Address,
            new EmailRecipients([new EmailAddress(message.To.Address, message.To.Name)]),
            new EmailContent(message.Subject) { Html = message.Html, PlainText = message.Text })
        {
            UserEngagementTrackingDisabled = true,
        };
        if (message.ReplyTo is { } reply)
        {
            letter.ReplyTo.Add(new EmailAddress(reply.Address, reply.Name));
        }

        foreach (var header in message.Headers)
        {
            letter.Headers[header.Name] = header.Value;
        }

        foreach (var (image, i) in message.Images.Select((image, i) => (image, i)))
        {
            letter.Attachments.Add(new EmailAttachment($"bild{i + 1}{Ending(image.ContentType)}", image.ContentType, BinaryData.FromBytes(image.Bytes))
            {
                ContentId = image.ContentId,
            });
        }

        return letter;
    }

    private void LogNotNow(int status)
    {
        if (status == 429)
        {
            LogThrottled(log);
        }
        else
        {
            LogNotAuthorised(log, status);
        }
    }

    private static string Ending(string contentType) => contentType == "image/png" ? ".png" : ".jpg";

    /// <summary>The alert counts these (infra/modules/alerts.bicep).</summary>
    [LoggerMessage(EventName = "MailThrottled", Level = LogLevel.Warning, Message = "The mail service asks to wait: it takes no more mails for now")]
    private static partial void LogThrottled(ILogger log);

    [LoggerMessage(EventName = "MailNotAuthorised", Level = LogLevel.Error, Message = "The mail service refuses the program itself: {Status}")]
    private static partial void LogNotAuthorised(ILogger log, int status);
}
