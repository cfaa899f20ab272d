using Azure.Communication.Email;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Azure.Mail;
using See360.Core.Mail;
using See360.Testing;

namespace See360.Azure.Tests.Mail;

public sealed class CommunicationMailerTests : IAsyncLifetime
{
    private FakeCommunicationServices _service = null!;
    private CommunicationMailer _mailer = null!;

    public async Task InitializeAsync()
    {
        _service = await FakeCommunicationServices.StartAsync();
        _mailer = new CommunicationMailer(MailClients.Create(_service.ConnectionString), NullLogger<CommunicationMailer>.Instance);
    }

    public Task DisposeAsync() => _service.DisposeAsync().AsTask();

    [Fact]
    public async Task Send_AnInvitation_HandsOverAllOfIt()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo));

        var outcome = await _mailer.SendAsync(mail);

        Assert.Equal(Guid.Parse(mail.Id).ToString(), Assert.IsType<MailOutcome.Accepted>(outcome).ProviderId);
        var sent = _service.Taken[Guid.Parse(mail.Id)];
        Assert.Equal("feedback@feedback.musterstadt.example", sent.GetProperty("senderAddress").GetString());
        Assert.Equal(mail.Subject, sent.GetProperty("content").GetProperty("subject").GetString());
        Assert.Equal(mail.Text, sent.GetProperty("content").GetProperty("plainText").GetString());
        Assert.Equal(mail.Html, sent.GetProperty("content").GetProperty("html").GetString());
        var to = Assert.Single(sent.GetProperty("recipients").GetProperty("to").EnumerateArray());
        Assert.Equal(("kaethe.weiss@kunde.example", "Käthe Weiß"), (to.GetProperty("address").GetString(), to.GetProperty("displayName").GetString()));
        var reply = Assert.Single(sent.GetProperty("replyTo").EnumerateArray());
        Assert.Equal(("joerg.gruen@musterstadt.example", "Jörg Grün"), (reply.GetProperty("address").GetString(), reply.GetProperty("displayName").GetString()));
        Assert.Equal(mail.Headers.Select(h => (h.Name, h.Value)), sent.GetProperty("headers").EnumerateObject().Select(h => (h.Name, h.Value.GetString()!)));
        Assert.True(sent.GetProperty("userEngagementTrackingDisabled").GetBoolean());
        var image = Assert.Single(sent.GetProperty("attachments").EnumerateArray());
        Assert.Contains("cid:" + image.GetProperty("contentId").GetString(), mail.Html, StringComparison.Ordinal);
        Assert.Equal(MailSamples.Photo.Bytes, image.GetProperty("contentInBase64").GetBytesFromBase64());
    }

    [Fact]
    public async Task Send_Again_IsAskedForFirstAndLeavesOnce()
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail);
        var forbidden = mail with { IsAgain = true, BeforeLeaving = _ => Task.FromResult<MailOutcome.Withheld?>(new MailOutcome.Withheld("objected", ForGood: true)) };

        Assert.IsType<MailOutcome.Accepted>(await _mailer.SendAsync(mail with { IsAgain = true }));
        Assert.IsType<MailOutcome.Accepted>(await _mailer.SendAsync(forbidden)); // It has left: that is what the ledger must say.

        Assert.Equal((1, 1), (_service.Mails, _service.Requests));
    }

    [Fact]
    public async Task Send_AgainWhatTheServiceHasNeverSeen_Leaves()
    {
        Assert.IsType<MailOutcome.Accepted>(await _mailer.SendAsync(MailSamples.Invitation() with { IsAgain = true }));

        Assert.Equal(1, _service.Mails);
    }

    [Fact]
    public async Task Send_TheIdentityGetsNoToken_IsDeferred()
    {
        var options = new EmailClientOptions { Retry = { MaxRetries = 0 } };
        var mailer = new CommunicationMailer(new EmailClient(new Uri("https://see360.example"), new NoIdentity(), options), NullLogger<CommunicationMailer>.Instance);

        var outcome = await mailer.SendAsync(MailSamples.Invitation());
        var again = await mailer.SendAsync(MailSamples.Invitation() with { IsAgain = true });

        Assert.Equal("no-identity", Assert.IsType<MailOutcome.Deferred>(outcome).Code);
        Assert.Equal(outcome, again);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    public async Task Send_Throttled_IsDeferredForAsLongAsAsked(string? retryAfter, int? seconds)
    {
        _service.Before = FakeCommunicationServices.Refuse(429, "TooManyRequests", "Slow down.", retryAfter);

        var outcome = Assert.IsType<MailOutcome.Deferred>(await _mailer.SendAsync(MailSamples.Invitation()));

        Assert.Equal(("429 TooManyRequests", seconds), (outcome.Code, (int?)outcome.RetryAfter?.TotalSeconds));
        Assert.Equal(1, _service.Requests);
    }

    [Theory]
    [InlineData(401, "Denied"), InlineData(403, "Forbidden"), InlineData(408, "Timeout"), InlineData(500, "InternalError"), InlineData(503, "Busy")]
    public async Task Send_WhatPasses_IsDeferred(int status, string code)
    {
        _service.Before = FakeCommunicationServices.Refuse(status, code, "Not now.");

        var outcome = Assert.IsType<MailOutcome.Deferred>(await _mailer.SendAsync(MailSamples.Invitation()));

        Assert.Equal($"{status} {code}", outcome.Code);
        Assert.Equal(1, _service.Requests);
    }

    [Theory]
    [InlineData(400, "InvalidSenderDomain", false), InlineData(404, "ResourceNotFound", false), InlineData(413, "TooLarge", false)]
    [InlineData(400, "EmailDroppedAllRecipientsSuppressed", true), InlineData(400, "InvalidRecipientAddress", true)]
    public async Task Send_WhatNeverPasses_IsRefused(int status, string code, bool recipientIsBad)
    {
        _service.Before = FakeCommunicationServices.Refuse(status, code, "It will never do.");

        var outcome = Assert.IsType<MailOutcome.Refused>(await _mailer.SendAsync(MailSamples.Invitation()));

        Assert.Equal(($"{status} {code}", recipientIsBad), (outcome.Code, outcome.RecipientIsBad));
        Assert.Contains("It will never do.", outcome.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_TheAnswerIsLost_IsAcceptedBecauseTheServiceHasIt()
    {
        _service.After = http => http.Abort();

        Assert.IsType<MailOutcome.Accepted>(await _mailer.SendAsync(MailSamples.Invitation()));

        Assert.Single(_service.Taken);
    }

    [Fact]
    public async Task Send_HungUpBeforeItWasTaken_IsDeferred()
    {
        _service.Before = http =>
        {
            http.Abort();
            return Task.FromResult(true);
        };

        Assert.Equal("no-answer", Assert.IsType<MailOutcome.Deferred>(await _mailer.SendAsync(MailSamples.Invitation())).Code);

        _service.Before = _ => Task.FromResult(false);
        Assert.IsType<MailOutcome.Accepted>(await _mailer.SendAsync(MailSamples.Invitation()));
    }

    [Fact]
    public async Task Send_ASecondTryOfWhatHasFailedSince_SaysWhy()
    {
        await _mailer.SendAsync(MailSamples.Invitation());
        (_service.Status, _service.Error) = ("Failed", new { code = "EmailDroppedAllRecipientsSuppressed", message = "All recipients are suppressed." });
        _service.Before = FakeCommunicationServices.Refuse(400, "DuplicateOperation", "Known.");

        var outcome = Assert.IsType<MailOutcome.Refused>(await _mailer.SendAsync(MailSamples.Invitation()));

        Assert.True(outcome.RecipientIsBad);
    }

    [Fact]
    public async Task Send_NobodyListens_IsDeferred()
    {
        var connection = _service.ConnectionString;
        await _service.DisposeAsync();

        var outcome = await new CommunicationMailer(MailClients.Create(connection), NullLogger<CommunicationMailer>.Instance).SendAsync(MailSamples.Invitation());

        Assert.Equal("no-answer", Assert.IsType<MailOutcome.Deferred>(outcome).Code);
    }

    [Fact]
    public async Task Send_TheServiceIsSlow_IsDeferredAfterTheTimeOut()
    {
        var end = new TaskCompletionSource();
        _service.Before = async http =>
        {
            await end.Task;
            return true;
        };
        var options = new EmailClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromMilliseconds(300) } };
        var mailer = new CommunicationMailer(new EmailClient(_service.ConnectionString, options), NullLogger<CommunicationMailer>.Instance);

        var outcome = await mailer.SendAsync(MailSamples.Invitation());
        end.SetResult();

        Assert.Equal("no-answer", Assert.IsType<MailOutcome.Deferred>(outcome).Code);
    }

    [Fact]
    public async Task Send_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        _service.Before = async http =>
        {
            await stop.CancelAsync();
            return false;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _mailer.SendAsync(MailSamples.Invitation(), stop.Token));
    }

    [Fact]
    public async Task Send_ForbiddenAtTheLastMoment_DoesNotLeave()
    {
        var withheld = new MailOutcome.Withheld("objected", ForGood: true);

        Assert.Same(withheld, await _mailer.SendAsync(MailSamples.Invitation() with { BeforeLeaving = _ => Task.FromResult<MailOutcome.Withheld?>(withheld) }));

        Assert.Equal(0, _service.Requests);
    }

    private sealed class NoIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("The endpoint for identities does not answer.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("The endpoint for identities does not answer.");
    }
}
