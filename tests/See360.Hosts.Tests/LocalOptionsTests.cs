using See360.Local;
using See360.Local.Mail.Smtp;

namespace See360.Hosts.Tests;

public class LocalOptionsTests
{
    [Fact]
    public void Parse_Nothing_IsTheDemonstrationOnTheUsualPort()
    {
        var options = LocalOptions.Parse([]);

        Assert.Equal(5360, options.Port);
        Assert.Equal(Path.GetFullPath("data"), options.DataFolder);
        Assert.Null(options.Smtp);
        Assert.False(options.Empty);
    }

    [Fact]
    public void Parse_Server_IsReadWithItsPort()
    {
        var smtp = LocalOptions.Parse(["--smtp", "mail.bank.example:465", "--smtp-security", "tls", "--smtp-rate", "60"]).Smtp!;

        Assert.Equal(("mail.bank.example", 465, SmtpSecurity.Implicit, 60), (smtp.Host, smtp.Port, smtp.Security, smtp.MailsPerMinute));
    }

    [Fact]
    public void Parse_RelativeFolders_BelongToTheCaller()
    {
        var options = LocalOptions.Parse(["--web", "web/dist", "--drop", "drop"]);

        Assert.Equal(Path.GetFullPath("web/dist"), options.WebFolder);
        Assert.Equal(Path.GetFullPath("drop"), options.DropFolder);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--port")]
    [InlineData("--port", "99999")]
    [InlineData("--port", "-1")]
    [InlineData("--base-url", "not an address")]
    [InlineData("--smtp", "mail.bank.example", "--smtp-security", "maybe")]
    [InlineData("--smtp", "mail.bank.example:abc")]
    [InlineData("--smtp", "mail.bank.example", "--smtp-user", "see360", "--smtp-security", "none")]
    [InlineData("--admin", "jemand@bank.example")]
    public void Parse_Wrong_SaysWhich(params string[] args) =>
        Assert.Contains("--", Assert.Throws<FormatException>(() => LocalOptions.Parse(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void HelpText_NamesEveryOptionThatIsUnderstood()
    {
        foreach (var option in new[]
        {
            "--data", "--port", "--base-url", "--empty", "--drop", "--backup", "--institute", "--name", "--admin", "--mail-domain", "--number",
            "--concept-agreed-by", "--approve-surveys", "--smtp", "--smtp-security", "--smtp-user", "--smtp-password-file", "--smtp-rate", "--help",
        })
        {
            Assert.Contains(option, LocalOptions.HelpText, StringComparison.Ordinal);
        }
    }
}
