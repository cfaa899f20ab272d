namespace See360.Core.Imports.Judging;

/// <summary>A field as it was understood: its value, or the code of why it wasn't.</summary>
public readonly record struct Understood<T>(T Value, string Reason = "")
{
    public bool Failed => Reason.Length > 0;
}

/// <summary>Kundennummer is text: leading zeros stay, and what a spreadsheet made of it is undone or refused.</summary>
public static class CustomerNumbers
{
    private const int MaxLength = 40;

    public static Understood<string> Read(string field)
    {
        var text = Unwrap(field);
        if (IsScientific(text))
        {
            return new("", ReasonCodes.CustomerNumberSpoiled);
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '/' or '_'))
            {
                return new("", ReasonCodes.CustomerNumberMalformed);
            }
        }

        return text.Length > MaxLength ? new("", ReasonCodes.CustomerNumberMalformed) : new(text);
    }

    /// <summary><c>="00123"</c> and <c>'00123</c> are how spreadsheets are told that a number is text; spaces only group.</summary>
    private static string Unwrap(string field)
    {
        var text = field.AsSpan().Trim();
        if (text.Length >= 3 && text[0] == '=' && text[1] == '"' && text[^1] == '"')
        {
            text = text[2..^1].Trim();
        }

        text = text.TrimStart('\'');
        return text.ContainsAny(' ', '\u00A0', '\u202F') ? string.Concat(text.ToString().Where(c => !char.IsWhiteSpace(c))) : text.Length == field.Length ? field : text.ToString();
    }

    /// <summary><c>1,23457E+11</c>: the last digits are gone.</summary>
    private static bool IsScientific(string text)
    {
        var e = text.AsSpan().IndexOfAny('E', 'e');
        return e > 0 && e + 1 < text.Length
            && text.AsSpan(0, e).IndexOfAnyExcept("0123456789,.") < 0
            && text.AsSpan(e + 1).TrimStart("+-").IndexOfAnyExceptInRange('0', '9') < 0
            && (text.AsSpan(0, e).IndexOfAny(',', '.') > 0 || text[e + 1] is '+' or '-');
    }
}
