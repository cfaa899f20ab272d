using See360.Core.Mail;

namespace See360.Local.Mail.Smtp;

/// <summary>Whether the server is worth asking. While it is out of reach or says nothing, a wave of mails does not wait
/// for a time-out each: they are deferred at once.</summary>
internal sealed class ServerHealth(SmtpOptions options, TimeProvider clock, ILogger log)
{
    /// <summary>A server that takes mails and never says so gets one every half an hour, lest the wave become unclear one
    /// by one.</summary>
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private Pause? _pause;
    private int _stuck;
    private long _news;

    /// <summary>Rises with each answer, and with each time that the server was found stuck.</summary>
    public long News => Interlocked.Read(ref _news);

    /// <returns>What becomes of a mail at present; null: it may be offered.</returns>
    public MailOutcome.Deferred? Paused()
    {
        lock (_lock)
        {
            var remaining = _pause is { } pause ? pause.Until - clock.GetUtcNow() : TimeSpan.Zero;
            return remaining > TimeSpan.Zero ? new MailOutcome.Deferred(_pause!.Code, _pause.Detail, remaining) : null;
        }
    }

    /// <summary>As <see cref="Paused"/>, for a mail that is offered now. After a server was stuck, one mail finds out
    /// whether it is well again; the others wait for what that one finds.</summary>
    public MailOutcome.Deferred? Begin()
    {
        lock (_lock)
        {
            var paused = Paused();
            if (paused is null && _stuck > 0 && _pause is { } pause)
            {
                _pause = pause with { Until = clock.GetUtcNow() + options.AcceptPatience };
            }

            return paused;
        }
    }

    /// <summary>The server has said something of a mail, whatever it was.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            _news++;
            (_pause, _stuck) = (null, 0);
        }
    }

    /// <summary>It can't be reached, or does not let us in.</summary>
    public MailOutcome.Deferred Failed(SmtpBroken reason)
    {
        Log(reason, options.PauseAfterFailure);
        lock (_lock)
        {
            _pause = new Pause(clock.GetUtcNow() + options.PauseAfterFailure, reason.Code, reason.Message);
        }

        return new MailOutcome.Deferred(reason.Code, reason.Message, options.PauseAfterFailure);
    }

    /// <summary>A mail got no answer in time. If others were answered meanwhile, it is that mail and not the server; if
    /// others were stuck, it has been said.</summary>
    /// <param name="before"><see cref="News"/> when the mail began.</param>
    public void Stuck(SmtpBroken reason, long before)
    {
        var pause = TimeSpan.Zero;
        lock (_lock)
        {
            if (_news != before)
            {
                return;
            }

            _news++;
            pause = options.PauseAfterFailure * Math.Pow(2, Math.Min(_stuck++, 16));
            pause = pause < _longestPause ? pause : _longestPause;
            _pause = new Pause(clock.GetUtcNow() + pause, reason.Code, reason.Message);
        }

        Log(reason, pause);
    }

    private void Log(SmtpBroken reason, TimeSpan pause) =>
        log.LogWarning(reason, "No mail is offered for {Pause} ({Code}): {Reason}", pause, reason.Code, reason.Message);

    private sealed record Pause(DateTimeOffset Until, string Code, string Detail);
}
