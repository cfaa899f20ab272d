using See360.Core.Mail;
using See360.Core.Storage;

namespace See360.Local.Mail.Smtp;

/// <summary>
/// Hands mails to the bank's server. A mail is sent at most once for each call; where nobody knows whether the server has
/// it, because its answer to the whole mail is missing, the outcome says so (docs/mail.md).
/// </summary>
public sealed class SmtpMailer : IMailer, IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly MailThrottle _throttle;
    private readonly SmtpPool _pool;
    private readonly ServerHealth _health;

    /// <exception cref="ArgumentException">Options that can't work.</exception>
    public SmtpMailer(SmtpOptions options, TimeProvider clock, ILogger<SmtpMailer> log)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        _options = options;
        _throttle = new MailThrottle(options.MailsPerMinute, clock);
        _pool = new SmtpPool(options, clock, log);
        _health = new ServerHealth(options, clock, log);
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

        if (_health.Paused() is { } paused)
        {
            return paused;
        }

        await _throttle.WaitAsync(cancel);
        return await OfferAsync(message, envelope, cancel);
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

    private async Task<MailOutcome> OfferAsync(MailMessage message, SmtpEnvelope envelope, CancellationToken cancel)
    {
        await _pool.EnterAsync(cancel);
        if (await WithheldAsync(message, cancel) is { } withheld)
        {
            _pool.Leave();
            return withheld;
        }

        if (_health.Begin() is { } paused)
        {
            _pool.Leave();
            return paused;
        }

        while (true)
        {
            var (session, failed) = await ConnectAsync(cancel);
            if (session is null)
            {
                return failed!;
            }

            var used = session.Mails > 0;
            if (await TryOfferAsync(session, message.Id, envelope, cancel) is { } outcome)
            {
                return outcome;
            }

            if (!used)
            {
                return session.Farewell is { } farewell
                    ? new MailOutcome.Deferred(farewell.BestCode, farewell.Detail)
                    : new MailOutcome.Deferred("hung-up", "The mail server closed the connection.");
            }

            // The server has closed a connection that stood idle: the next one is asked, at last a new one.
            await _pool.EnterAsync(cancel);
        }
    }

    /// <summary>The mail has waited long enough for things to have changed.</summary>
    private async Task<MailOutcome?> WithheldAsync(MailMessage message, CancellationToken cancel)
    {
        try
        {
            return message.BeforeLeaving is { } ask ? await ask(cancel) : null;
        }
        catch (StorageUnavailableException)
        {
            // What can't be looked up must not leave.
            return new MailOutcome.Deferred("storage-unavailable", "It could not be looked up whether the mail may still leave.");
        }
        catch
        {
            _pool.Leave();
            throw;
        }
    }

    /// <summary>The place is given back only when a failure is known to all: else each that waits would wait out a
    /// time-out of its own.</summary>
    private async Task<(SmtpSession? Session, MailOutcome? Failed)> ConnectAsync(CancellationToken cancel)
    {
        SmtpSession? session = null;
        try
        {
            session = await _pool.TakeAsync(cancel);
            return (session, null);
        }
        catch (SmtpBroken e)
        {
            return (null, _health.Failed(e));
        }
        finally
        {
            if (session is null)
            {
                _pool.Leave();
            }
        }
    }

    /// <returns>Null if the connection was gone before the server had said anything about this mail.</returns>
    private async Task<MailOutcome?> TryOfferAsync(SmtpSession session, string mailId, SmtpEnvelope envelope, CancellationToken cancel)
    {
        var reusable = false;
        var news = _health.News;
        try
        {
            var (stage, reply) = await session.SendAsync(envelope, cancel);
            reusable = !session.IsClosing && session.Mails < _options.MailsPerConnection;
            if (session is { IsClosing: true, HasAnswered: false })
            {
                return null;
            }

            _health.Answered();
            return SmtpOutcomes.Of(stage, reply, mailId);
        }
        catch (SmtpBroken e)
        {
            if (e.Code is SmtpBroken.NoAnswer or SmtpBroken.TimeOut)
            {
                _health.Stuck(e, news);
            }

            return session switch
            {
                { IsUnclear: true } => new MailOutcome.Unclear(e.Code, "The server has not confirmed the mail; it may have it."),
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
                await _pool.DropAsync(session, mailId);
            }
        }
    }
}
