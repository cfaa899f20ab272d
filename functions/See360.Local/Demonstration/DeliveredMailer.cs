using See360.Core.Mail;

namespace See360.Local.Demonstration;

/// <summary>The carrier of the demonstration's past: nothing is written, so that the outbox shows just what the user
/// sends. About one mailbox in ninety does not exist, and always the same ones.</summary>
internal sealed class DeliveredMailer : IMailer
{
    public Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default) => Task.FromResult<MailOutcome>(
        IsGone(message.To.Address)
            ? new MailOutcome.Refused("550", "5.1.1 mailbox unavailable", RecipientIsBad: true)
            : new MailOutcome.Accepted("demonstration"));

    private static bool IsGone(string address) =>
        address.EndsWith("@kunde.example", StringComparison.Ordinal) && address.Aggregate(7, (hash, c) => (hash * 31 + c) % 9973) % 90 == 0;
}
