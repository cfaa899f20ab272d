using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Threading.Channels;
using See360.Local.Mail.Smtp;

namespace See360.Hosts.Tests.Mail;

/// <summary>A real SMTP server (npm: smtp-server) in a process of its own on a free loopback port.</summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly Process _node;
    private readonly string _folder;
    private readonly Channel<SmtpEvent> _events = Channel.CreateUnbounded<SmtpEvent>();
    private readonly List<SmtpEvent> _seen = [];
    private readonly Task _reading;

    private TestSmtpServer(Process node, string folder)
    {
        (_node, _folder) = (node, folder);
        _reading = ReadAsync();
    }

    public int Port { get; private set; }

    public string Certificate => Path.Combine(_folder, "cert.pem");

    /// <param name="options">See tests/tools/smtp-server.mjs; cert and key are added.</param>
    public static async Task<TestSmtpServer> StartAsync(Dictionary<string, object>? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("see360-smtp-").FullName;
        WriteCertificate(folder);
        var all = new Dictionary<string, object>(options ?? [])
        {
            ["cert"] = Path.Combine(folder, "cert.pem"),
            ["key"] = Path.Combine(folder, "key.pem"),
        };
        var server = new TestSmtpServer(NodeTools.Start("smtp-server.mjs", JsonSerializer.Serialize(all)), folder);
        server.Port = (await server.NextAsync("listening")).Port;
        return server;
    }

    public SmtpOptions Options(Action<SmtpOptions>? change = null)
    {
        var options = new SmtpOptions
        {
            Host = "localhost",
            Port = Port,
            TrustedCertificatesFile = Certificate,
            MailsPerMinute = 0,
            PauseAfterFailure = TimeSpan.Zero,
        };
        change?.Invoke(options);
        return options;
    }

    /// <summary>Waits for the next event of a name; what comes before it is kept for <see cref="Seen"/>.</summary>
    public async Task<SmtpEvent> NextAsync(string name)
    {
        while (true)
        {
            var next = await _events.Reader.ReadAsync();
            _seen.Add(next);
            if (next.Event == name)
            {
                return next;
            }
        }
    }

    /// <summary>All events so far.</summary>
    public IEnumerable<SmtpEvent> Seen(string name)
    {
        while (_events.Reader.TryRead(out var next))
        {
            _seen.Add(next);
        }

        return _seen.Where(e => e.Event == name);
    }

    /// <summary>Closes every connection, as a server does with idle ones.</summary>
    public async Task DropAsync()
    {
        await _node.StandardInput.WriteLineAsync("drop");
        await _node.StandardInput.FlushAsync();
        await NextAsync("closed");
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        await _reading;
        _node.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReadAsync()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            _events.Writer.TryWrite(JsonSerializer.Deserialize<SmtpEvent>(line, JsonSerializerOptions.Web)!);
        }

        _events.Writer.Complete(new InvalidOperationException("The SMTP server has stopped: run 'npm ci' in tests/tools."));
    }

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}

internal sealed record SmtpEvent(
    string Event, int Port = 0, string Session = "", bool Ok = false, bool Secure = false, string Method = "", string From = "",
    IReadOnlyList<string>? To = null, string Base64 = "")
{
    public byte[] Eml => Convert.FromBase64String(Base64);
}
