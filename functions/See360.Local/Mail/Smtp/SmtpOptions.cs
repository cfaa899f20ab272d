using System.Net;

namespace See360.Local.Mail.Smtp;

public enum SmtpSecurity
{
    /// <summary>Plain connection that must become TLS before anything else is said (usually port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (usually port 465).</summary>
    Implicit,

    /// <summary>No encryption: a relay on this machine or in a closed network.</summary>
    None,
}

/// <summary>The bank's mail server.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>A PEM file with the certificates that are trusted in place of the system's, for a bank's own authority.</summary>
    public string? TrustedCertificatesFile { get; set; }

    /// <summary>Empty: no sign-in.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Or use <see cref="PasswordFile"/>.</summary>
    public string Password { get; set; } = "";

    /// <summary>A file that holds the password alone.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Envelope sender, to which bounces go; empty: the From address.</summary>
    public string EnvelopeFrom { get; set; } = "";

    /// <summary>Evenly spread; 0: no limit.</summary>
    public int MailsPerMinute { get; set; } = 300;

    /// <summary>Connections at the same time, 1 to 20.</summary>
    public int MaxConnections { get; set; } = 4;

    /// <summary>After so many mails a connection is closed, because servers count them.</summary>
    public int MailsPerConnection { get; set; } = 100;

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For the answer to a command.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a sender waits for the answer to a whole mail; after that the mail is unclear and others go on.
    /// Longer than the 30 s for which Exchange likes to hold this answer back.</summary>
    public TimeSpan AcceptPatience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the connection of an unclear mail is kept, so that the server may still take it: 10 minutes (RFC 5321, 4.5.3.2.6).</summary>
    public TimeSpan AcceptTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>An idle connection is closed after this.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nothing is tried after the server could not be reached or refused us.</summary>
    public TimeSpan PauseAfterFailure { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with the options, in English for the log of the host; null if nothing is.</summary>
    public string? Problem()
    {
        if (Host.Length == 0 || Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            return "The mail server must be given by its name, e.g. mail.bank.example.";
        }

        if (Port is < 1 or > 65535)
        {
            return "The mail server's port must be between 1 and 65535.";
        }

        if (UserName.Length > 0 && Security == SmtpSecurity.None && !IsLoopback())
        {
            return "A password is not sent to the mail server over an unencrypted connection: use STARTTLS or TLS.";
        }

        if (UserName.Length > 0 && Password.Length == 0 && PasswordFile is null)
        {
            return "The mail server's user needs a password, from an environment variable or a file.";
        }

        return MailsPerMinute < 0 || MaxConnections is < 1 or > 20 || MailsPerConnection < 1
            ? "Mails per minute must be 0 or more, connections 1 to 20, mails per connection 1 or more."
            : null;
    }

    private bool IsLoopback() => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
