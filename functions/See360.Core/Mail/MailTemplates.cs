using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using See360.Core.Texts;

namespace See360.Core.Mail;

/// <summary>A mail's text, filled in.</summary>
public sealed record Letter(string Subject, string Html, string Text);

/// <summary>Fills in templates. Each is compiled once and used by all threads.</summary>
public sealed partial class MailTemplates
{
    private readonly ConcurrentDictionary<(MailKind, Language), CompiledTemplate> _defaults = new();

    public Letter Fill(MailKind kind, Language language, IReadOnlyDictionary<string, object?> values) =>
        _defaults.GetOrAdd((kind, language), key => new CompiledTemplate(DefaultTemplates.Of(key.Item1, key.Item2), key.Item2)).Fill(values);

    /// <summary>Fills in a template that is not one of the defaults: for its preview and its checks.</summary>
    /// <exception cref="HandlebarsException">It can't be read, or names a value that there is not.</exception>
    internal static Letter Fill(MailTemplate template, Language language, IReadOnlyDictionary<string, object?> values) =>
        new CompiledTemplate(template, language).Fill(values);

    /// <summary>The footer alone, with notice, privacy and imprint: what every letter must hold.</summary>
    internal static Letter Footer(Language language, IReadOnlyDictionary<string, object?> values) =>
        Fill(new MailTemplate("", "", "{{> footer}}", "{{> footer}}"), language, values);

    private sealed partial class CompiledTemplate
    {
        private readonly HandlebarsTemplate<object, object> _subject;
        private readonly HandlebarsTemplate<object, object> _preheader;
        private readonly HandlebarsTemplate<object, object> _html;
        private readonly HandlebarsTemplate<object, object> _text;

        public CompiledTemplate(MailTemplate template, Language language)
        {
            var html = Engine(language, "html", new HtmlText());
            var text = Engine(language, "txt", new PlainText());
            _html = html.Compile(template.Html);
            _text = text.Compile(template.Text);
            _subject = text.Compile(template.Subject);
            _preheader = text.Compile(template.Preheader);
        }

        public Letter Fill(IReadOnlyDictionary<string, object?> values)
        {
            var all = new Dictionary<string, object?>(values);
            var subject = OneLine(_subject(all));
            all["betreff"] = subject;
            all["vorschau"] = OneLine(_preheader(all));
            return new Letter(subject, _html(all), Tidy(_text(all)));
        }

        private static IHandlebars Engine(Language language, string part, ITextEncoder encoder)
        {
            // An unknown placeholder is an error and not a gap in a letter.
            var engine = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = encoder, ThrowOnUnresolvedBindingExpression = true });
            foreach (var (name, source) in DefaultTemplates.Shared(language, part))
            {
                engine.RegisterTemplate(name, source);
            }

            return engine;
        }

        private static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

        /// <summary>Blocks that were left out leave empty lines; what keeps words together matters on screens of HTML only.</summary>
        private static string Tidy(string text) =>
            EmptyLines().Replace(text.ReplaceLineEndings("\n").Replace('\u00a0', ' '), "\n\n").Trim() + "\n";

        [GeneratedRegex(@"[\s\p{C}]+")]
        private static partial Regex WhiteSpace();

        [GeneratedRegex(@"\n(?:[ \t]*\n){2,}")]
        private static partial Regex EmptyLines();
    }
}
