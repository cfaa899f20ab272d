using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Mail;
using See360.Local.Mail.Smtp;
using See360.Testing;

namespace See360.Hosts.Tests.Mail;

/// <summary>What a well-behaved server never does.</summary>
public sealed class SmtpRulesTests
{
    [Theory]
    [InlineData("550 5.1.1 no such user", 550, "5.1.1", "550 no such user")]
    [InlineData("550 no such user", 550, "", "550 no such user")]
    [InlineData("250", 250, "", "250")]
    [InlineData("250 2.0.0", 250, "2.0.0", "250")]
    [InlineData("550 5.1.1 <a.b@kunde.example>: unknown a.b@kunde.example", 550, "5.1.1", "550 <…>: unknown <…>")]
    public void Parse_Reply_FindsCodeStatusAndText(string line, int code, string status, string detail)
    {
        var reply = SmtpReply.Parse([line]);

        Assert.Equal((code, status, detail), (reply.Code, reply.Status, reply.Detail));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("999 x")]
    public void Parse_WhatIsNoReply_Breaks(string line) => Assert.Equal("protocol", Assert.Throws<SmtpBroken>(() => SmtpReply.Parse([line])).Code);

    [Theory]
    [InlineData(".", "..")]
    [InlineData("a\r\n.b\r\n", "a\r\n..b\r\n")]
    [InlineData("a.b\r\n", "a.b\r\n")]
    [InlineData("\r\n.\r\n", "\r\n..\r\n")]
    public void Apply_LineBeginsWithADot_GetsASecond(string eml, string stuffed) =>
        Assert.Equal(stuffed, Encoding.ASCII.GetString(DotStuffing.Apply(Encoding.ASCII.GetBytes(eml))));

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "protocol")]
    [InlineData("220 hello\r\n250-localhost\r\n250 STARTTLS\r\n220 go\r\n250 injected\r\n", "tls-failed")]
    [InlineData("220 hello\r\n502 what\r\n", "protocol")]
    [InlineData("220 hello\r\n", "hung-up")]
    [InlineData("", "hung-up")]
    public async Task Send_ServerMisbehaves_IsDeferred(string says, string code)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = SayAsync(listener, says);
        await using var mailer = new SmtpMailer(
            new SmtpOptions { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, PauseAfterFailure = TimeSpan.Zero },
            TimeProvider.System, NullLogger<SmtpMailer>.Instance);

        var outcome = await mailer.SendAsync(MailSamples.Invitation());

        Assert.Equal(code, Assert.IsType<MailOutcome.Deferred>(outcome).Code);
        await serving;
    }

    [Fact]
    public async Task Send_AnswerWithoutEnd_IsDeferred()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = SayAsync(listener, "220 " + new string('x', 5000));
        await using var mailer = new SmtpMailer(
            new SmtpOptions { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }, TimeProvider.System, NullLogger<SmtpMailer>.Instance);

        Assert.Equal("protocol", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
        await serving;
    }

    [Theory]
    [InlineData("", 587, SmtpSecurity.StartTls, "", "")]
    [InlineData("mail.example", 0, SmtpSecurity.StartTls, "", "")]
    [InlineData("mail.example", 25, SmtpSecurity.None, "see360", "x")]
    [InlineData("mail.example", 587, SmtpSecurity.StartTls, "see360", "")]
    [InlineData("mail example", 587, SmtpSecurity.StartTls, "", "")]
    public void Problem_OptionsThatCannotWork_AreNamed(string host, int port, SmtpSecurity security, string user, string password) =>
        Assert.NotNull(new SmtpOptions { Host = host, Port = port, Security = security, UserName = user, Password = password }.Problem());

    /// <summary>Says everything at once, then closes when the client has stopped sending.</summary>
    private static async Task SayAsync(TcpListener listener, string text)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        client.Client.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null);
    }
}
