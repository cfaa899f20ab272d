namespace See360.Core.Texts;

/// <summary>What text from outside must be before it can be normalised.</summary>
public static class TextForm
{
    /// <summary>False for half a surrogate pair and for U+FFFE: normalising throws on both.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                return false;
            }
        }

        return true;
    }
}
