using See360.Core.Texts;

namespace See360.Core.Mail;

public enum MailKind
{
    Invitation,
    Reminder,
    SelfImage,
    Newsletter,
    Activation,
    Report,
}

/// <summary>What a mail is made from, in Handlebars: subject, preheader (the line that mail programs show in the list), HTML
/// part and text part. Only templates are Handlebars source; names and other data are values and never are.</summary>
public sealed record MailTemplate(string Subject, string Preheader, string Html, string Text);

/// <summary>The templates that come with the product, German and English.</summary>
public static class DefaultTemplates
{
    private const string SubjectField = "Subject: ";
    private const string PreheaderField = "Preheader: ";

    public static MailTemplate Of(MailKind kind, Language language)
    {
        var name = $"{NameOf(kind)}.{Code(language)}";
        var lines = Read($"{name}.txt.hbs").Split('\n', 4);
        if (lines.Length != 4 || !lines[0].StartsWith(SubjectField, StringComparison.Ordinal) || !lines[1].StartsWith(PreheaderField, StringComparison.Ordinal) || lines[2].Length > 0)
        {
            throw new InvalidOperationException($"The template {name} must begin with its subject, its preheader and an empty line.");
        }

        return new MailTemplate(lines[0][SubjectField.Length..], lines[1][PreheaderField.Length..], Read($"{name}.html.hbs"), lines[3]);
    }

    /// <summary>The parts that templates of one language share, by the name under which they are included.</summary>
    /// <param name="part"><c>html</c> or <c>txt</c>.</param>
    internal static IEnumerable<(string Name, string Source)> Shared(Language language, string part)
    {
        string[] shared = part == "html" ? ["layout", "button", "card", "imprint"] : ["imprint"];
        foreach (var name in shared)
        {
            yield return (name, Read($"{name}.{part}.hbs"));
        }

        foreach (var name in (string[])["signature", "footer"])
        {
            yield return (name, Read($"{name}.{Code(language)}.{part}.hbs"));
        }
    }

    private static string NameOf(MailKind kind) => kind switch
    {
        MailKind.Invitation => "invitation",
        MailKind.Reminder => "reminder",
        MailKind.SelfImage => "self-image",
        MailKind.Newsletter => "newsletter",
        MailKind.Activation => "activation",
        MailKind.Report => "report",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    internal static string Code(Language language) => language == Language.En ? "en" : "de";

    private static string Read(string file)
    {
        using var stream = typeof(DefaultTemplates).Assembly.GetManifestResourceStream($"Mail/{file}")
            ?? throw new InvalidOperationException($"The template {file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
