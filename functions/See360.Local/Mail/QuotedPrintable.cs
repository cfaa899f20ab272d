using System.Buffers;
using System.Text;

namespace See360.Local.Mail;

/// <summary>RFC 2045, 6.7: UTF-8 text as ASCII lines of at most 76 characters.</summary>
internal static class QuotedPrintable
{
    private const int MaxLine = 76;

    /// <summary>Each line of the text with CRLF; a line end at the end of the text makes no further line.</summary>
    public static void Write(string text, IBufferWriter<byte> target)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        ReadOnlySpan<byte> rest = utf8;
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            WriteLine(end < 0 ? rest : rest[..end], target);
            target.Write("\r\n"u8);
            var breaks = end < 0 ? 0 : rest[end..].StartsWith("\r\n"u8) ? 2 : 1;
            rest = end < 0 ? [] : rest[(end + breaks)..];
        }
    }

    private static void WriteLine(ReadOnlySpan<byte> line, IBufferWriter<byte> target)
    {
        // Every byte at most three, and a soft break of three after every 73 at the least.
        var room = target.GetSpan((line.Length * 3) + (((line.Length * 3 / 73) + 1) * 3));
        var (written, column) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var last = i == line.Length - 1;
            var width = IsLiteral(line[i], column == 0, last) ? 1 : 3;

            // The soft break needs a column, unless the line ends here anyway.
            if (column + width > (last ? MaxLine : MaxLine - 1))
            {
                "=\r\n"u8.CopyTo(room[written..]);
                (written, column) = (written + 3, 0);
                width = IsLiteral(line[i], first: true, last) ? 1 : 3;
            }

            if (width == 1)
            {
                room[written] = line[i];
            }
            else
            {
                (room[written], room[written + 1], room[written + 2]) = ((byte)'=', Digit(line[i] >> 4), Digit(line[i] & 15));
            }

            (written, column) = (written + width, column + width);
        }

        target.Advance(written);
    }

    /// <summary>A space at the end of a line is lost on the way; at its beginning a dot is special in SMTP, "From " in
    /// mailboxes, and a hyphen could be a boundary.</summary>
    private static bool IsLiteral(byte b, bool first, bool last) => b switch
    {
        (byte)'=' => false,
        (byte)' ' => !last,
        (byte)'.' or (byte)'F' or (byte)'-' => !first,
        >= 33 and <= 126 => true,
        _ => false,
    };

    private static byte Digit(int nibble) => "0123456789ABCDEF"u8[nibble];
}
