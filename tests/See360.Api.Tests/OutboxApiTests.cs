using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Mail;
using See360.Core.Users;
using See360.Local.Mail;
using See360.Testing;

namespace See360.Api.Tests;

public sealed class OutboxApiTests : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("see360-outbox-api-").FullName;
    private readonly OutboxFolder _folder;
    private readonly OutboxMailer _mailer;
    private readonly See360Application _application;

    public OutboxApiTests()
    {
        _folder = new OutboxFolder(_root);
        _mailer = new OutboxMailer(_folder, NullLogger<OutboxMailer>.Instance);
        _application = new See360Application(configure: services => services.AddSingleton<IOutbox>(new OutboxReader(_folder)));
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _mailer.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task List_TwoMails_ShowsThemNewestFirst()
    {
        await _mailer.SendAsync(MailSamples.Invitation());
        await _mailer.SendAsync(MailSamples.Reminder());

        var part = await (await SalesManagementAsync()).GetFromJsonAsync<JsonElement>("/api/outbox");

        Assert.Equal(["reminder1", "invitation"], part.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("kind").GetString()));
        Assert.Equal(2, part.GetProperty("total").GetInt32());
        Assert.Equal(JsonValueKind.Null, part.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Open_Mail_ShowsHeadersAndText()
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail);

        var view = await (await SalesManagementAsync()).GetFromJsonAsync<JsonElement>("/api/outbox/" + mail.Id);

        Assert.Equal(mail.Subject, view.GetProperty("subject").GetString());
        Assert.Contains("Sehr geehrte Frau Dr. Weiß", view.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(view.GetProperty("hasHtml").GetBoolean());
        Assert.Contains(view.GetProperty("headers").EnumerateArray(), h => h.GetProperty("name").GetString() == "List-Unsubscribe-Post");
    }

    [Fact]
    public async Task Html_Mail_IsSandboxedAndRunsNothing()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo));
        await _mailer.SendAsync(mail);

        using var answer = await (await SalesManagementAsync()).GetAsync($"/api/outbox/{mail.Id}/html");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Contains("<img src=\"data:image/png;base64,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_Mail_IsTheMessageAsADownload()
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail);

        using var answer = await (await SalesManagementAsync()).GetAsync($"/api/outbox/{mail.Id}/raw");

        Assert.Equal("message/rfc822", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(MimeWriter.Write(mail), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/html")]
    [InlineData("/raw")]
    public async Task Open_ByAnybodyElse_IsRefused(string part)
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail);

        await _application.AssertGuardedAsync(HttpMethod.Get, $"/api/outbox/{mail.Id}{part}", Role.SalesManagement, of: MailSamples.Institute.Id.ToString());
    }

    [Fact]
    public Task List_ByAnybodyElse_IsRefused() => _application.AssertGuardedAsync(HttpMethod.Get, "/api/outbox", Role.SalesManagement);

    [Theory]
    [InlineData("/api/outbox/00000000000000000000000000000000")]
    [InlineData("/api/outbox/..%2f..%2fsee360.db/raw")]
    [InlineData("/api/outbox/x/html")]
    public async Task Open_WhatIsNotThere_Is404(string path)
    {
        using var answer = await (await SalesManagementAsync()).GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task List_CursorThatIsNone_IsAnAnswer()
    {
        using var answer = await (await SalesManagementAsync()).GetAsync("/api/outbox?after=%00%F0%9F%92%A9");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Outbox_WhereMailsGoToAServer_IsNotThere()
    {
        await using var without = new See360Application();
        var client = await without.SignedInAs("musterstadt", "vm@musterstadt.example", Role.SalesManagement);

        using var answer = await client.GetAsync("/api/outbox");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpClient> SalesManagementAsync() =>
        _application.SignedInAs(MailSamples.Institute.Id.ToString(), "vm@musterstadt.example", Role.SalesManagement);
}
