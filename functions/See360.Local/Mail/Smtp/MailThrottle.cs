namespace See360.Local.Mail.Smtp;

/// <summary>Spreads mails evenly: servers that see bursts defer or block the sender.</summary>
internal sealed class MailThrottle
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _gap;
    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <param name="mailsPerMinute">0: no limit.</param>
    public MailThrottle(int mailsPerMinute, TimeProvider clock) =>
        (_clock, _gap) = (clock, mailsPerMinute > 0 ? TimeSpan.FromMinutes(1) / mailsPerMinute : TimeSpan.Zero);

    /// <summary>Completes when it is this mail's turn; in the order of the calls.</summary>
    public Task WaitAsync(CancellationToken cancel)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _gap;
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, _clock, cancel) : Task.CompletedTask;
    }
}
