using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using See360.Local.Mail.Smtp;

namespace See360.Hosts.Tests.Mail;

/// <summary>A server that says what a test wants it to say, on real sockets: what no real server is willing to do.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>As an answer: the connection is cut.</summary>
    public const string Cut = "(cut)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Channel<WholeMail> _whole = Channel.CreateUnbounded<WholeMail>();
    private readonly Channel<NetworkStream> _streams = Channel.CreateUnbounded<NetworkStream>();
    private readonly Func<string, string, string?> _answer;
    private readonly Task _listening;
    private int _connected;

    /// <param name="answer">Given the verb (HELLO for the greeting, DOT for the whole mail) and the recipient's local
    /// part: what is said instead of the usual; null: the usual; empty: nothing at all.</param>
    public ScriptedSmtpServer(Func<string, string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Connected => _connected;

    public SmtpOptions Options(Action<SmtpOptions>? change = null)
    {
        var options = new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            Security = SmtpSecurity.None,
            MailsPerMinute = 0,
        };
        change?.Invoke(options);
        return options;
    }

    /// <summary>The next connection, for a test that speaks itself.</summary>
    public ValueTask<NetworkStream> ConnectionAsync() => _streams.Reader.ReadAsync();

    /// <summary>The next mail that has come with its final dot.</summary>
    public ValueTask<WholeMail> NextAsync() => _whole.Reader.ReadAsync();

    /// <summary>How many whole mails came that <see cref="NextAsync"/> has not given.</summary>
    public int Waiting => _whole.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _listening;
        await Task.WhenAll(_connections);
        _ending.Dispose();
        _listener.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                Interlocked.Increment(ref _connected);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            _streams.Writer.TryWrite(stream);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var to = "";
            try
            {
                for (var line = "HELLO"; line is not null; line = await reader.ReadLineAsync(_ending.Token))
                {
                    to = line.StartsWith("RCPT", StringComparison.Ordinal) ? line.Split('<', '@')[1] : to;
                    var verb = line.Split(' ', ':')[0];
                    if (verb == ".")
                    {
                        _whole.Writer.TryWrite(new WholeMail(to, stream));
                        verb = "DOT";
                    }

                    var says = _answer(verb, to) ?? Usual(verb);
                    if (says == Cut)
                    {
                        return;
                    }

                    await stream.WriteAsync(Encoding.ASCII.GetBytes(says.Length > 0 ? says + "\r\n" : ""), _ending.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    /// <summary>Lines of a mail are no verbs, and get nothing.</summary>
    private static string Usual(string verb) => verb switch
    {
        "HELLO" => "220 scripted",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        "EHLO" or "MAIL" or "RCPT" or "RSET" or "DOT" => "250 ok",
        _ => "",
    };
}

/// <param name="Stream">On which the answer may still be given.</param>
internal sealed record WholeMail(string To, NetworkStream Stream);
