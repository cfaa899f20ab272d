using System.Globalization;
using System.Text;

namespace See360.Core.Texts;

/// <summary>Text that a person has typed or pasted into a field of a page: cleaned as all written text is (<see cref="WrittenText"/>),
/// and refused if it is missing or too long.</summary>
public static class PlainText
{
    /// <param name="name">The input's field, in camel case.</param>
    /// <param name="most">In UTF-16 units.</param>
    /// <returns>One line, trimmed, in NFC, never empty.</returns>
    /// <exception cref="BadInput">Empty, too long, or no text at all.</exception>
    public static string RequiredLine(string name, string? text, int most) =>
        Demand(name, text, most, lines: false) is { Length: > 0 } line ? line : throw new BadInput(name, "text-missing", new LocalizedText(
            "Bitte füllen Sie dieses Feld aus.", "Please fill in this field."));

    /// <summary>As <see cref="RequiredLine"/>, but may be empty.</summary>
    public static string Line(string name, string? text, int most) => Demand(name, text, most, lines: false);

    /// <summary>May be empty and may have several lines, which end with LF.</summary>
    public static string Lines(string name, string? text, int most) => Demand(name, text, most, lines: true);

    private static string Demand(string name, string? text, int most, bool lines)
    {
        text ??= "";
        if (!TextForm.IsWellFormed(text))
        {
            throw new BadInput(name, "text-malformed", new LocalizedText(
                "Der Text enthält Zeichen, die es nicht gibt. Bitte geben Sie ihn neu ein.",
                "The text holds characters that do not exist. Please type it again."));
        }

        var clean = lines ? WrittenText.Clean(text) : OneLine(WrittenText.Clean(text));
        return clean.Length <= most ? clean : throw new BadInput(name, "text-too-long", new LocalizedText(
            $"Bitte kürzen Sie den Text auf höchstens {most.ToString("N0", CultureInfo.GetCultureInfo("de-DE"))} Zeichen.",
            $"Please shorten the text to at most {most.ToString("N0", CultureInfo.InvariantCulture)} characters."));
    }

    /// <summary>Names and addresses have no use for what can't be seen; in running text it joins the parts of an emoji.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                line.Append(rune.Value == '\n' ? " " : rune.ToString());
            }
        }

        return line.ToString().Trim();
    }
}
