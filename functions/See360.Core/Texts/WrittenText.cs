using System.Text;

namespace See360.Core.Texts;

/// <summary>What people write freely (comments, wishes, notes): cleaned once, before it is stored, so that every page,
/// mail and file can show it as it is.</summary>
public static class WrittenText
{
    /// <summary>Without control characters (line breaks and tabs stay, as LF and a space) and without marks that turn
    /// the direction of writing: those could make a text show other words than it holds. Trimmed, in NFC.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (rune.Value is 0x2028 or 0x2029 or '\n')
            {
                clean.Append('\n');
            }
            else if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (!IsHarmful(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim().Normalize();
    }

    /// <summary>U+FFFE is no character and can't be normalised; half a surrogate pair arrives as U+FFFD.</summary>
    private static bool IsHarmful(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFD or 0xFFFE;
}
