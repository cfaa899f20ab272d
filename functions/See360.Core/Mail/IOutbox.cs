using See360.Core.Institutes;

namespace See360.Core.Mail;

/// <summary>What has left, where it can be looked at: an outbox folder. Editions that hand mails to a server have none.</summary>
public interface IOutbox
{
    /// <summary>The institute's mails, newest first.</summary>
    /// <param name="after">The cursor of the page before, or null; one that can't be read begins at the newest.</param>
    /// <param name="take">1 to 200.</param>
    /// <param name="search">Only mails whose subject, sender or recipient holds all of these words; empty for all.</param>
    Task<OutboxPage> ListAsync(InstituteId institute, string? after, int take, string search = "", CancellationToken cancel = default);

    /// <summary>Null if the institute has no such mail.</summary>
    Task<OutboxMail?> OpenAsync(InstituteId institute, string id, CancellationToken cancel = default);

    /// <summary>The message as it left (RFC 5322), or null.</summary>
    Task<byte[]?> RawAsync(InstituteId institute, string id, CancellationToken cancel = default);
}

/// <param name="Kind">Of the header <see cref="MailKinds.Header"/>; <c>other</c> if there is none.</param>
public sealed record OutboxLine(string Id, DateTimeOffset At, string From, string To, string Subject, string Kind);

/// <param name="Next">Cursor of the next page, or null on the last.</param>
/// <param name="Total">On all pages, of those that were searched for.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxLine> Mails, string? Next, int Total);

/// <param name="Headers">In the order of the message, decoded.</param>
/// <param name="Html">With its images inside (<c>data:</c>); null if it has none.</param>
public sealed record OutboxMail(OutboxLine Line, IReadOnlyList<MailHeader> Headers, string Text, string? Html);
