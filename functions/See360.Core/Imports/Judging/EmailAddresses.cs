using System.Globalization;

namespace See360.Core.Imports.Judging;

/// <summary>Mail addresses: trimmed, <c>mailto:</c> removed, the domain in lower case and in its ASCII form (IDN). The
/// local part keeps its spelling, since some servers distinguish it.</summary>
public static class EmailAddresses
{
    private const string LocalPunctuation = "!#$%&'*+/=?^_`{|}~-.";

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "info", "office", "kontakt", "contact", "service", "mail", "email", "post", "verwaltung", "buchhaltung", "rechnung",
        "sekretariat", "zentrale", "admin", "support", "vertrieb", "verkauf", "sales", "team", "hallo", "hello", "empfang",
        "noreply", "no-reply", "postmaster", "webmaster", "hostmaster", "abuse", "buero", "firma",
    };

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Empty without a reason for an empty field.</summary>
    public static Understood<string> Read(string field)
    {
        var text = Strip(field);
        if (text.IsEmpty)
        {
            return new("");
        }

        var at = text.LastIndexOf('@');
        return at is > 0 and <= 64 && IsLocal(text[..at]) && Domain(text[(at + 1)..]) is { } domain && at + 1 + domain.Length <= 254
            ? new(string.Concat(text[..(at + 1)], domain))
            : new("", ReasonCodes.EmailMalformed);
    }

    /// <summary>info@ and the like: not one person's mailbox.</summary>
    public static bool IsRole(string address) => Roles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(address.AsSpan(0, Math.Max(0, address.IndexOf('@'))));

    private static ReadOnlySpan<char> Strip(string field)
    {
        var text = field.AsSpan().Trim().Trim('\u200B').Trim('\uFEFF');
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[7..];
            var query = text.IndexOf('?');
            text = query < 0 ? text : text[..query];
        }

        return text is ['<', .., '>'] ? text[1..^1].Trim() : text.Trim();
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in local)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !LocalPunctuation.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Domain(ReadOnlySpan<char> text)
    {
        var domain = Lower(text);
        return domain is not null && IsHostName(domain) ? domain : null;
    }

    private static string? Lower(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyExceptInRange('\0', '\u007f') < 0)
        {
            return text.IndexOfAnyInRange('A', 'Z') < 0 ? text.ToString() : text.ToString().ToLowerInvariant();
        }

        try
        {
            return Idn.GetAscii(text.ToString().ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            // No Unicode domain name: malformed like any other.
            return null;
        }
    }

    private static bool IsHostName(string domain)
    {
        if (domain.Length > 253)
        {
            return false;
        }

        var labels = 0;
        var rest = domain.AsSpan();
        while (true)
        {
            var dot = rest.IndexOf('.');
            var label = dot < 0 ? rest : rest[..dot];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-' || !IsAsciiLabel(label))
            {
                return false;
            }

            labels++;
            if (dot < 0)
            {
                return labels > 1 && label.Length > 1 && char.IsAsciiLetter(label[0]);
            }

            rest = rest[(dot + 1)..];
        }
    }

    private static bool IsAsciiLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
