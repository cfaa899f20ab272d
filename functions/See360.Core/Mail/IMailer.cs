using See360.Core.Institutes;

namespace See360.Core.Mail;

/// <summary>Hands a mail to whatever carries it on: an SMTP server, an outbox folder, Communication Services.</summary>
public interface IMailer
{
    /// <summary>Sends one mail. Does not throw for anything that the carrier says or fails to say: a refused,
    /// unreachable or slow carrier is an outcome. Throws only <see cref="OperationCanceledException"/>.</summary>
    /// <remarks>May be called concurrently. A mailer that can tell that a mail with this
    /// <see cref="MailMessage.Id"/> has been accepted before answers <see cref="MailOutcome.Accepted"/> without sending again.</remarks>
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default);
}

/// <summary>A composed mail. Names and subject are plain text without control characters (checked on construction
/// of <see cref="MailAddress"/> and by the mailer); the mailer encodes them.</summary>
/// <param name="Id">Deterministic per (recipient, survey, cycle, kind): 32 lower-case hex digits; becomes the left
/// part of Message-ID and the provider's idempotency key.</param>
/// <param name="Headers">Further headers, e.g. List-Unsubscribe; ASCII, one line each.</param>
/// <param name="Date">When it was composed (UTC).</param>
/// <param name="Institute">In whose name it goes out.</param>
public sealed record MailMessage(
    string Id,
    MailAddress From,
    MailAddress To,
    MailAddress? ReplyTo,
    string Subject,
    string Html,
    string Text,
    IReadOnlyList<InlineImage> Images,
    IReadOnlyList<MailHeader> Headers,
    DateTimeOffset Date,
    InstituteId Institute)
{
    /// <summary>Asked by a mailer that makes mails wait for their turn, when this one is about to leave. Null: it may;
    /// else the outcome with which it stays here.</summary>
    public Func<CancellationToken, Task<MailOutcome.Withheld?>>? BeforeLeaving { get; init; }

    /// <summary>It has been tried before, and that try may have reached the carrier: a mailer that can ask for it asks first.</summary>
    public bool IsAgain { get; init; }
}

public sealed record MailHeader(string Name, string Value);

/// <param name="ContentId">As the HTML refers to it: <c>cid:…</c>.</param>
public sealed record InlineImage(string ContentId, string ContentType, byte[] Bytes);

/// <summary>A mailbox with the name that mail programs show.</summary>
public sealed record MailAddress
{
    /// <exception cref="ArgumentException">A control character (header injection) or no usable address.</exception>
    public MailAddress(string address, string name)
    {
        if (address.Any(char.IsControl) || name.Any(char.IsControl) || address.AsSpan().Count('@') != 1)
        {
            throw new ArgumentException("Not a mailbox.");
        }

        (Address, Name) = (address, name);
    }

    public string Address { get; }

    public string Name { get; }
}

/// <summary>What the carrier answered.</summary>
public abstract record MailOutcome
{
    /// <summary>The carrier has taken responsibility for the mail.</summary>
    public sealed record Accepted(string ProviderId) : MailOutcome;

    /// <summary>It will never take this mail for this recipient (5xx, unknown mailbox): not tried again.</summary>
    /// <param name="RecipientIsBad">True if the address itself is undeliverable (a hard bounce); false if the mail was
    /// refused for another reason.</param>
    public sealed record Refused(string Code, string Detail, bool RecipientIsBad) : MailOutcome;

    /// <summary>The whole mail was handed over, and the carrier has not said whether it takes it. It may have it, so it
    /// is not sent again.</summary>
    public sealed record Unclear(string Code, string Detail) : MailOutcome;

    /// <summary>It has not left: what was allowed when it was composed is forbidden now.</summary>
    /// <param name="Reason">Code, as in the ledger.</param>
    /// <param name="ForGood">False: it may leave once the lock is gone.</param>
    public sealed record Withheld(string Reason, bool ForGood) : MailOutcome;

    /// <summary>Not now (4xx, time-out, connection refused): to be tried again later.</summary>
    public sealed record Deferred(string Code, string Detail, TimeSpan? RetryAfter = null) : MailOutcome
    {
        /// <summary>The code of an outbox that can't be written: then the bank's own disk is to be looked after, and no mail server.</summary>
        public const string OutboxUnavailable = "outbox-unavailable";
    }
}
