using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Mail;
using See360.Local.Mail;
using See360.Local.Mail.Smtp;
using See360.Testing;

namespace See360.Hosts.Tests.Mail;

/// <summary>Against a real server. The clock is the real one where the network decides, the test's where time does.</summary>
public sealed class SmtpMailerTests
{
    [Theory]
    [InlineData(SmtpSecurity.StartTls, "PLAIN")]
    [InlineData(SmtpSecurity.StartTls, "LOGIN")]
    [InlineData(SmtpSecurity.Implicit, "PLAIN")]
    public async Task Send_OverTlsWithSignIn_ArrivesUnchanged(SmtpSecurity security, string method)
    {
        await using var server = await TestSmtpServer.StartAsync(new()
        {
            ["implicit"] = security == SmtpSecurity.Implicit,
            ["authMethods"] = new[] { method },
            ["user"] = "see360",
            ["password"] = "gehäim",
        });
        await using var mailer = Mailer(server.Options(o => (o.Security, o.UserName, o.Password) = (security, "see360", "gehäim")));
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo));

        var outcome = await mailer.SendAsync(mail);

        Assert.Equal(new MailOutcome.Accepted(mail.Id), outcome);
        var arrived = await server.NextAsync("mail");
        Assert.True(arrived.Secure);
        Assert.Equal(mail.From.Address, arrived.From);
        Assert.Equal([mail.To.Address], arrived.To!);
        Assert.Equal(MimeWriter.Write(mail), arrived.Eml);
        Assert.Equal((true, true, method), Assert.Single(server.Seen("signIn").Select(e => (e.Ok, e.Secure, e.Method))));
    }

    [Fact]
    public async Task Send_LinesThatBeginWithDots_ArriveUnchanged()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());
        var mail = MailSamples.Invitation() with { Text = ".\n..\n.end\n.\n" };

        await mailer.SendAsync(mail);

        Assert.Equal(MimeWriter.Write(mail), (await server.NextAsync("mail")).Eml);
    }

    [Theory]
    [InlineData("unknown", "5.1.1", true)]
    [InlineData("unknown550", "550", true)]
    [InlineData("moved", "551", true)]
    [InlineData("closed", "5.2.1", true)]
    [InlineData("full", "5.2.2", false)]
    [InlineData("policy", "5.7.1", false)]
    [InlineData("content", "5.7.1", false)]
    [InlineData("content550", "550", false)]
    public async Task Send_ServerSaysNever_IsRefused(string recipient, string code, bool recipientIsBad)
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());

        var refused = Assert.IsType<MailOutcome.Refused>(await mailer.SendAsync(To(recipient)));

        Assert.Equal((code, recipientIsBad), (refused.Code, refused.RecipientIsBad));
        Assert.DoesNotContain("@", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greylisted", "4.7.1")]
    [InlineData("later", "4.3.1")]
    [InlineData("dropped", "hung-up")]
    public async Task Send_ServerSaysNotNow_IsDeferredAndTheNextMailGoes(string recipient, string code)
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());

        var deferred = Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(To(recipient)));
        var next = await mailer.SendAsync(MailSamples.Invitation());

        Assert.Equal(code, deferred.Code);
        Assert.IsType<MailOutcome.Accepted>(next);
    }

    [Fact]
    public async Task Send_SenderRefused_IsDeferredBecauseItCanBeMended()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.EnvelopeFrom = "refused@feedback.musterstadt.example"));

        Assert.Equal("5.7.1", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
    }

    [Fact]
    public async Task Send_RecipientIsNotAnswered_IsDeferredAfterTheTimeOut()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.CommandTimeout = TimeSpan.FromSeconds(2)));

        Assert.Equal("timeout", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(To("silent"))).Code);
    }

    [Theory]
    [InlineData("unclear", "hung-up")]
    [InlineData("slow", "no-answer")]
    public async Task Send_WholeMailIsNotAnswered_IsUnclearAndTheNextMailGoes(string recipient, string code)
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.AcceptPatience = TimeSpan.FromSeconds(2)));

        var unclear = Assert.IsType<MailOutcome.Unclear>(await mailer.SendAsync(To(recipient)));
        var next = await mailer.SendAsync(MailSamples.Invitation());

        Assert.Equal(code, unclear.Code);
        Assert.IsType<MailOutcome.Accepted>(next);
    }

    [Fact]
    public async Task Send_ManyMails_ShareConnections()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.MaxConnections = 2));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => mailer.SendAsync(MailSamples.Invitation() with { Id = $"{i:x32}" })));

        Assert.All(outcomes, o => Assert.IsType<MailOutcome.Accepted>(o));
        for (var i = 0; i < 40; i++)
        {
            await server.NextAsync("mail");
        }

        Assert.InRange(server.Seen("connected").Count(), 1, 2);
        Assert.Equal(40, server.Seen("mail").Select(m => m.Base64).Distinct().Count());
    }

    [Fact]
    public async Task Send_AfterARefusal_UsesTheSameConnection()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());

        await mailer.SendAsync(To("unknown"));
        await mailer.SendAsync(To("content"));
        var last = await mailer.SendAsync(MailSamples.Invitation());

        Assert.IsType<MailOutcome.Accepted>(last);
        Assert.Single(server.Seen("connected"));
    }

    [Fact]
    public async Task Send_ServerHasClosedTheIdleConnection_OpensAnother()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());
        await mailer.SendAsync(MailSamples.Invitation());
        await server.DropAsync();

        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(MailSamples.Reminder()));
        Assert.Equal(2, server.Seen("connected").Count());
    }

    [Fact]
    public async Task Send_ConnectionIdleTooLong_IsNotUsedAgain()
    {
        var clock = new FakeClock();
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(), clock);
        await mailer.SendAsync(MailSamples.Invitation());

        clock.Advance(TimeSpan.FromSeconds(31));
        await mailer.SendAsync(MailSamples.Reminder());

        Assert.Equal(2, server.Seen("connected").Count());
    }

    [Fact]
    public async Task Send_AfterMailsPerConnection_OpensAnother()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.MailsPerConnection = 1));

        await mailer.SendAsync(MailSamples.Invitation());
        await mailer.SendAsync(MailSamples.Reminder());

        Assert.Equal(2, server.Seen("connected").Count());
    }

    [Fact]
    public async Task Send_FasterThanTheLimit_WaitsForItsTurn()
    {
        var clock = new FakeClock();
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.MailsPerMinute = 60), clock);

        var first = mailer.SendAsync(MailSamples.Invitation());
        var second = mailer.SendAsync(MailSamples.Reminder());
        Assert.IsType<MailOutcome.Accepted>(await first);
        Assert.False(second.IsCompleted);
        Assert.Single(server.Seen("mail"));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<MailOutcome.Accepted>(await second);
    }

    [Fact]
    public async Task Send_ServerIsAway_IsDeferredAtOnceUntilThePauseIsOver()
    {
        var clock = new FakeClock();
        var server = await TestSmtpServer.StartAsync();
        var options = server.Options(o => o.PauseAfterFailure = TimeSpan.FromSeconds(30));
        await using var mailer = Mailer(options, clock);
        await server.DisposeAsync();

        var first = Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation()));
        clock.Advance(TimeSpan.FromSeconds(10));
        var paused = Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation()));

        Assert.Equal(("unreachable", TimeSpan.FromSeconds(30)), (first.Code, first.RetryAfter));
        Assert.Equal(("unreachable", TimeSpan.FromSeconds(20)), (paused.Code, paused.RetryAfter));
    }

    [Fact]
    public async Task Send_CertificateIsNotTrusted_IsDeferredAndNothingIsSaid()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["user"] = "see360", ["password"] = "x" });
        await using var mailer = Mailer(server.Options(o => (o.TrustedCertificatesFile, o.UserName, o.Password) = (null, "see360", "x")));

        Assert.Equal("tls-failed", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
        Assert.Empty(server.Seen("signIn"));
    }

    [Fact]
    public async Task Send_CertificateIsForAnotherName_IsDeferred()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options(o => o.Host = "127.0.0.1"));

        Assert.Equal("tls-failed", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
    }

    [Fact]
    public async Task Send_ServerOffersNoTls_IsDeferredAndNothingIsSaid()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["noTls"] = true });
        await using var mailer = Mailer(server.Options());

        Assert.Equal("tls-failed", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
        Assert.Empty(server.Seen("mail"));
    }

    [Fact]
    public async Task Send_PasswordIsWrong_IsDeferredBecauseItCanBeMended()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["user"] = "see360", ["password"] = "x" });
        await using var mailer = Mailer(server.Options(o => (o.UserName, o.Password) = ("see360", "y")));

        Assert.Equal("auth-failed", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
    }

    [Fact]
    public async Task Send_PasswordFileIsMissing_IsDeferred()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["user"] = "see360", ["password"] = "x" });
        await using var mailer = Mailer(server.Options(o => (o.UserName, o.PasswordFile) = ("see360", server.Certificate + ".none")));

        Assert.Equal("auth-failed", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
    }

    [Fact]
    public async Task Send_ServerTakesNobody_IsDeferred()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["closedDoor"] = true });
        await using var mailer = Mailer(server.Options());

        Assert.Equal("unreachable", Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(MailSamples.Invitation())).Code);
    }

    [Fact]
    public async Task Send_LargerThanTheServerTakes_IsRefusedWithoutTrying()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["size"] = 1000 });
        await using var mailer = Mailer(server.Options());

        var refused = Assert.IsType<MailOutcome.Refused>(await mailer.SendAsync(MailSamples.Invitation()));

        Assert.Equal(("5.3.4", false), (refused.Code, refused.RecipientIsBad));
        Assert.Empty(server.Seen("mail"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_AddressWithUmlauts_NeedsAServerThatTakesThem(bool noUtf8)
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["noUtf8"] = noUtf8 });
        await using var mailer = Mailer(server.Options());

        var outcome = await mailer.SendAsync(To("käthe"));

        Assert.Equal(noUtf8, outcome is MailOutcome.Refused { Code: "5.6.7" });
        Assert.Equal(!noUtf8, outcome is MailOutcome.Accepted);
    }

    [Fact]
    public async Task Send_ServerWithoutPipelining_TakesMailsAllTheSame()
    {
        await using var server = await TestSmtpServer.StartAsync(new() { ["noPipelining"] = true });
        await using var mailer = Mailer(server.Options());

        Assert.IsType<MailOutcome.Refused>(await mailer.SendAsync(To("unknown")));
        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(MailSamples.Invitation()));
    }

    [Fact]
    public async Task Send_AddressThatIsNone_IsRefusedWithoutTrying()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());

        var outcome = await mailer.SendAsync(MailSamples.Invitation() with { To = new MailAddress("a> NOTIFY=NEVER <b@kunde.example", "") });

        Assert.True(Assert.IsType<MailOutcome.Refused>(outcome).RecipientIsBad);
        Assert.Empty(server.Seen("connected"));
    }

    [Fact]
    public async Task Send_Cancelled_Throws()
    {
        await using var server = await TestSmtpServer.StartAsync();
        await using var mailer = Mailer(server.Options());
        using var cancel = new CancellationTokenSource();
        var sending = mailer.SendAsync(To("silent"), cancel.Token);
        await server.NextAsync("connected");

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private static SmtpMailer Mailer(SmtpOptions options, TimeProvider? clock = null) =>
        new(options, clock ?? TimeProvider.System, NullLogger<SmtpMailer>.Instance);

    private static MailMessage To(string recipient) => MailSamples.Invitation() with { To = new MailAddress(recipient + "@kunde.example", "") };
}
