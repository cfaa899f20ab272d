using See360.Core.Mail;
using See360.Core.Texts;

namespace See360.Core.Tests.Mail;

public sealed class TemplateChecksTests
{
    private static readonly MailTemplate _default = DefaultTemplates.Of(MailKind.Invitation, Language.De);

    public static IEnumerable<object[]> Defaults =>
        from kind in Enum.GetValues<MailKind>() from language in Enum.GetValues<Language>() select new object[] { kind, language };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Of_DefaultTemplate_FindsNothing(MailKind kind, Language language) =>
        Assert.Empty(TemplateChecks.Of(kind, language, DefaultTemplates.Of(kind, language)));

    [Theory]
    [InlineData("{{> button ziel=umfragelink text=\"Fragen beantworten\"}}", "", "mail-link-missing")]
    [InlineData("{{#> layout}}", "{{#> layout}}{{{anrede}}}", "mail-template-unescaped")]
    [InlineData("{{#> layout}}", "{{#> layout}}{{& anrede}}", "mail-template-unescaped")]
    [InlineData("{{#> layout}}", "{{#> layout}}<script>1</script>", "mail-template-active")]
    [InlineData("{{#> layout}}", "{{#> layout}}<p onclick=\"x()\">", "mail-template-active")]
    [InlineData("{{#> layout}}", "{{#> layout}}<img src=\"https://pixel.example/1.gif\" alt=\"\">", "mail-template-remote")]
    [InlineData("{{#> layout}}", "{{#> layout}}<p style=\"background:url(//pixel.example)\">", "mail-template-remote")]
    [InlineData("{{#> layout}}", "{{#> layout}}{{kundennummer}}", "mail-template-unreadable")]
    [InlineData("{{#> layout}}", "{{#> layout}}{{#if foto}}", "mail-template-unreadable")]
    [InlineData("{{#> layout}}", "{{#> layout}}{{> gibtesnicht}}", "mail-template-unreadable")]
    public void Of_HtmlThatMayNotBe_IsNamed(string part, string instead, string code)
    {
        var template = _default with { Html = _default.Html.Replace(part, instead, StringComparison.Ordinal) };

        Assert.Contains(code, TemplateChecks.Of(MailKind.Invitation, Language.De, template).Select(p => p.Code));
        Assert.Throws<RuleBroken>(() => TemplateChecks.Demand(MailKind.Invitation, Language.De, template));
    }

    [Theory]
    [InlineData("{{umfragelink}}", "mail-link-missing")]
    [InlineData("{{> footer}}", "mail-notice-missing")]
    public void Of_TextThatLacksSomething_IsNamed(string part, string code)
    {
        var template = _default with { Text = _default.Text.Replace(part, "", StringComparison.Ordinal) };

        Assert.Equal(code, Assert.Single(TemplateChecks.Of(MailKind.Invitation, Language.De, template)).Code);
    }

    [Fact]
    public void Of_HtmlWithoutTheLayout_LacksTheNotice()
    {
        var template = _default with { Html = "<p>{{anrede}}</p><a href=\"{{umfragelink}}\">Los</a>" };

        Assert.Equal("mail-notice-missing", Assert.Single(TemplateChecks.Of(MailKind.Invitation, Language.De, template)).Code);
    }

    [Fact]
    public void Of_LinkOnlyWithAnOccasion_IsNamed()
    {
        var template = _default with { Text = _default.Text.Replace("{{umfragelink}}", "{{#if gespraechstag}}{{umfragelink}}{{/if}}", StringComparison.Ordinal) };

        Assert.Equal("mail-link-missing", Assert.Single(TemplateChecks.Of(MailKind.Invitation, Language.De, template)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Eins\nZwei")]
    public void Of_SubjectThatIsNone_IsNamed(string subject) =>
        Assert.Equal("mail-subject", Assert.Single(TemplateChecks.Of(MailKind.Invitation, Language.De, _default with { Subject = subject })).Code);
}
