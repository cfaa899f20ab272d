using System.Globalization;
using System.Text;

namespace See360.Core.Texts;

/// <summary>Text that a person has typed or pasted into a field of a page. What cannot be seen is left out: control
/// characters, and format characters such as those that turn the direction of writing. So everybody reads the same.</summary>
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

        var clean = Visible(text, lines).Trim().Normalize();
        return clean.Length <= most ? clean : throw new BadInput(name, "text-too-long", new LocalizedText(
            $"Bitte kürzen Sie den Text auf höchstens {most.ToString("N0", CultureInfo.GetCultureInfo("de-DE"))} Zeichen.",
            $"Please shorten the text to at most {most.ToString("N0", CultureInfo.InvariantCulture)} characters."));
    }

    private static string Visible(string text, bool lines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                clean.Append(lines && rune.Value == '\n' ? '\n' : ' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
