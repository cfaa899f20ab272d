using See360.Core.Mail;
using See360.Local.Mail;

namespace See360.Local.Demonstration;

/// <summary>The carrier of the demonstration's past: mails go to the outbox, so that each one in the contact log can be
/// looked at, and never to a server. About one mailbox in ninety does not exist, and always the same ones.</summary>
/// <param name="outbox">Null if the product sends by SMTP: then nothing is written.</param>
internal sealed class DeliveredMailer(OutboxMailer? outbox) : IMailer
{
    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        if (IsGone(message.To.Address))
        {
            return Task.FromResult<MailOutcome>(new MailOutcome.Refused("550", "5.1.1 mailbox unavailable", RecipientIsBad: true));
        }

        return outbox?.SendAsync(message, cancel) ?? Task.FromResult<MailOutcome>(new MailOutcome.Accepted("demonstration"));
    }

    private static bool IsGone(string address) =>
        address.EndsWith("@kunde.example", StringComparison.Ordinal) && address.Aggregate(7, (hash, c) => (hash * 31 + c) % 9973) % 90 == 0;
}
