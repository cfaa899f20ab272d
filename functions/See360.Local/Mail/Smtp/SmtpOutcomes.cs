using See360.Core.Mail;

namespace See360.Local.Mail.Smtp;

/// <summary>What a server's answer means for the mail and for its recipient.</summary>
internal static class SmtpOutcomes
{
    public static MailOutcome Of(SmtpStage stage, SmtpReply reply, string mailId) => reply switch
    {
        { IsPositive: true } => new MailOutcome.Accepted(mailId),
        { IsTransient: true } => new MailOutcome.Deferred(reply.BestCode, reply.Detail),

        // A refused sender is our own fault, not the recipient's: there are 72 hours to mend it.
        _ when stage == SmtpStage.Sender && reply.Status != "5.3.4" && reply.Code != 552 => new MailOutcome.Deferred(reply.BestCode, reply.Detail),
        _ => new MailOutcome.Refused(reply.BestCode, reply.Detail, RecipientIsBad(stage, reply)),
    };

    /// <summary>Whether the address itself is undeliverable. The enhanced status decides where there is one (RFC 3463:
    /// x.1 is about the address, 5.2.1 is a mailbox that is closed); else the codes that RFC 5321 keeps for mailboxes,
    /// and these only in the answer to RCPT: after DATA they are about the content.</summary>
    private static bool RecipientIsBad(SmtpStage stage, SmtpReply reply) => reply.Status switch
    {
        "5.1.7" or "5.1.8" => false, // about the sender's address
        { Length: > 0 } status => status.StartsWith("5.1.", StringComparison.Ordinal) || status == "5.2.1",
        _ => stage == SmtpStage.Recipient && reply.Code is (550 or 551 or 553),
    };
}
