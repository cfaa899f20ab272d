using System.Globalization;
using System.Text;

namespace See360.Local.Mail.Smtp;

/// <summary>How far a mail got before the answer came that decided it.</summary>
internal enum SmtpStage
{
    Sender,
    Recipient,
    Message,
}

/// <summary>One connection to the server, signed in, on which mails go one after the other.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly SmtpWire _wire;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _closing;
    private HashSet<string> _extensions = [];
    private long _maxSize;
    private bool _begun;

    private SmtpSession(SmtpOptions options, SmtpWire wire, TimeProvider clock, CancellationToken closing) =>
        (_options, _wire, _clock, _closing) = (options, wire, clock, closing);

    public int Mails { get; private set; }

    /// <summary>When the last mail was done (the pool's clock).</summary>
    public long IdleSince { get; set; }

    /// <summary>The whole mail was sent and its answer has not come: nobody knows whether the server has it.</summary>
    public bool IsUnclear { get; private set; }

    /// <summary>The server has answered something on behalf of the present mail.</summary>
    public bool HasAnswered { get; private set; }

    public bool IsClosing { get; private set; }

    /// <summary>What the server said when it closed the connection (421), or null.</summary>
    public SmtpReply? Farewell { get; private set; }

    /// <summary>The server's answer to an unclear mail, as long as it may still come; else null.</summary>
    public Task<SmtpReply>? Outstanding { get; private set; }

    /// <param name="closing">Ends the waiting for outstanding answers.</param>
    /// <exception cref="SmtpBroken">Not reachable, not trusted, or we are not let in.</exception>
    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, TimeProvider clock, CancellationToken closing, CancellationToken cancel)
    {
        var session = new SmtpSession(options, await SmtpWire.ConnectAsync(options, clock, cancel), clock, closing);
        try
        {
            await session.BeginAsync(cancel);
            return session;
        }
        catch
        {
            session._wire.Dispose();
            throw;
        }
    }

    /// <summary>Offers one mail. The reply is the one that decided: negative, or the server's acceptance.</summary>
    public async Task<(SmtpStage Stage, SmtpReply Reply)> SendAsync(SmtpEnvelope envelope, CancellationToken cancel)
    {
        HasAnswered = IsUnclear = false;
        if (_begun)
        {
            Noted(await AskAsync("RSET", cancel));
            if (Farewell is { } farewell)
            {
                return (SmtpStage.Sender, farewell);
            }
        }

        _begun = true;
        Mails++;
        if (_maxSize > 0 && envelope.Eml.Length > _maxSize)
        {
            return (SmtpStage.Message, new SmtpReply(552, "5.3.4", ["larger than the mail server takes"]));
        }

        if (envelope.NeedsUtf8 && !_extensions.Contains("SMTPUTF8"))
        {
            return (SmtpStage.Message, new SmtpReply(550, "5.6.7", ["the mail server takes no addresses with such characters"]));
        }

        return await OfferAsync(envelope, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!IsUnclear && !IsClosing)
            {
                await _wire.WriteLineAsync("QUIT", CancellationToken.None);
            }
        }
        catch (SmtpBroken)
        {
            // A politeness; the connection is gone either way.
        }
        finally
        {
            _wire.Dispose();
        }
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        if (_options.Security == SmtpSecurity.Implicit)
        {
            await _wire.EncryptAsync(cancel);
        }

        Demand(await _wire.ReadReplyAsync(cancel), "unreachable", "The mail server does not take connections");
        await HelloAsync(cancel);
        if (_options.Security == SmtpSecurity.StartTls)
        {
            Demand(await AskAsync("STARTTLS", cancel), "tls-failed", "The mail server offers no TLS");
            await _wire.EncryptAsync(cancel);
            await HelloAsync(cancel);
        }

        if (_options.UserName.Length > 0)
        {
            await SignInAsync(cancel);
        }
    }

    private async Task HelloAsync(CancellationToken cancel)
    {
        var reply = await AskAsync("EHLO " + _wire.LocalName, cancel);
        Demand(reply, "protocol", "The mail server refuses our greeting");
        var lines = reply.Lines.Skip(1).Select(line => line.Trim().ToUpperInvariant()).ToList();
        _extensions = [.. lines.Select(line => line.Split(' ')[0]), .. lines.Where(l => l.StartsWith("AUTH ", StringComparison.Ordinal)).SelectMany(l => l.Split(' ').Skip(1).Select(m => "AUTH " + m))];
        var size = lines.FirstOrDefault(line => line.StartsWith("SIZE ", StringComparison.Ordinal));
        _maxSize = size is not null && long.TryParse(size.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? max : 0;
    }

    private async Task SignInAsync(CancellationToken cancel)
    {
        var password = await PasswordAsync(cancel);
        SmtpReply reply;
        if (_extensions.Contains("AUTH PLAIN"))
        {
            reply = await AskAsync("AUTH PLAIN " + Base64($"\0{_options.UserName}\0{password}"), cancel);
        }
        else if (_extensions.Contains("AUTH LOGIN"))
        {
            reply = await AskAsync("AUTH LOGIN", cancel);
            reply = reply.Code == 334 ? await AskAsync(Base64(_options.UserName), cancel) : reply;
            reply = reply.Code == 334 ? await AskAsync(Base64(password), cancel) : reply;
        }
        else
        {
            throw new SmtpBroken("auth-failed", "The mail server offers no sign-in that we know (PLAIN, LOGIN).");
        }

        if (reply.Code != 235)
        {
            throw new SmtpBroken("auth-failed", $"The mail server does not accept our user name and password ({reply.BestCode}).");
        }
    }

    /// <summary>Read for every connection, so that a changed password needs no restart.</summary>
    private async Task<string> PasswordAsync(CancellationToken cancel)
    {
        if (_options.PasswordFile is not { } file)
        {
            return _options.Password;
        }

        try
        {
            return (await File.ReadAllTextAsync(file, cancel)).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SmtpBroken("auth-failed", "The file with the mail server's password can't be read.", e);
        }
    }

    private async Task<(SmtpStage Stage, SmtpReply Reply)> OfferAsync(SmtpEnvelope envelope, CancellationToken cancel)
    {
        var mail = $"MAIL FROM:<{envelope.From}>"
            + (_maxSize > 0 ? string.Create(CultureInfo.InvariantCulture, $" SIZE={envelope.Eml.Length}") : "")
            + (envelope.NeedsUtf8 ? " SMTPUTF8" : "");
        var rcpt = $"RCPT TO:<{envelope.To}>";
        var pipelined = _extensions.Contains("PIPELINING");
        await _wire.WriteAsync(Encoding.UTF8.GetBytes(pipelined ? $"{mail}\r\n{rcpt}\r\n" : $"{mail}\r\n"), cancel);
        var sender = Noted(await _wire.ReadReplyAsync(cancel));
        if (!pipelined && sender.IsPositive)
        {
            await _wire.WriteLineAsync(rcpt, cancel);
        }

        var recipient = pipelined && !sender.IsClosing || sender.IsPositive ? Noted(await _wire.ReadReplyAsync(cancel)) : sender;
        if (!sender.IsPositive || !recipient.IsPositive)
        {
            return sender.IsPositive ? (SmtpStage.Recipient, recipient) : (SmtpStage.Sender, sender);
        }

        var go = Noted(await AskAsync("DATA", cancel));
        return go.Code == 354 ? (SmtpStage.Message, await HandOverAsync(envelope.Eml, cancel)) : (SmtpStage.Message, go);
    }

    private async Task<SmtpReply> HandOverAsync(byte[] eml, CancellationToken cancel)
    {
        // Cancelling here would leave the mail in doubt: from its last line on, the answer is waited for.
        await _wire.WriteAsync(DotStuffing.Apply(eml), cancel);
        IsUnclear = true;
        using var patience = new CancellationTokenSource(_options.AcceptPatience, _clock);
        await _wire.WriteAsync(".\r\n"u8.ToArray(), CancellationToken.None);
        Outstanding = _wire.ReadReplyAsync(_options.AcceptTimeout, _closing);
        var reply = Noted(await AnswerAsync(Outstanding, patience.Token));
        Outstanding = null;
        IsUnclear = false;
        _begun = false;
        return reply;
    }

    private static async Task<SmtpReply> AnswerAsync(Task<SmtpReply> answer, CancellationToken patience)
    {
        try
        {
            return await answer.WaitAsync(patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new SmtpBroken(SmtpBroken.NoAnswer, "The mail server does not say whether it takes the mail.");
        }
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancel)
    {
        await _wire.WriteLineAsync(command, cancel);
        return await _wire.ReadReplyAsync(cancel);
    }

    private SmtpReply Noted(SmtpReply reply)
    {
        HasAnswered |= !reply.IsClosing;
        IsClosing |= reply.IsClosing;
        Farewell = reply.IsClosing ? reply : Farewell;
        return reply;
    }

    private static void Demand(SmtpReply reply, string code, string text)
    {
        if (reply.Code is not (220 or 250))
        {
            throw new SmtpBroken(code, $"{text} ({reply.BestCode}).");
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <summary>A mail as it is handed over.</summary>
internal sealed record SmtpEnvelope(string From, string To, bool NeedsUtf8, byte[] Eml);
