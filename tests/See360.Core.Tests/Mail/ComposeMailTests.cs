using System.Text.RegularExpressions;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Testing;

namespace See360.Core.Tests.Mail;

public sealed partial class ComposeMailTests
{
    private const string Markup = "<img src=x onerror=alert(1)>";
    private const string Formula = "=HYPERLINK(\"https://evil.example\";\"{{anrede}}\")";

    public static TheoryData<MailMessage> ToCustomers =>
    [
        MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo)),
        MailSamples.Invitation(MailSamples.ToCustomer(participant: MailSamples.Customer with { ConversationOn = null })),
        MailSamples.Reminder(),
        MailSamples.Invitation(MailSamples.ToCustomer(participant: MailSamples.Customer with { Language = Language.En })),
        MailSamples.Reminder(MailSamples.ToCustomer(participant: MailSamples.Customer with { Language = Language.En, InvitedAt = FakeClock.Monday })),
    ];

    public static TheoryData<MailMessage> ToEmployees =>
    [
        MailSamples.SelfImageMail(), MailSamples.SelfImageMail(MailSamples.Advisor), MailSamples.Newsletter(), MailSamples.Newsletter(1, Language.En),
        MailSamples.Activation(), MailSamples.Activation(Language.En), MailSamples.Activation(isRenewal: true), MailSamples.Activation(Language.En, isRenewal: true),
    ];

    [Fact]
    public void Invitation_German_IsALetterInTheAdvisorsName()
    {
        var mail = MailSamples.Invitation();

        Assert.Equal("Jörg Grün, Sparkasse Müsterstadt", mail.From.Name);
        Assert.Equal("feedback@feedback.musterstadt.example", mail.From.Address);
        Assert.Equal("joerg.gruen@musterstadt.example", mail.ReplyTo!.Address);
        Assert.Equal("Käthe Weiß", mail.To.Name);
        Assert.Equal("Wie war unser Gespräch am 5. November?", mail.Subject);
        Assert.StartsWith("Sehr geehrte Frau Dr. Weiß,\n\nvielen Dank für unser Gespräch am 5. November.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("gilt bis einschließlich 6. Dezember 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Mit freundlichen Grüßen\n\nJörg Grün\nVermögensberater\nSparkasse Müsterstadt\nTelefon 01234 5678-21\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Sehr geehrte Frau Dr. Weiß,", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_English_IsInEnglish()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(participant: MailSamples.Customer with { Language = Language.En }));

        Assert.Equal("How was our conversation on 5 November?", mail.Subject);
        Assert.StartsWith("Dear Dr. Weiß,\n\nThank you for our conversation on 5 November.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_WithoutOccasion_SaysNothingOfAConversation()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(participant: MailSamples.Customer with { ConversationOn = null }));

        Assert.Equal("Wie zufrieden sind Sie mit meiner Beratung?", mail.Subject);
        Assert.DoesNotContain("Gespräch", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConfidentialityMode.Personal, "sehe dabei Ihren Namen")]
    [InlineData(ConfidentialityMode.Confidential, "nur zusammengefasste Ergebnisse")]
    public void Invitation_SaysWhoSeesTheAnswer(ConfidentialityMode mode, string words)
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(survey: MailSamples.Survey with { Confidentiality = mode }));

        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.Contains(words, mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ToCustomers))]
    public void EveryMailToACustomer_HoldsWhatTheLawWants(MailMessage mail)
    {
        foreach (var part in (string[])[mail.Html, mail.Text])
        {
            Assert.Matches("Übermittlungskosten nach den Basistarifen|basic rate of transmission", part);
            Assert.Matches(@"https://umfrage\.musterstadt\.example/w/[\w-]{38}", part);
            Assert.Matches("Datenschutz:|Privacy:", part);
            Assert.Contains("Sparkasse Müsterstadt, Anstalt des öffentlichen Rechts, Große Straße 1, 12345 Müsterstadt", part, StringComparison.Ordinal);
            Assert.Contains("Amtsgericht Müsterstadt, HRA 1234", part, StringComparison.Ordinal);
        }

        Assert.Matches(@"^<https://umfrage\.musterstadt\.example/api/unsubscribe/[\w-]{38}>$", Header(mail, "List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", Header(mail, "List-Unsubscribe-Post"));
        Assert.DoesNotContain(mail.Headers, h => h.Name is "Auto-Submitted" or "Precedence" or "Feedback-ID");
    }

    [Theory]
    [MemberData(nameof(ToCustomers))]
    [MemberData(nameof(ToEmployees))]
    public void EveryMail_LeadsNowhereElseAndLoadsNothing(MailMessage mail)
    {
        var addresses = Address().Matches(mail.Html + mail.Text).Select(m => m.Value).ToList();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.StartsWith("https://umfrage.musterstadt.example/", address, StringComparison.Ordinal));
        Assert.All(Source().Matches(mail.Html).Select(m => m.Groups[1].Value), source => Assert.StartsWith("cid:", source, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{{", mail.Html + mail.Text + mail.Subject, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(mail.Html, "display:inline-block;padding"));
    }

    [Theory]
    [MemberData(nameof(ToEmployees))]
    public void EveryMailToAnEmployee_HoldsNoCustomerData(MailMessage mail)
    {
        var all = mail.Html + mail.Text + mail.Subject;

        Assert.DoesNotContain("Weiß", all, StringComparison.Ordinal);
        Assert.DoesNotContain("kunde.example", all, StringComparison.Ordinal);
        Assert.Contains("Impressum", all.Replace("Imprint", "Impressum", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Markup)]
    [InlineData(Formula)]
    [InlineData("O'Neill & Söhne \"GmbH\"")]
    public void Invitation_MarkupInNames_IsEscapedInHtmlAndUntouchedInText(string name)
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(
            participant: MailSamples.Customer with { LastName = name }, advisor: MailSamples.Advisor with { LastName = name, Function = name }));

        Assert.StartsWith($"Sehr geehrte Frau Dr. {name},", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, mail.Html, StringComparison.Ordinal);
        Assert.Contains(
            name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal),
            mail.Html, StringComparison.Ordinal);
        Assert.Equal($"Jörg {name}, Sparkasse Müsterstadt", mail.From.Name);
    }

    [Fact]
    public void Invitation_LineBreaksInNames_BecomeSpaces()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(
            participant: MailSamples.Customer with { LastName = "Weiß\r\nBcc: x" }, advisor: MailSamples.Advisor with { FirstName = "Jörg\u202e\n" }));

        Assert.StartsWith("Sehr geehrte Frau Dr. Weiß  Bcc: x,\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal("Käthe Weiß  Bcc: x", mail.To.Name);
        Assert.DoesNotContain('\u202e', mail.From.Name);
    }

    [Fact]
    public void Invitation_AdvisorAgreedToThePhoto_ShowsIt()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(photo: MailSamples.Photo));

        var image = Assert.Single(mail.Images);
        Assert.Equal("image/png", image.ContentType);
        Assert.Contains($"src=\"cid:{image.ContentId}\" width=\"80\" alt=\"Jörg Grün\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_AdvisorDidNotAgreeToThePhoto_DoesNotShowIt()
    {
        var mail = MailSamples.Invitation(MailSamples.ToCustomer(advisor: MailSamples.Advisor with { PhotoConsentAt = null }, photo: MailSamples.Photo));

        Assert.Empty(mail.Images);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_WithConsent_OffersItsWithdrawal()
    {
        var consented = MailSamples.Customer with { LegalBasis = new LegalBasis(LegalBasisKind.Consent, "Formular", new DateOnly(2026, 1, 1)) };

        Assert.Contains("oder Ihre Einwilligung widerrufen", MailSamples.Invitation(MailSamples.ToCustomer(participant: consented)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminder_HasTheSameLinkAndEndAndATextOfItsOwn()
    {
        var invitation = MailSamples.Invitation();
        var reminder = MailSamples.Reminder();

        Assert.NotEqual(invitation.Id, reminder.Id);
        Assert.Equal("Erinnerung: unser Gespräch am 5. November", reminder.Subject);
        Assert.Contains("am 9. November habe ich Sie gefragt", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("gilt bis einschließlich 6. Dezember 2026", reminder.Text, StringComparison.Ordinal);
        Assert.Equal(Link().Match(invitation.Text).Value, Link().Match(reminder.Text).Value);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    public void Reminder_OnlyTheLast_PromisesToBeTheLast(int number, int reminders, bool isLast)
    {
        var survey = MailSamples.Survey with { Rules = new SurveyRules(Reminders: reminders) };
        var mail = MailSamples.Reminder(
            MailSamples.ToCustomer(survey: survey, participant: MailSamples.Customer with { InvitedAt = FakeClock.Monday }), number);

        Assert.Equal(isLast, mail.Text.Contains("nicht noch einmal", StringComparison.Ordinal));
    }

    [Fact]
    public void SelfImage_IsInSalesManagementsOwnName()
    {
        var automatic = MailSamples.SelfImageMail();
        var pressed = MailSamples.SelfImageMail(MailSamples.Advisor with { FirstName = "Uta", LastName = "Öhm", UserName = "uta.oehm@musterstadt.example" });

        Assert.Equal("Vertriebsmanagement, Sparkasse Müsterstadt", automatic.From.Name);
        Assert.Equal("info@musterstadt.example", automatic.ReplyTo!.Address);
        Assert.Equal("Uta Öhm, Sparkasse Müsterstadt", pressed.From.Name);
        Assert.Equal("uta.oehm@musterstadt.example", pressed.ReplyTo!.Address);
        Assert.StartsWith("Sehr geehrter Herr Grün,", automatic.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Eine neue Antwort zur Umfrage „Beratungsgespräch“", "ist eine neue Antwort für Sie eingegangen")]
    [InlineData(3, "3 neue Antworten zur Umfrage „Beratungsgespräch“", "sind 3 neue Antworten für Sie eingegangen")]
    public void Newsletter_SaysHowManyAnswersAreNew(int answers, string subject, string words)
    {
        var mail = MailSamples.Newsletter(answers);

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.Equal("auto-generated", Header(mail, "Auto-Submitted"));
    }

    [Fact]
    public void Activation_HoldsTheLinkBehindAHashAndNoPassword()
    {
        var mail = MailSamples.Activation();

        Assert.Contains("https://umfrage.musterstadt.example/activation#musterstadt/a-token_1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("gilt bis 16. November 2026, 08:00 Uhr", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Benutzername: joerg.gruen@musterstadt.example", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.De, "Neuer Link, um Ihr Passwort festzulegen", "Frühere Links gelten nicht mehr.", "ein Zugang zu den Umfrageergebnissen eingerichtet")]
    [InlineData(Language.En, "New link to choose your password", "Earlier links no longer work.", "has been set up for you")]
    public void Activation_ANewLink_SaysThatEarlierOnesNoLongerWork(Language language, string subject, string says, string first)
    {
        var mail = MailSamples.Activation(language, isRenewal: true);

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(says, mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(first, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#c8102e", "#c8102e")]
    [InlineData("#ffffff", null)]
    [InlineData("#ffcc00", null)]
    [InlineData("red;background:url(https://evil.example)", "#1f4e79")]
    public void ButtonColour_IsAlwaysReadableInWhite(string accent, string? expected)
    {
        var colour = ButtonColour.Of(accent);
        var rgb = Convert.FromHexString(colour[1..]);

        Assert.True(ButtonColour.ContrastWithWhite(rgb[0], rgb[1], rgb[2]) >= 4.5);
        Assert.Equal(expected ?? colour, colour);
    }

    [Fact]
    public async Task AdvisorPhotos_WithoutConsent_AreNotEvenRead()
    {
        var files = new InMemoryFileStore();
        await files.WriteAsync(MailSamples.Advisor.Photo!, new MemoryStream(MailSamples.Photo.Bytes));

        Assert.Equal("image/png", (await new AdvisorPhotos(files).ReadAsync(MailSamples.Advisor))!.ContentType);
        Assert.Null(await new AdvisorPhotos(files).ReadAsync(MailSamples.Advisor with { PhotoConsentAt = null }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(Photo.MaxBytes + 1)]
    public void Photo_ThatIsNoneOrTooLarge_StaysOut(int length) => Assert.Null(Photo.Of(new byte[length]));

    [Theory]
    [InlineData(null)]
    [InlineData("http://umfrage.example/")]
    [InlineData("ftp://localhost/")]
    [InlineData("https://umfrage.example/?x=1")]
    public void MailOptions_ThatCannotWork_AreNamed(string? baseUrl) =>
        Assert.NotNull(new MailOptions { BaseUrl = baseUrl is null ? null : new Uri(baseUrl) }.Problem());

    private static string Header(MailMessage mail, string name) => Assert.Single(mail.Headers, h => h.Name == name).Value;

    [GeneratedRegex(@"[a-z]+://[^\s""<>]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"src=""([^""]*)""")]
    private static partial Regex Source();

    [GeneratedRegex(@"https://\S+/s/\S+")]
    private static partial Regex Link();
}
