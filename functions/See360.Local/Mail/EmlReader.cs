using System.Text;
using System.Text.RegularExpressions;
using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>Reads back what <see cref="MimeWriter"/> writes, to show it. No general MIME parser.</summary>
internal static partial class EmlReader
{
    /// <summary>The headers of a message or part, unfolded and decoded, in their order.</summary>
    public static List<MailHeader> Headers(ReadOnlySpan<byte> eml)
    {
        var headers = new List<MailHeader>();
        foreach (var line in Unfold(Encoding.UTF8.GetString(eml[..EndOfHeaders(eml)])).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(new MailHeader(line[..colon], Decode(line[(colon + 1)..].Trim())));
            }
        }

        return headers;
    }

    public static string Value(IEnumerable<MailHeader> headers, string name) =>
        headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    /// <summary>A mailbox as people read it: <c>"Berg, Jana" &lt;…&gt;</c> without quotes and escapes (RFC 5322, 3.2.4).</summary>
    public static string Mailbox(string value) => QuotedName().Match(value) is { Success: true } quoted
        ? Escaped().Replace(quoted.Groups["name"].Value, "$1") + value[quoted.Length..]
        : value;

    /// <summary>The leaves of the message, in their order.</summary>
    public static IEnumerable<EmlPart> Parts(byte[] eml)
    {
        var headers = Headers(eml);
        var body = eml.AsSpan(Math.Min(EndOfHeaders(eml) + 4, eml.Length)).ToArray();
        var type = Value(headers, "Content-Type");
        var boundary = Boundary().Match(type);
        if (!boundary.Success)
        {
            return [new EmlPart(type.Split(';')[0].Trim(), Value(headers, "Content-ID").Trim('<', '>'), Body(body, Value(headers, "Content-Transfer-Encoding")))];
        }

        // Bodies are ASCII: Latin-1 keeps bytes and characters one to one.
        var sections = ("\r\n" + Encoding.Latin1.GetString(body)).Split("\r\n--" + boundary.Groups[1].Value);
        return sections.Skip(1).Where(s => s.StartsWith("\r\n", StringComparison.Ordinal)).SelectMany(s => Parts(Encoding.Latin1.GetBytes(s[2..])));
    }

    private static int EndOfHeaders(ReadOnlySpan<byte> eml)
    {
        var end = eml.IndexOf("\r\n\r\n"u8);
        return end < 0 ? eml.Length : end;
    }

    /// <summary>White space between two encoded words is theirs, any other fold is a space.</summary>
    private static string Unfold(string headers) => Fold().Replace(headers, " ");

    private static string Decode(string value) =>
        EncodedWord().Replace(BetweenWords().Replace(value, "?=$1"), word => Encoding.UTF8.GetString(QuotedWord(word.Groups[1].Value)));

    private static byte[] QuotedWord(string text) => Unquote(text.Replace('_', ' '));

    private static byte[] Body(byte[] body, string encoding) => encoding switch
    {
        "base64" => Convert.FromBase64String(Encoding.ASCII.GetString(body)),
        "quoted-printable" => Unquote(Encoding.ASCII.GetString(body).Replace("=\r\n", "", StringComparison.Ordinal)),
        _ => body,
    };

    private static byte[] Unquote(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"\?=\s+(=\?utf-8\?Q\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex("""^"(?<name>(?:[^"\\]|\\.)*)"(?= <)""")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"=\?utf-8\?Q\?([^?]*)\?=")]
    private static partial Regex EncodedWord();
}

internal sealed record EmlPart(string ContentType, string ContentId, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}
