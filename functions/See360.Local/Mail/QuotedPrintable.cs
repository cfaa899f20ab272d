using System.Buffers;
using System.Text;

namespace See360.Local.Mail;

/// <summary>RFC 2045, 6.7: UTF-8 text as ASCII lines of at most 76 characters.</summary>
internal static class QuotedPrintable
{
    private const int MaxLine = 76;

    public static void Write(string text, TextWriter target)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var last = lines.Length > 1 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        for (var i = 0; i < last; i++)
        {
            WriteLine(lines[i], target);
            if (i < last - 1)
            {
                target.Write("\r\n");
            }
        }
    }

    private static void WriteLine(string line, TextWriter target)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        var count = Encoding.UTF8.GetBytes(line, bytes);
        var column = 0;
        for (var i = 0; i < count; i++)
        {
            var literal = IsLiteral(bytes[i], first: column == 0, last: i == count - 1);
            var width = literal ? 1 : 3;

            // The soft break needs a column, unless the line ends here anyway.
            if (column + width > (i == count - 1 ? MaxLine : MaxLine - 1))
            {
                target.Write("=\r\n");
                column = 0;
                literal = IsLiteral(bytes[i], first: true, last: i == count - 1);
                width = literal ? 1 : 3;
            }

            if (literal)
            {
                target.Write((char)bytes[i]);
            }
            else
            {
                target.Write('=');
                target.Write(Digit(bytes[i] >> 4));
                target.Write(Digit(bytes[i] & 15));
            }

            column += width;
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>A space at the end of a line is lost on the way; a dot at its beginning is special in SMTP, and "From " in
    /// mailboxes.</summary>
    private static bool IsLiteral(byte b, bool first, bool last) => b switch
    {
        (byte)'=' => false,
        (byte)' ' => !last,
        (byte)'.' or (byte)'F' or (byte)'-' => !first,
        >= 33 and <= 126 => true,
        _ => false,
    };

    private static char Digit(int nibble) => "0123456789ABCDEF"[nibble];
}
