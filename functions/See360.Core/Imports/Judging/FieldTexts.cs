using System.Text;

namespace See360.Core.Imports.Judging;

/// <summary>What a text may hold that will stand on one line of a page or in a mail's header.</summary>
public static class FieldTexts
{
    /// <summary>Code of the first thing wrong in a field, or empty.</summary>
    public static string Fault(string field, int maxLength)
    {
        var text = field.AsSpan().Trim();
        if (text.Length > maxLength)
        {
            return ReasonCodes.FieldTooLong;
        }

        // Nearly every field is Latin letters: two vectorised looks instead of one at each character.
        if (text.IndexOfAnyExceptInRange(' ', '\u017F') < 0 && !text.ContainsAnyInRange('\u007F', '\u009F'))
        {
            return "";
        }

        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\t':
                    break;
                case '\r' or '\n' or 0x85 or 0x2028 or 0x2029:
                    return ReasonCodes.LineBreak;
                // Half a surrogate pair arrives here as U+FFFD too; 80 to 9F are bytes without a meaning in Windows-1252.
                case 0xFFFD or 0xFFFE or (>= 0x80 and <= 0x9F):
                    return ReasonCodes.CharacterBroken;
                // Marks that turn the direction of writing let a text read as another than it is.
                case < ' ' or 0x7F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069):
                    return ReasonCodes.ControlCharacter;
            }
        }

        return "";
    }

    /// <summary>Trimmed; tabs and runs of spaces as one space.</summary>
    public static string Clean(string field)
    {
        var text = field.Trim();
        return text.AsSpan().IndexOfAny('\t', '\u00A0') < 0 && !text.Contains("  ", StringComparison.Ordinal)
            ? text
            : string.Join(' ', text.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Something to show of a field that was refused: on one line, cut, without control characters.</summary>
    public static string Shown(string field, int maxLength)
    {
        var shown = new StringBuilder();
        foreach (var rune in field.AsSpan().Trim().EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            shown.Append(Rune.IsControl(rune) || rune.Value is (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) ? " " : rune.ToString());
        }

        return Clean(shown.ToString());
    }
}
