using System.Text;

namespace See360.Core.Imports.Reading;

/// <summary>What the bytes of a text file mean: a BOM decides; else UTF-8 if all of it is; else Windows-1252, which is
/// what German core banking systems write.</summary>
public static class SourceEncoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("Windows-1252 is missing from this runtime.");

    public static Encoding Of(ReadOnlySpan<byte> first, bool isUtf8) => first switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => isUtf8 ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Windows1252,
    };

    /// <summary>UTF-8 that was read as Windows-1252 and saved again: "Ã¤" for "ä". Only looked at where a text is not ASCII.</summary>
    public static bool LooksLikeMojibake(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAny('Ã', 'Â', 'â'); i >= 0 && i + 1 < text.Length; i++)
        {
            if ((text[i] is 'Ã' or 'Â' && IsHighByte(text[i + 1]))
                || (text[i] is 'â' && i + 2 < text.Length && IsHighByte(text[i + 1]) && IsHighByte(text[i + 2])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A character that stands for one of the bytes 80 to BF in Windows-1252.</summary>
    private static bool IsHighByte(char c) => c is (>= '\u0080' and <= '\u00BF') or '€' or '‚' or 'ƒ' or '„' or '…' or '†' or '‡'
        or 'ˆ' or '‰' or 'Š' or '‹' or 'Œ' or 'Ž' or '‘' or '’' or '“' or '”' or '•' or '–' or '—' or '˜' or '™' or 'š' or '›' or 'œ' or 'ž' or 'Ÿ';
}
