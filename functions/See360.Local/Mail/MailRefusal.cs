using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>Mails that are not even offered to a carrier.</summary>
internal static class MailRefusal
{
    public static MailOutcome.Refused Unwritable(MailMessage message, ArgumentException reason) =>
        Mailbox.TryOf(message.To.Address, out _)
            ? new MailOutcome.Refused("message-invalid", reason.Message, RecipientIsBad: false)
            : new MailOutcome.Refused("address-invalid", "The address can't be written in a mail.", RecipientIsBad: true);
}
