using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using See360.Core.Mail;
using See360.Core.Texts;
using See360.Local.Mail;
using See360.Testing;

namespace See360.Hosts.Tests.Mail;

public sealed partial class MimeWriterTests(IndependentParser parser) : IClassFixture<IndependentParser>
{
    public static TheoryData<string, MailMessage> EveryKind => new()
    {
        { "invitation", MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo)) },
        { "invitation, English", MailSamples.Invitation(MailSamples.ToCustomer(participant: MailSamples.Customer with { Language = Language.En })) },
        { "reminder", MailSamples.Reminder() },
        { "self-image", MailSamples.SelfImageMail(MailSamples.Advisor) },
        { "newsletter", MailSamples.Newsletter() },
        { "activation", MailSamples.Activation() },
    };

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Write_EveryKindOfMail_IsReadBackByAnotherParser(string kind, MailMessage mail)
    {
        var read = parser.Read(mail);

        Assert.NotEmpty(kind);
        Assert.Equal(mail.Subject, read.Subject);
        Assert.Equal(new ParsedAddress(mail.From.Name, mail.From.Address), read.From);
        Assert.Equal(new ParsedAddress(mail.To.Name, mail.To.Address), Assert.Single(read.To));
        Assert.Equal(new ParsedAddress(mail.ReplyTo!.Name, mail.ReplyTo.Address), Assert.Single(read.ReplyTo));
        Assert.Equal(mail.Text, read.Text.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html, read.Html.ReplaceLineEndings("\n"));
        Assert.Equal($"<{mail.Id}@feedback.musterstadt.example>", read.MessageId);
        Assert.Equal(mail.Date, DateTimeOffset.Parse(read.Date, System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(mail.Headers, header => Assert.Equal(header.Value, read.Header(header.Name.ToLowerInvariant())));
        Assert.Equal(
            mail.Images.Select(i => ($"<{i.ContentId}>", i.ContentType, "inline", Convert.ToBase64String(i.Bytes))),
            read.Images.Select(i => (i.ContentId, i.MimeType, i.Disposition, i.Base64)));
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Write_EveryKindOfMail_IsAsciiInShortLinesWithCrlf(string kind, MailMessage mail)
    {
        var eml = Encoding.Latin1.GetString(MimeWriter.Write(mail));

        Assert.NotEmpty(kind);
        Assert.All(eml, c => Assert.True(c is '\r' or '\n' or (>= ' ' and <= '~')));
        Assert.DoesNotMatch(LoneLineBreak(), eml);
        Assert.EndsWith("\r\n", eml, StringComparison.Ordinal);
        Assert.All(eml.Split("\r\n"), line => Assert.True(line.Length <= 76 || UnfoldedHeader().IsMatch(line), line));
    }

    [Fact]
    public void Write_ListUnsubscribe_StandsOnOneLine()
    {
        var eml = Encoding.ASCII.GetString(MimeWriter.Write(MailSamples.Invitation()));

        Assert.Matches(@"\r\nList-Unsubscribe: <https://umfrage\.musterstadt\.example/api/unsubscribe/[A-Za-z0-9_-]{38}>\r\n", eml);
        Assert.Contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", eml, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TheSameMail_GivesTheSameBytes() => Assert.Equal(MimeWriter.Write(MailSamples.Invitation()), MimeWriter.Write(MailSamples.Invitation()));

    [Theory]
    [InlineData("Grün\r\nBcc: everybody@kunde.example")]
    [InlineData("Grün\r\n\r\n<script>")]
    [InlineData("=?utf-8?Q?=0D=0ABcc:_x@kunde.example?=")]
    [InlineData("\" <other@kunde.example>, \"")]
    [InlineData("Jörg\u0085Grün\u2028Bcc: x\u0000")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a.very.long.name.without.any.space.that.would.not.fit.into.a.single.line.of.a.header.whatever.is.done.with.it")]
    [InlineData("👩‍🏫 Łukasz Ærøskøbing-Größenwahn von und zu Übermut und noch viel länger als eine Zeile")]
    public void Write_AnySubject_StaysOneHeaderAndReadsBack(string subject)
    {
        var read = parser.Read(MailSamples.Invitation() with { Subject = subject });

        Assert.Equal(HeaderNames(MailSamples.Invitation()), read.Headers.Select(h => h.Name));
        Assert.Equal(Visible(subject), Collapsed(read.Subject));
    }

    [Fact]
    public void Write_ArbitraryTextInNamesAndSubject_NeverMakesAnotherHeader()
    {
        var expected = HeaderNames(MailSamples.Invitation());
        var texts = ArbMap.Default.ArbFor<string>().Generator.Select(s => s ?? "");
        var nasty = Gen.Elements("\r\n", "\n", "\r", ": ", "=?utf-8?Q?", "?=", "\"", "<", ">", ",", "ü", "\ud83d", "\u0000", " ", "\t", "Bcc: a@b.example");
        var mixed = Gen.ListOf(Gen.OneOf(texts, nasty)).Select(parts => string.Concat(parts));
        Prop.ForAll(mixed.ToArbitrary(), text =>
        {
            var name = new string([.. text.Where(c => !char.IsControl(c))]);
            var mail = MailSamples.Invitation() with
            {
                Subject = text,
                From = new MailAddress("feedback@feedback.musterstadt.example", name),
                To = new MailAddress("kaethe.weiss@kunde.example", name),
            };
            var read = parser.Read(mail);
            return expected.SequenceEqual(read.Headers.Select(h => h.Name))
                && Visible(text) == Collapsed(read.Subject)
                && read.To.Count == 1
                && read.To[0].Address == mail.To.Address
                && Visible(name) == Collapsed(read.To[0].Name)
                && read.From.Address == mail.From.Address;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Write_ArbitraryBodies_ReadBackAsTheyWere()
    {
        var texts = ArbMap.Default.ArbFor<string>().Generator.Select(s => Valid(s ?? "").Replace("\r", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal) + "x\n");
        Prop.ForAll(texts.ToArbitrary(), text => parser.Read(MailSamples.Invitation() with { Text = text }).Text.ReplaceLineEndings("\n") == text.ReplaceLineEndings("\n"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [InlineData("X-Note", "one\r\ntwo")]
    [InlineData("X-Note\r\nBcc", "x")]
    [InlineData("Bcc", "x@kunde.example")]
    [InlineData("Content-Type", "text/html")]
    [InlineData("X-Note", "Grün")]
    [InlineData("X-Note", " ")]
    public void Write_HeaderThatMayNotBeAdded_IsRefused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(MailSamples.Invitation() with { Headers = [new MailHeader(name, value)] }));

    [Theory]
    [InlineData("a b@kunde.example")]
    [InlineData("a>@kunde.example")]
    [InlineData("\"a\"@kunde.example")]
    [InlineData("a@kunde.example>")]
    [InlineData("a@")]
    [InlineData("@kunde.example")]
    [InlineData("a..b@kunde.example")]
    [InlineData("a@kunde..example")]
    [InlineData("a@[127.0.0.1]")]
    public void Write_AddressThatIsNone_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(MailSamples.Invitation() with { To = new MailAddress(address, "") }));

    [Fact]
    public void Write_DomainWithUmlauts_BecomesAscii()
    {
        var eml = Encoding.UTF8.GetString(MimeWriter.Write(MailSamples.Invitation() with { To = new MailAddress("kaethe@müller.example", "") }));

        Assert.Contains("\r\nTo: <kaethe@xn--mller-kva.example>\r\n", eml, StringComparison.Ordinal);
    }

    private IEnumerable<string> HeaderNames(MailMessage mail) => parser.Read(mail).Headers.Select(h => h.Name);

    /// <summary>What a reader can see of a text: without control characters, spaces collapsed, half surrogates replaced.</summary>
    private static string Visible(string text) =>
        Collapsed(string.Concat(Valid(text).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)));

    private static string Collapsed(string text) => Spaces().Replace(text, " ").Trim();

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\r)\n|\r(?!\n)")]
    private static partial Regex LoneLineBreak();

    [GeneratedRegex("^(List-Unsubscribe|Message-ID|Content-Type|Content-ID): ")]
    private static partial Regex UnfoldedHeader();
}
