using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Local.Mail;
using See360.Testing;

namespace See360.Hosts.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("see360-outbox-").FullName;
    private readonly OutboxFolder _folder;
    private readonly OutboxMailer _mailer;
    private readonly OutboxReader _reader;

    public OutboxTests()
    {
        _folder = new OutboxFolder(_root);
        _mailer = new OutboxMailer(_folder, NullLogger<OutboxMailer>.Instance);
        _reader = new OutboxReader(_folder);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _mailer.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Send_Mail_LiesInTheFolderUnderItsId()
    {
        var mail = MailSamples.Invitation();

        var outcome = await _mailer.SendAsync(mail);

        Assert.Equal(new MailOutcome.Accepted(mail.Id), outcome);
        var file = Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
        Assert.Equal(_folder.PathOf(mail.Institute, mail.Id), file);
        Assert.Equal(mail.Date.UtcDateTime, File.GetLastWriteTimeUtc(file));
        Assert.Equal(MimeWriter.Write(mail), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Send_TheSameMailAgain_ChangesNothing()
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail);

        var again = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _mailer.SendAsync(mail with { Subject = "Another", Date = mail.Date.AddDays(1) })));

        Assert.All(again, outcome => Assert.IsType<MailOutcome.Accepted>(outcome));
        var file = Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
        Assert.Equal(MimeWriter.Write(mail), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Send_TheSameMailByTwoProcesses_IsThereOnce()
    {
        await using var other = new OutboxMailer(_folder, NullLogger<OutboxMailer>.Instance);
        var mail = MailSamples.Invitation();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? _mailer : other).SendAsync(mail)));

        Assert.All(outcomes, outcome => Assert.IsType<MailOutcome.Accepted>(outcome));
        Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Send_FolderCannotBeWritten_IsDeferred()
    {
        var mail = MailSamples.Invitation();
        await File.WriteAllTextAsync(_folder.Of(mail.Institute), "a file stands where the folder should be");

        var outcome = await _mailer.SendAsync(mail);

        Assert.Equal("outbox-unavailable", Assert.IsType<MailOutcome.Deferred>(outcome).Code);
    }

    [Fact]
    public async Task Send_AddressThatCannotBeWritten_IsRefusedAsABadRecipient()
    {
        var mail = MailSamples.Invitation() with { To = new MailAddress("a b>@kunde.example", "") };

        var refused = Assert.IsType<MailOutcome.Refused>(await _mailer.SendAsync(mail));

        Assert.True(refused.RecipientIsBad);
        Assert.DoesNotContain("kunde", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ManyMails_ComeNewestFirstInPages()
    {
        var mails = Enumerable.Range(0, 5)
            .Select(i => MailSamples.Newsletter(i + 1) with { Id = $"{i:x32}", Date = FakeClock.Monday.AddHours(i) }).ToList();
        await Task.WhenAll(mails.Select(mail => _mailer.SendAsync(mail)));

        var first = await _reader.ListAsync(MailSamples.Institute.Id, null, 3);
        var second = await _reader.ListAsync(MailSamples.Institute.Id, first.Next, 3);

        Assert.Equal(["5 neue Antworten", "4 neue Antworten", "3 neue Antworten", "2 neue Antworten", "Eine neue Antwort"],
            first.Mails.Concat(second.Mails).Select(m => m.Subject.Replace(" zur Umfrage „Beratungsgespräch“", "", StringComparison.Ordinal)));
        Assert.Null(second.Next);
        Assert.Equal(FakeClock.Monday.AddHours(4), first.Mails[0].At);
        Assert.Equal("newsletter", first.Mails[0].Kind);
    }

    [Theory]
    [InlineData("", 2), InlineData("  ", 2), InlineData("WEISS@kunde.example", 1), InlineData("anna müller", 1), InlineData("müller weiss", 0)]
    [InlineData("\" OR 1=1 <*>", 0)]
    public async Task List_Search_FindsAllWordsInSubjectSenderOrRecipient(string search, int found)
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail with { Id = $"{1:x32}", To = new MailAddress("weiss@kunde.example", "Jörg Weiß") });
        await _mailer.SendAsync(mail with { Id = $"{2:x32}", To = new MailAddress("am@kunde.example", "Anna Müller") });

        var page = await _reader.ListAsync(mail.Institute, null, 1, search);

        Assert.Equal((found, Math.Min(found, 1)), (page.Total, page.Mails.Count));
        Assert.Equal(found > 1, page.Next is not null);
    }

    [Fact]
    public async Task Open_MailWithPhoto_ShowsItAsItWasComposed()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo));
        await _mailer.SendAsync(mail);

        var opened = await _reader.OpenAsync(mail.Institute, mail.Id);

        Assert.NotNull(opened);
        Assert.Equal(mail.Subject, opened.Line.Subject);
        Assert.Equal("Jörg Grün, Sparkasse Müsterstadt <feedback@feedback.musterstadt.example>", opened.Line.From);
        Assert.Equal(mail.Text, opened.Text.ReplaceLineEndings("\n") + "\n");
        Assert.Contains("src=\"data:image/png;base64," + Convert.ToBase64String(MailSamples.Photo.Bytes), opened.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mads Molitor", "Mads Molitor <kunde@kunde.example>")]
    [InlineData("Berg, \"Jana\" (R&S)", "Berg, \"Jana\" (R&S) <kunde@kunde.example>")]
    [InlineData("a\\b", "a\\b <kunde@kunde.example>")]
    [InlineData("Jörg \"Weiß\"", "Jörg \"Weiß\" <kunde@kunde.example>")]
    public async Task List_NamesThatTravelQuoted_AreShownAsPeopleWriteThem(string name, string shown)
    {
        var mail = MailSamples.Invitation() with { To = new MailAddress("kunde@kunde.example", name) };
        await _mailer.SendAsync(mail);

        Assert.Equal(shown, (await _reader.ListAsync(mail.Institute, null, 10)).Mails[0].To);
    }

    [Theory]
    [InlineData("../see360")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("0123456789abcdef0123456789abcdeF")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public async Task Open_WhatIsNoMail_IsNotThere(string id) => Assert.Null(await _reader.OpenAsync(MailSamples.Institute.Id, id));

    [Fact]
    public async Task Open_MailOfAnotherInstitute_IsNotThere()
    {
        var mail = MailSamples.Invitation();
        await _mailer.SendAsync(mail);
        var other = InstituteId.Parse("anderswo");

        Assert.Null(await _reader.OpenAsync(other, mail.Id));
        Assert.Empty((await _reader.ListAsync(other, null, 50)).Mails);
    }
}
