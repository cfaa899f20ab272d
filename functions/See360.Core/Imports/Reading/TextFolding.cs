using System.Globalization;
using System.Text;
using See360.Core.Texts;

namespace See360.Core.Imports.Reading;

/// <summary>Brings what people write into the form in which it is compared: "E-Mail-Adresse" and "EMail Adresse" are
/// one name, "Gesprächsdatum", "GESPRAECHSDATUM" and "Gesprachsdatum" too.</summary>
public static class TextFolding
{
    /// <summary>Lower-case letters and digits; ä, ö, ü, ß and other accents become plain letters, and so do ae, oe and ue.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in TextForm.IsWellFormed(text) ? text.Normalize(NormalizationForm.FormD) : text)
        {
            if (c is 'ß' or 'ẞ')
            {
                folded.Append("ss");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").ToString();
    }
}
