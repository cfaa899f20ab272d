using See360.Core.Texts;

namespace See360.Core.Mail;

/// <summary>The texts of <see cref="TemplateChecks"/>.</summary>
internal static class TemplateProblems
{
    public static TemplateProblem Subject { get; } = new("mail-subject", new LocalizedText(
        "Der Betreff fehlt oder hat mehrere Zeilen. Schreiben Sie einen Betreff in einer Zeile.",
        "The subject is missing or has several lines. Write a subject in one line."));

    public static TemplateProblem LinkMissing { get; } = new("mail-link-missing", new LocalizedText(
        "Der Link fehlt im HTML- oder im Textteil. Fügen Sie ihn in beiden Teilen ein: als Schaltfläche im HTML-Teil und als Platzhalter im Textteil.",
        "The link is missing in the HTML part or in the text part. Add it to both: as the button in the HTML part and as the placeholder in the text part."));

    public static TemplateProblem NoticeMissing { get; } = new("mail-notice-missing", new LocalizedText(
        "Widerspruchshinweis, Datenschutzhinweis oder Impressum fehlen im HTML- oder im Textteil. Verwenden Sie im HTML-Teil das Layout und beenden Sie den Textteil mit {{> footer}}.",
        "The objection notice, the privacy notice or the imprint is missing in the HTML part or in the text part. Use the layout in the HTML part and end the text part with {{> footer}}."));

    public static TemplateProblem Unreadable { get; } = new("mail-template-unreadable", new LocalizedText(
        "Die Vorlage enthält einen Platzhalter, den es nicht gibt, oder eine Klammer, die nicht geschlossen ist. Vergleichen Sie die Platzhalter mit der Liste.",
        "The template names a placeholder that does not exist, or a bracket is not closed. Compare the placeholders with the list."));

    public static TemplateProblem Unescaped { get; } = new("mail-template-unescaped", new LocalizedText(
        "Platzhalter stehen in genau zwei geschweiften Klammern; {{{…}}}, {{&…}} und {{*…}} sind nicht erlaubt. Ändern Sie diese Stellen.",
        "Placeholders stand in exactly two curly brackets; {{{…}}}, {{&…}} and {{*…}} are not allowed. Change these places."));

    public static TemplateProblem Active { get; } = new("mail-template-active", new LocalizedText(
        "Skripte, Formulare und eingebettete Seiten sind in E-Mails nicht erlaubt. Entfernen Sie sie.",
        "Scripts, forms and embedded pages are not allowed in e-mails. Remove them."));

    public static TemplateProblem Remote { get; } = new("mail-template-remote", new LocalizedText(
        "Die E-Mail darf nichts aus dem Internet nachladen, denn das verriete, wer sie geöffnet hat. Entfernen Sie Bilder und Schriften von anderen Adressen.",
        "The e-mail must not load anything from the internet, because that would tell who has opened it. Remove images and fonts from other addresses."));
}
