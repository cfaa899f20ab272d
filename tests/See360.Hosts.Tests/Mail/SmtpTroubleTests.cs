using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Local.Mail.Smtp;
using See360.Testing;

namespace See360.Hosts.Tests.Mail;

/// <summary>Servers that are slow, silent, overloaded or gone in the middle: what becomes of the mail, and of the others.</summary>
public sealed class SmtpTroubleTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Send_OneMailIsNeverAnswered_TheOthersGoOnAnotherConnection()
    {
        await using var server = new ScriptedSmtpServer((verb, to) => verb == "DOT" && to == "silent" ? "" : null);
        await using var mailer = Mailer(server.Options(o => o.MaxConnections = 2));
        var silent = mailer.SendAsync(To("silent"));
        Assert.Equal("silent", (await server.NextAsync()).To);

        var others = await Task.WhenAll(Enumerable.Range(1, 49).Select(n => mailer.SendAsync(To($"kunde{n}"))));

        Assert.All(others, o => Assert.IsType<MailOutcome.Accepted>(o));
        Assert.Equal(2, server.Connected);
        Assert.False(silent.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("no-answer", Assert.IsType<MailOutcome.Unclear>(await silent).Code);
        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(To("kunde50")));
    }

    [Fact]
    public async Task Send_NoMailIsEverAnswered_FewAreUnclearAndTheRestWaits()
    {
        await using var server = new ScriptedSmtpServer((verb, _) => verb == "DOT" ? "" : null);
        await using var mailer = Mailer(server.Options(o => o.MaxConnections = 2));
        var wave = Enumerable.Range(1, 50).Select(n => mailer.SendAsync(To($"kunde{n}"))).ToList();
        await server.NextAsync();
        await server.NextAsync();

        _clock.Advance(TimeSpan.FromMinutes(1));
        var outcomes = await Task.WhenAll(wave);

        Assert.Equal(2, outcomes.Count(o => o is MailOutcome.Unclear));
        Assert.All(outcomes.OfType<MailOutcome.Deferred>(), o => Assert.Equal(("no-answer", TimeSpan.FromSeconds(30)), (o.Code, o.RetryAfter)));
        Assert.Equal(0, server.Waiting);

        // One mail asks whether the server is well again, and each time later.
        _clock.Advance(TimeSpan.FromSeconds(30));
        var probe = mailer.SendAsync(To("kunde51"));
        await server.NextAsync();
        Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(To("kunde52")));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<MailOutcome.Unclear>(await probe);
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(To("kunde52"))).RetryAfter);
    }

    [Fact]
    public async Task Send_ServerIsWellAgain_EverythingGoes()
    {
        var silent = true;
        await using var server = new ScriptedSmtpServer((verb, _) => verb == "DOT" && silent ? "" : null);
        await using var mailer = Mailer(server.Options());
        var first = mailer.SendAsync(To("kunde1"));
        await server.NextAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await first;

        silent = false;
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(To("kunde2")));
        var rest = await Task.WhenAll(Enumerable.Range(3, 20).Select(n => mailer.SendAsync(To($"kunde{n}"))));

        Assert.All(rest, o => Assert.IsType<MailOutcome.Accepted>(o));
    }

    [Fact]
    public async Task Send_AnswerComesLate_TheServerWasNotHungUpOn()
    {
        await using var server = new ScriptedSmtpServer((verb, _) => verb == "DOT" ? "" : null);
        var mailer = Mailer(server.Options());
        var sending = mailer.SendAsync(To("kunde1"));
        var mail = await server.NextAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<MailOutcome.Unclear>(await sending);

        _clock.Advance(TimeSpan.FromMinutes(8));
        Assert.False(IsHungUp(mail));
        await mail.Stream.WriteAsync("250 ok\r\n"u8.ToArray());
        await mailer.DisposeAsync();

        Assert.Equal(1, server.Connected);
    }

    [Fact]
    public async Task Send_AnswerDripsByteByByte_IsDeferredOnceTheWholeTakesTooLong()
    {
        await using var server = new ScriptedSmtpServer((_, _) => "");
        var options = server.Options(o => o.CommandTimeout = TimeSpan.FromMinutes(3));
        await using var mailer = Mailer(options);
        var sending = mailer.SendAsync(To("kunde1"));
        var stream = await server.ConnectionAsync();
        await _clock.WaitedForAsync(options.CommandTimeout);

        foreach (var next in "220")
        {
            Assert.False(sending.IsCompleted);
            stream.WriteByte((byte)next);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("timeout", Assert.IsType<MailOutcome.Deferred>(await sending).Code);
    }

    [Theory]
    [InlineData("HELLO", "421", "421")]
    [InlineData("EHLO", "421", "421")]
    [InlineData("MAIL", "4.3.2", "421 4.3.2 zu viel")]
    [InlineData("RCPT", "4.3.2", "421 4.3.2 zu viel")]
    [InlineData("DATA", "4.3.2", "421 4.3.2 zu viel")]
    [InlineData("DOT", "4.3.2", "421 4.3.2 zu viel")]
    public async Task Send_421AtAnyPoint_IsDeferredWithTheServersWords(string at, string code, string says)
    {
        await using var server = new ScriptedSmtpServer((verb, to) => verb == at && (to.Length == 0 || to == "kunde1") ? says : null);
        await using var mailer = Mailer(server.Options());

        var deferred = Assert.IsType<MailOutcome.Deferred>(await mailer.SendAsync(To("kunde1")));

        Assert.Contains(code, deferred.Code + deferred.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_421BetweenTwoMails_TheNextGoesOnAnotherConnection()
    {
        await using var server = new ScriptedSmtpServer((verb, to) => verb == "MAIL" && to == "kunde1" ? "421 4.4.2 genug" : null);
        await using var mailer = Mailer(server.Options());

        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(To("kunde1")));
        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(To("kunde2")));

        Assert.Equal(2, server.Connected);
    }

    [Theory]
    [InlineData("MAIL", false)]
    [InlineData("DATA", false)]
    [InlineData("DOT", true)]
    public async Task Send_ConnectionIsCut_IsUnclearOnlyAfterTheFinalDot(string at, bool unclear)
    {
        await using var server = new ScriptedSmtpServer((verb, to) => verb == at && to is "" or "cut" ? ScriptedSmtpServer.Cut : null);
        await using var mailer = Mailer(server.Options());

        var outcome = await mailer.SendAsync(To("cut"));

        Assert.Equal(unclear, outcome is MailOutcome.Unclear { Code: "hung-up" });
        Assert.Equal(!unclear, outcome is MailOutcome.Deferred { Code: "hung-up" });
    }

    [Fact]
    public async Task Send_ServerIsAwayAndManyWait_OneTimeOutForAll()
    {
        await using var server = new ScriptedSmtpServer((verb, _) => verb == "HELLO" ? "" : null);
        var options = server.Options(o => (o.MaxConnections, o.CommandTimeout) = (1, TimeSpan.FromSeconds(61)));
        await using var mailer = Mailer(options);
        var wave = Enumerable.Range(1, 50).Select(n => mailer.SendAsync(To($"kunde{n}"))).ToList();
        await _clock.WaitedForAsync(options.CommandTimeout);

        _clock.Advance(options.CommandTimeout);

        Assert.All(await Task.WhenAll(wave), o => Assert.Equal("timeout", Assert.IsType<MailOutcome.Deferred>(o).Code));
        Assert.Equal(1, server.Connected);
    }

    [Fact]
    public async Task Send_ForbiddenWhileItWaitedForAConnection_DoesNotLeaveAndGivesItsPlaceBack()
    {
        await using var server = new ScriptedSmtpServer((verb, to) => verb == "DOT" && to == "silent" ? "" : null);
        await using var mailer = Mailer(server.Options(o => o.MaxConnections = 1));
        var silent = mailer.SendAsync(To("silent"));
        await server.NextAsync();
        MailOutcome.Withheld? lastWord = null;
        var waiting = mailer.SendAsync(To("kunde1") with { BeforeLeaving = _ => Task.FromResult(lastWord) });
        var unreadable = mailer.SendAsync(To("kunde2") with { BeforeLeaving = _ => throw new StorageUnavailableException("The database is locked.") });

        lastWord = new MailOutcome.Withheld("concept-withdrawn", ForGood: false);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<MailOutcome.Unclear>(await silent);
        Assert.Equal(lastWord, await waiting);
        Assert.Equal("storage-unavailable", Assert.IsType<MailOutcome.Deferred>(await unreadable).Code);
        Assert.Equal(0, server.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<MailOutcome.Accepted>(await mailer.SendAsync(To("kunde3")));
    }

    private static bool IsHungUp(WholeMail mail) => mail.Stream.Socket.Poll(0, System.Net.Sockets.SelectMode.SelectRead) && mail.Stream.Socket.Available == 0;

    private SmtpMailer Mailer(SmtpOptions options) => new(options, _clock, NullLogger<SmtpMailer>.Instance);

    private static MailMessage To(string recipient) => MailSamples.Invitation() with { To = new MailAddress(recipient + "@kunde.example", "") };
}
