using See360.Testing;

namespace See360.Core.Tests.Mail;

public sealed class ComposeMailTests
{
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
        Assert.Contains("Mit freundlichen Grüßen\n\nJörg Grün\nVermögensberater\nSparkasse Müsterstadt\nTelefon 01234 5678-21\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Sehr geehrte Frau Dr. Weiß,", mail.Html, StringComparison.Ordinal);
    }
}
