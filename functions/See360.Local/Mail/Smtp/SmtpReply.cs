using System.Globalization;
using System.Text.RegularExpressions;

namespace See360.Local.Mail.Smtp;

/// <summary>A server's answer to a command.</summary>
/// <param name="Code">Three digits; 2xx and 3xx mean yes, 4xx not now, 5xx never.</param>
/// <param name="Status">Enhanced status (RFC 3463), e.g. <c>5.1.1</c>; empty if the server gave none.</param>
/// <param name="Lines">Text of each line, without code and status.</param>
internal sealed partial record SmtpReply(int Code, string Status, IReadOnlyList<string> Lines)
{
    private const int MaxText = 200;

    public bool IsPositive => Code is >= 200 and < 400;

    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>The server is about to close the connection.</summary>
    public bool IsClosing => Code == 421;

    /// <summary>What the contact log tells by: the enhanced status where there is one.</summary>
    public string BestCode => Status.Length > 0 ? Status : Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>For the contact log: one short line, without the addresses that servers like to repeat.</summary>
    public string Detail
    {
        get
        {
            var text = Address().Replace(string.Join(' ', Lines), "<…>");
            text = string.Concat(text.Where(c => !char.IsControl(c)));
            return string.Create(CultureInfo.InvariantCulture, $"{Code} {text}").Trim() is var line && line.Length > MaxText ? line[..MaxText] : line;
        }
    }

    /// <summary>Reads the lines of one reply (RFC 5321, 4.2.1), each without its line end.</summary>
    /// <exception cref="SmtpBroken">No reply of SMTP.</exception>
    public static SmtpReply Parse(IReadOnlyList<string> lines)
    {
        var first = ReplyLine().Match(lines[0]);
        if (!first.Success || lines.Any(line => !ReplyLine().IsMatch(line)))
        {
            throw new SmtpBroken("protocol", "The server does not speak SMTP.");
        }

        var status = first.Groups["status"].Value;
        return new SmtpReply(
            int.Parse(first.Groups["code"].ValueSpan, CultureInfo.InvariantCulture),
            status,
            [.. lines.Select(line => ReplyLine().Match(line).Groups["text"].Value)]);
    }

    [GeneratedRegex(@"^(?<code>[2-5][0-9]{2})(?:[ -](?:(?<status>[245]\.[0-9]{1,3}\.[0-9]{1,3})(?: |$))?(?<text>.*))?$", RegexOptions.Singleline)]
    private static partial Regex ReplyLine();

    [GeneratedRegex(@"<?[^\s<>@]+@[^\s<>@]+>?")]
    private static partial Regex Address();
}

/// <summary>The connection can't go on: not reachable, hung up, too slow, or the server refuses us as a client. Says
/// nothing about the mail.</summary>
internal sealed class SmtpBroken(string code, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>The answer to a command, or to the connection, did not come in time.</summary>
    public const string TimeOut = "timeout";

    /// <summary>The answer to a whole mail did not come in time.</summary>
    public const string NoAnswer = "no-answer";

    public string Code { get; } = code;
}
