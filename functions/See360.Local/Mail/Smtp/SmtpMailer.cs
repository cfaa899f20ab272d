using See360.Core.Mail;

namespace See360.Local.Mail.Smtp;

/// <summary>
/// Hands mails to the bank's server. A mail is sent at most once for each call, except where the connection breaks
/// between the last line and the server's answer: then it is deferred as <c>unclear</c> and goes out again with the same
/// Message-ID (docs/mail.md).
/// </summary>
public sealed class SmtpMailer : IMailer, IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SmtpMailer> _log;
    private readonly MailThrottle _throttle;
    private readonly SmtpPool _pool;
    private Pause? _pause;

    /// <exception cref="ArgumentException">Options that can't work.</exception>
    public SmtpMailer(SmtpOptions options, TimeProvider clock, ILogger<SmtpMailer> log)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        (_options, _clock, _log) = (options, clock, log);
        _throttle = new MailThrottle(options.MailsPerMinute, clock);
        _pool = new SmtpPool(options, clock);
    }

    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancel = default)
    {
        SmtpEnvelope envelope;
        try
        {
            envelope = Envelope(message);
        }
        catch (ArgumentException e)
        {
            return MailRefusal.Unwritable(message, e);
        }

        if (Paused() is { } paused)
        {
            return paused;
        }

        await _throttle.WaitAsync(cancel);
        return Paused() ?? await OfferAsync(message.Id, envelope, cancel);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private SmtpEnvelope Envelope(MailMessage message)
    {
        var from = _options.EnvelopeFrom.Length > 0 ? new MailAddress(_options.EnvelopeFrom, "") : message.From;
        var (sender, recipient) = (Mailbox.Of(from), Mailbox.Of(message.To));
        var utf8 = sender.NeedsUtf8 || recipient.NeedsUtf8 || Mailbox.Of(message.From).NeedsUtf8
            || (message.ReplyTo is { } replyTo && Mailbox.Of(replyTo).NeedsUtf8);
        return new SmtpEnvelope(sender.ToString(), recipient.ToString(), utf8, MimeWriter.Write(message));
    }

    private async Task<MailOutcome> OfferAsync(string mailId, SmtpEnvelope envelope, CancellationToken cancel)
    {
        while (true)
        {
            SmtpSession session;
            try
            {
                session = await _pool.TakeAsync(cancel);
            }
            catch (SmtpBroken e)
            {
                return Failed(e);
            }

            var used = session.Mails > 0;
            if (await TryOfferAsync(session, mailId, envelope, cancel) is { } outcome)
            {
                return outcome;
            }

            if (!used)
            {
                return new MailOutcome.Deferred("hung-up", "The mail server closed the connection.");
            }

            // The server has closed a connection that stood idle: the next one is asked, at last a new one.
        }
    }

    /// <returns>Null if the connection was gone before the server had said anything about this mail.</returns>
    private async Task<MailOutcome?> TryOfferAsync(SmtpSession session, string mailId, SmtpEnvelope envelope, CancellationToken cancel)
    {
        var reusable = false;
        try
        {
            var (stage, reply) = await session.SendAsync(envelope, cancel);
            reusable = !session.IsClosing && session.Mails < _options.MailsPerConnection;
            return session is { IsClosing: true, HasAnswered: false } ? null : SmtpOutcomes.Of(stage, reply, mailId);
        }
        catch (SmtpBroken e)
        {
            return session switch
            {
                { IsUnclear: true } => new MailOutcome.Deferred("unclear", "The connection broke before the server confirmed the mail; it may have it."),
                { HasAnswered: false } when e.Code == "hung-up" => null,
                _ => new MailOutcome.Deferred(e.Code, e.Message),
            };
        }
        finally
        {
            if (reusable)
            {
                _pool.Return(session);
            }
            else
            {
                await _pool.DropAsync(session);
            }
        }
    }

    private MailOutcome.Deferred Failed(SmtpBroken reason)
    {
        _log.LogWarning(reason, "No mail can be sent at present ({Code}): {Reason}", reason.Code, reason.Message);
        _pause = new Pause(_clock.GetUtcNow() + _options.PauseAfterFailure, reason.Code, reason.Message);
        return new MailOutcome.Deferred(reason.Code, reason.Message, _options.PauseAfterFailure);
    }

    /// <summary>While the server is out of reach, a wave of mails does not wait for a time-out each.</summary>
    private MailOutcome.Deferred? Paused()
    {
        var remaining = _pause is { } pause ? pause.Until - _clock.GetUtcNow() : TimeSpan.Zero;
        return remaining > TimeSpan.Zero ? new MailOutcome.Deferred(_pause!.Code, _pause.Detail, remaining) : null;
    }

    private sealed record Pause(DateTimeOffset Until, string Code, string Detail);
}
