using System.Collections.Concurrent;

namespace See360.Local.Mail.Smtp;

/// <summary>Connections that are used again: TLS and sign-in cost more than a mail.</summary>
internal sealed class SmtpPool(SmtpOptions options, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(options.MaxConnections);
    private readonly ConcurrentStack<SmtpSession> _idle = new();

    /// <summary>Waits for a place, then gives a connection that is open already, or a new one.</summary>
    /// <exception cref="SmtpBroken">There is none to be had.</exception>
    public async Task<SmtpSession> TakeAsync(CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            while (_idle.TryPop(out var session))
            {
                if (clock.GetElapsedTime(session.IdleSince) < options.IdleTimeout)
                {
                    return session;
                }

                await session.DisposeAsync();
            }

            return await SmtpSession.OpenAsync(options, clock, cancel);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public void Return(SmtpSession session)
    {
        session.IdleSince = clock.GetTimestamp();
        _idle.Push(session);
        _places.Release();
    }

    /// <summary>For one that can't be used again.</summary>
    public async Task DropAsync(SmtpSession session)
    {
        _places.Release();
        await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var session))
        {
            await session.DisposeAsync();
        }

        _places.Dispose();
    }
}
