using System.Text.RegularExpressions;
using HandlebarsDotNet;
using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Mail;

/// <summary>Why a template can't be saved.</summary>
/// <param name="Code">Stable, in kebab case.</param>
public sealed record TemplateProblem(string Code, LocalizedText Text);

/// <summary>What a template must hold and may not hold. It is judged by the letters that it makes, with and without
/// each optional value, and not by its looks.</summary>
public static partial class TemplateChecks
{
    private const string Link = "https://link.example/to-the-target";

    /// <summary>Empty if the template can be used.</summary>
    public static IReadOnlyList<TemplateProblem> Of(MailKind kind, Language language, MailTemplate template)
    {
        var problems = new List<TemplateProblem>();
        if (string.IsNullOrWhiteSpace(template.Subject) || template.Subject.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            problems.Add(TemplateProblems.Subject);
        }

        if (new[] { template.Subject, template.Preheader, template.Html, template.Text }.Any(Forbidden().IsMatch))
        {
            problems.Add(TemplateProblems.Unescaped);
            return problems;
        }

        if (Active().IsMatch(template.Html))
        {
            problems.Add(TemplateProblems.Active);
        }

        if (Remote().IsMatch(template.Html))
        {
            problems.Add(TemplateProblems.Remote);
        }

        problems.AddRange(Filled(kind, language, template));
        return problems;
    }

    /// <exception cref="RuleBroken">The template can't be used.</exception>
    public static void Demand(MailKind kind, Language language, MailTemplate template)
    {
        if (Of(kind, language, template) is [var first, ..])
        {
            throw new RuleBroken(first.Code, first.Text);
        }
    }

    private static IEnumerable<TemplateProblem> Filled(MailKind kind, Language language, MailTemplate template)
    {
        try
        {
            return new[] { true, false }.SelectMany(optional => Missing(kind, language, template, optional)).Distinct().ToList();
        }
        catch (HandlebarsException)
        {
            return [TemplateProblems.Unreadable];
        }
    }

    private static List<TemplateProblem> Missing(MailKind kind, Language language, MailTemplate template, bool optional)
    {
        var values = Example(kind, language, optional).All;
        var letter = MailTemplates.Fill(template, language, values);
        var footer = MailTemplates.Footer(language, values);
        var problems = new List<TemplateProblem>();
        if (!letter.Html.Contains($"href=\"{Link}\"", StringComparison.Ordinal) || !letter.Text.Contains(Link, StringComparison.Ordinal))
        {
            problems.Add(TemplateProblems.LinkMissing);
        }

        if (!Collapsed(letter.Html).Contains(Collapsed(footer.Html), StringComparison.Ordinal)
            || !Collapsed(letter.Text).Contains(Collapsed(footer.Text), StringComparison.Ordinal))
        {
            problems.Add(TemplateProblems.NoticeMissing);
        }

        return problems;
    }

    private static MailValues Example(MailKind kind, Language language, bool optional)
    {
        var institute = Institute.With(InstituteId.Parse("beispiel"), 1, "Beispielbank") with
        {
            Imprint = new Imprint("Beispielbank eG", "Beispielweg 1", "12345 Beispiel", "01234 5678", "info@beispiel.example", "GnR 1"),
        };
        var values = new MailValues(institute, language, "link.example")
            .Set("anrede", "Guten Tag Eva Beispiel")
            .Set("absender", "Max Beispiel")
            .Set("berater", "Max Beispiel")
            .Set("umfrage", "Beispiel")
            .Set("gueltigBis", "1. Mai")
            .Set("einladungstag", "1. April")
            .Set("gespraechstag", optional ? "31. März" : "")
            .Set("antworten", "2")
            .Set("anlass", "Anlass")
            .Set("benutzername", "max@beispiel.example")
            .Set("bereich", "Beispielbank")
            .Set("von", "1. März")
            .Set("bis", "31. März")
            .Set(LinkOf(kind), Link);
        foreach (var flag in (string[])["vertraulich", "einwilligung", "letzteErinnerung", "mehrere", "neuerLink"])
        {
            values.Set(flag, optional);
        }

        return kind is MailKind.Newsletter or MailKind.Activation or MailKind.Report
            ? values
            : values.Set("widerspruchslink", "https://link.example/objection").Set("intern", kind == MailKind.SelfImage);
    }

    private static string LinkOf(MailKind kind) => kind switch
    {
        MailKind.Newsletter or MailKind.Report => "ergebnislink",
        MailKind.Activation => "aktivierungslink",
        _ => "umfragelink",
    };

    private static string Collapsed(string text) => Spaces().Replace(text, " ").Trim();

    /// <summary>Values without escaping, partials and decorators of one's own.</summary>
    [GeneratedRegex(@"\{\{~?\s*(\{|&|#?\*)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"<\s*(script|iframe|object|embed|form|input|meta\s+http-equiv|base)\b|\son[a-z]+\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Active();

    /// <summary>Whatever a mail program would fetch tells the fetcher that the mail was opened.</summary>
    [GeneratedRegex(@"\b(src|srcset|background|poster)\s*=\s*[""']?\s*(?!cid:)|url\s*\(|@import|<\s*link\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remote();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
