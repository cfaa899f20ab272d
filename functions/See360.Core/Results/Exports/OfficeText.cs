using System.Text;
using System.Xml;

namespace See360.Core.Results.Exports;

/// <summary>Text that somebody has written, as a document may hold it.</summary>
internal static class OfficeText
{
    /// <summary>Without what XML can't hold (controls, halves of characters) and without soft hyphens, which some programs show.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(c => c == '\u00AD' || char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var n = 0; n < text.Length; n++)
        {
            if (n + 1 < text.Length && char.IsSurrogatePair(text[n], text[n + 1]))
            {
                clean.Append(text[n]).Append(text[++n]);
            }
            else if (!char.IsSurrogate(text[n]) && XmlConvert.IsXmlChar(text[n]) && text[n] != '\u00AD')
            {
                clean.Append(text[n]);
            }
        }

        return clean.ToString();
    }
}
