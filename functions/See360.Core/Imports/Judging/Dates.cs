using System.Globalization;

namespace See360.Core.Imports.Judging;

/// <summary>Dates as German systems write them: <c>dd.MM.yyyy</c>, <c>d.M.yyyy</c>, <c>dd.MM.yy</c>, <c>yyyy-MM-dd</c>,
/// each with or without a time, and a spreadsheet's serial number. Never the American order: a slash is refused
/// rather than guessed.</summary>
public static class Dates
{
    /// <summary>Serials of 1 January 2000 and 31 December 2099: other figures are no dates.</summary>
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>Null with no reason for an empty field.</summary>
    public static Understood<DateOnly?> Read(string field)
    {
        var text = field.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return new(null);
        }

        var day = text;
        var end = text.IndexOfAny(' ', 'T', ',');
        if (end > 0 && text[..end].IndexOfAny('.', '-') > 0)
        {
            if (!IsTime(text[(end + 1)..]))
            {
                return new(null, ReasonCodes.DateUnreadable);
            }

            day = text[..end];
        }

        return day.Contains('.') && day.Count('.') == 2 ? German(day)
            : day.Contains('-') ? Iso(day)
            : Serial(text);
    }

    private static Understood<DateOnly?> German(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('.');
        var second = first + 1 + text[(first + 1)..].IndexOf('.');
        var year = text[(second + 1)..];
        return Digits(text[..first], 1, 2) is { } day
            && Digits(text[(first + 1)..second], 1, 2) is { } month
            && (Digits(year, 4, 4) ?? Digits(year, 2, 2) + 2000) is { } y
            ? Date(y, month, day)
            : new(null, ReasonCodes.DateUnreadable);
    }

    private static Understood<DateOnly?> Iso(ReadOnlySpan<char> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && Digits(text[..4], 4, 4) is { } year && Digits(text[5..7], 2, 2) is { } month && Digits(text[8..], 2, 2) is { } day
            ? Date(year, month, day)
            : new(null, ReasonCodes.DateUnreadable);

    private static Understood<DateOnly?> Serial(ReadOnlySpan<char> text)
    {
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var fractionIsDigits = point < 0 || text[(point + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
        return fractionIsDigits && Digits(whole, 5, 5) is >= FirstSerial and <= LastSerial and var serial
            ? new(SerialZero.AddDays(serial))
            : new(null, ReasonCodes.DateUnreadable);
    }

    private static Understood<DateOnly?> Date(int year, int month, int day) =>
        year is < 1900 or > 2999 ? new(null, ReasonCodes.DateUnreadable)
        : month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? new(null, ReasonCodes.DateImpossible)
        : new(new DateOnly(year, month, day));

    /// <summary><c>14:30</c>, <c>14:30:00</c>, <c>14:30 Uhr</c>, <c>14:30:00.000Z</c>, <c>14:30:00+01:00</c>.</summary>
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        text = text.EndsWith("Uhr", StringComparison.OrdinalIgnoreCase) ? text[..^3].TrimEnd() : text;
        var colon = text.IndexOf(':');
        return text.Length <= 32 && colon is 1 or 2
            && Digits(text[..colon], 1, 2) is < 24
            && text.Length >= colon + 3 && Digits(text.Slice(colon + 1, 2), 2, 2) is < 60
            && text[(colon + 3)..].IndexOfAnyExcept("0123456789:.,Z+-") < 0;
    }

    private static int? Digits(ReadOnlySpan<char> text, int min, int max) =>
        text.Length >= min && text.Length <= max && text.IndexOfAnyExceptInRange('0', '9') < 0
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
