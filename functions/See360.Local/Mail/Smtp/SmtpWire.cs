using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace See360.Local.Mail.Smtp;

/// <summary>Bytes to and from the server: connection, TLS, lines, time-outs. Every failure is an <see cref="SmtpBroken"/>.</summary>
internal sealed class SmtpWire : IDisposable
{
    private const int MaxLine = 2048;
    private const int MaxLines = 100;

    private readonly SmtpOptions _options;
    private readonly TimeProvider _clock;
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[MaxLine];
    private Stream _stream;
    private int _start;
    private int _end;

    private SmtpWire(SmtpOptions options, TimeProvider clock, Socket socket)
    {
        (_options, _clock, _socket) = (options, clock, socket);
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    public bool IsEncrypted => _stream is SslStream;

    /// <summary>How we call ourselves in EHLO: the address literal is always true, a machine's name seldom.</summary>
    public string LocalName => _socket.LocalEndPoint switch
    {
        IPEndPoint { Address: { IsIPv4MappedToIPv6: true } mapped } => $"[{mapped.MapToIPv4()}]",
        IPEndPoint { AddressFamily: AddressFamily.InterNetworkV6 } v6 => $"[IPv6:{new IPAddress(v6.Address.GetAddressBytes())}]",
        IPEndPoint v4 => $"[{v4.Address}]",
        _ => "[127.0.0.1]",
    };

    public static async Task<SmtpWire> ConnectAsync(SmtpOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await WithinAsync(options.ConnectTimeout, clock, "unreachable", token => socket.ConnectAsync(options.Host, options.Port, token).AsTask(), cancel);
            return new SmtpWire(options, clock, socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="SmtpBroken">No TLS 1.2 or later, or a certificate that is not trusted for the server's name.</exception>
    public async Task EncryptAsync(CancellationToken cancel)
    {
        if (_start != _end)
        {
            // What stands behind the answer to STARTTLS was sent in clear, by whoever: it must not count as said inside TLS.
            throw new SmtpBroken("tls-failed", "The server went on talking before TLS began.");
        }

        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = tls;
        await WithinAsync(_options.CommandTimeout, _clock, "tls-failed", token => tls.AuthenticateAsClientAsync(TlsOptions(), token), cancel);
    }

    /// <param name="command">Without its line end; holds no line break.</param>
    public Task WriteLineAsync(string command, CancellationToken cancel)
    {
        if (command.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new ArgumentException("A command is one line.", nameof(command));
        }

        return WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancel);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        WithinAsync(_options.CommandTimeout, _clock, "timeout", token => _stream.WriteAsync(bytes, token).AsTask(), cancel);

    public Task<SmtpReply> ReadReplyAsync(CancellationToken cancel) => ReadReplyAsync(_options.CommandTimeout, cancel);

    public async Task<SmtpReply> ReadReplyAsync(TimeSpan timeout, CancellationToken cancel)
    {
        var lines = new List<string>();
        await WithinAsync(timeout, _clock, "timeout", async token =>
        {
            string line;
            do
            {
                line = await ReadLineAsync(token);
                lines.Add(line);
            }
            while (line.Length > 3 && line[3] == '-' && lines.Count < MaxLines);
        }, cancel);
        return SmtpReply.Parse(lines);
    }

    public void Dispose() => _stream.Dispose();

    private async Task<string> ReadLineAsync(CancellationToken cancel)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            await FillAsync(cancel);
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            throw new SmtpBroken("protocol", "The server's answer has no end.");
        }

        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancel);
        _end += read > 0 ? read : throw new SmtpBroken("hung-up", "The server has closed the connection.");
    }

    private SslClientAuthenticationOptions TlsOptions()
    {
        var tls = new SslClientAuthenticationOptions { TargetHost = _options.Host, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
        if (_options.TrustedCertificatesFile is { } file)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            tls.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        return tls;
    }

    private static async Task WithinAsync(TimeSpan limit, TimeProvider clock, string code, Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            await work(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new SmtpBroken(code == "unreachable" ? code : "timeout", "The mail server did not answer in time.");
        }
        catch (AuthenticationException e)
        {
            throw new SmtpBroken("tls-failed", "The mail server's certificate is not trusted, or it speaks no TLS that we accept.", e);
        }
        catch (Exception e) when (e is CryptographicException or UnauthorizedAccessException or FileNotFoundException)
        {
            throw new SmtpBroken("tls-failed", "The file with the trusted certificates can't be read.", e);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new SmtpBroken(code == "timeout" ? "hung-up" : code, "The connection to the mail server failed.", e);
        }
    }
}
