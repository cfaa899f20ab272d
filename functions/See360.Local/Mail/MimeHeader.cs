using System.Globalization;
using System.Text;
using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>Header lines. Whatever stands in a name or a subject, the result is one header: control characters never
/// get through, everything else beyond plain ASCII becomes encoded words (RFC 2047).</summary>
internal static class MimeHeader
{
    private const int MaxLine = 76;
    private const int MaxEncodedWord = 75;
    private const string Opening = "=?utf-8?Q?";
    private const string Closing = "?=";

    /// <summary>"Mon, 09 Nov 2026 07:00:00 +0000".</summary>
    public static string Date(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    public static string Unstructured(string name, string text)
    {
        var clean = Clean(text);
        if (clean.Length == 0)
        {
            return name + ":";
        }

        return IsPlain(clean) && name.Length + 2 + clean.Length <= MaxLine ? $"{name}: {clean}" : $"{name}: {EncodedWords(clean, name.Length + 2)}";
    }

    public static string Mailbox(string name, MailAddress address)
    {
        var box = $"<{Mail.Mailbox.Of(address)}>";
        var display = Clean(address.Name);
        if (display.Length == 0)
        {
            return $"{name}: {box}";
        }

        var phrase = IsPlain(display) && name.Length + 4 + display.Length <= MaxLine
            ? $"\"{display.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : EncodedWords(display, name.Length + 2);
        var line = $"{name}: {phrase}";
        var column = line.Length - (line.LastIndexOf('\n') + 1);
        return column + 1 + box.Length <= MaxLine ? $"{line} {box}" : $"{line}\r\n {box}";
    }

    /// <summary>On one line, never folded: a fold inside the address of List-Unsubscribe breaks DKIM signatures and one-click.</summary>
    /// <exception cref="ArgumentException">Not a header, or one that the writer makes itself.</exception>
    public static string Verbatim(MailHeader header)
    {
        var name = header.Name;
        var named = name.Length is > 0 and <= 60 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            && !_own.Contains(name);
        if (!named || header.Value.Length is 0 or > 900 || !header.Value.All(c => c is >= ' ' and <= '~') || string.IsNullOrWhiteSpace(header.Value))
        {
            throw new ArgumentException("Not a header that can be added to a mail.");
        }

        return $"{name}: {header.Value}";
    }

    private static readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Message-ID", "MIME-Version", "Received", "Return-Path", "DKIM-Signature",
    };

    /// <summary>Control characters become spaces, half surrogates the replacement character.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
            {
                clean.Append(' ');
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal) && !text.Contains("  ", StringComparison.Ordinal);

    /// <param name="column">Characters that already stand on the first line.</param>
    private static string EncodedWords(string text, int column)
    {
        var words = new StringBuilder();
        var word = new StringBuilder(Opening);
        var room = MaxLine - column;
        foreach (var rune in text.EnumerateRunes())
        {
            var encoded = Encoded(rune);

            // A character is never split between two words.
            if (word.Length + encoded.Length + Closing.Length > Math.Min(room, MaxEncodedWord))
            {
                words.Append(word).Append(Closing).Append("\r\n ");
                word.Clear().Append(Opening);
                room = MaxLine - 1;
            }

            word.Append(encoded);
        }

        return words.Append(word).Append(Closing).ToString();
    }

    /// <summary>Only what is allowed unencoded also in a display name (RFC 2047, 5 (3)).</summary>
    private static string Encoded(Rune rune)
    {
        if (rune.Value == ' ')
        {
            return "_";
        }

        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '!' or '*' or '+' or '/'))
        {
            return rune.ToString();
        }

        Span<byte> bytes = stackalloc byte[4];
        var count = rune.EncodeToUtf8(bytes);
        return string.Concat(bytes[..count].ToArray().Select(b => "=" + b.ToString("X2", CultureInfo.InvariantCulture)));
    }
}
