using System.Collections.Concurrent;

namespace See360.Local.Mail.Smtp;

/// <summary>Connections that are used again: TLS and sign-in cost more than a mail.</summary>
internal sealed partial class SmtpPool(SmtpOptions options, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(options.MaxConnections);
    private readonly ConcurrentStack<SmtpSession> _idle = new();
    private readonly ConcurrentDictionary<SmtpSession, Task> _lingering = new();
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Waits for a place; whoever has one gives it back by <see cref="Leave"/>, or with its connection.</summary>
    public Task EnterAsync(CancellationToken cancel) => _places.WaitAsync(cancel);

    public void Leave() => _places.Release();

    /// <summary>For who has a place: a connection that is open already, or a new one.</summary>
    /// <exception cref="SmtpBroken">There is none to be had.</exception>
    public async Task<SmtpSession> TakeAsync(CancellationToken cancel)
    {
        while (_idle.TryPop(out var session))
        {
            if (clock.GetElapsedTime(session.IdleSince) < options.IdleTimeout)
            {
                return session;
            }

            await session.DisposeAsync();
        }

        return await SmtpSession.OpenAsync(options, clock, _closing.Token, cancel);
    }

    public void Return(SmtpSession session)
    {
        session.IdleSince = clock.GetTimestamp();
        _idle.Push(session);
        Leave();
    }

    /// <summary>For one that can't be used again. If its mail is unclear it stays open without a place, because a server
    /// that is hung up on may throw the mail away; only so many, because servers count connections.</summary>
    public async Task DropAsync(SmtpSession session, string mailId)
    {
        Leave();
        if (session.Outstanding is { } answer && _lingering.Count < options.MaxConnections)
        {
            _lingering[session] = LingerAsync(session, answer, mailId);
            return;
        }

        await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_lingering.Values);
        while (_idle.TryPop(out var session))
        {
            await session.DisposeAsync();
        }

        _closing.Dispose();
        _places.Dispose();
    }

    private async Task LingerAsync(SmtpSession session, Task<SmtpReply> answer, string mailId)
    {
        await Task.Yield();
        try
        {
            LogLate(log, mailId, (await answer).BestCode);
        }
        catch (Exception e) when (e is SmtpBroken or OperationCanceledException)
        {
            LogNever(log, mailId);
        }
        finally
        {
            _lingering.TryRemove(session, out _);
            await session.DisposeAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server has answered {Code} to mail {MailId}, which had been recorded as unclear")]
    private static partial void LogLate(ILogger log, string mailId, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server has never answered to mail {MailId}, which is recorded as unclear")]
    private static partial void LogNever(ILogger log, string mailId);
}
