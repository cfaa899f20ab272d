using System.Globalization;

namespace See360.Core.Results.Slices;

/// <summary>The days that are looked at, as they stand in an address: relative to today, or from a day to a day, both included.</summary>
public sealed record SlicePeriod
{
    private const string Day = "yyyy-MM-dd";

    private static readonly DateOnly _earliest = new(2000, 1, 1);
    private static readonly DateOnly _latest = new(2100, 12, 31);

    private readonly int _months;
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    private SlicePeriod(string token, int months = 0, DateOnly from = default, DateOnly to = default) =>
        (Token, _months, _from, _to) = (token, months, from, to);

    /// <summary>Rolling twelve months.</summary>
    public static SlicePeriod Usual { get; } = new("12m", 12);

    public static SlicePeriod All { get; } = new("all");

    public string Token { get; }

    public bool IsEverything => Token == All.Token;

    /// <param name="text">Null or empty: <see cref="Usual"/>.</param>
    /// <exception cref="BadInput">Not a period, or one that ends before it begins.</exception>
    public static SlicePeriod Parse(string? text)
    {
        switch (text)
        {
            case null or "" or "12m":
                return Usual;
            case "6m":
                return new SlicePeriod(text, 6);
            case "3m":
                return new SlicePeriod(text, 3);
            case "4w" or "year" or "lastYear":
                return new SlicePeriod(text);
            case "all":
                return All;
        }

        if (text is { Length: 7 } && text[4..6] == "-Q" && text[6] is >= '1' and <= '4'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= _earliest.Year && year <= _latest.Year)
        {
            var first = new DateOnly(year, (3 * (text[6] - '1')) + 1, 1);
            return new SlicePeriod(text, 3, first, first.AddMonths(3).AddDays(-1));
        }

        if (text is not { Length: 22 } || text[10..12] != ".."
            || !DateOnly.TryParseExact(text.AsSpan(0, 10), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(text.AsSpan(12), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            || from < _earliest || to > _latest)
        {
            throw new BadInput("period", "period-unknown", SliceTexts.PeriodUnknown);
        }

        return to >= from ? new SlicePeriod(text, 0, from, to) : throw new BadInput("period", "period-reversed", SliceTexts.PeriodReversed);
    }

    /// <param name="first">The day of the oldest answer; null: there is none.</param>
    public (DateOnly From, DateOnly To) Days(DateOnly today, DateOnly? first) => Token switch
    {
        "all" => (first < today ? first.Value : today, today),
        "4w" => (today.AddDays(-27), today),
        "year" => (new DateOnly(today.Year, 1, 1), today),
        "lastYear" => (new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
        _ when _to != default => (_from, _to),
        _ => (today.AddMonths(-_months).AddDays(1), today),
    };

    /// <summary>The period of the same length that ends on the day before this one begins: in months where this one is of months.</summary>
    public (DateOnly From, DateOnly To) Before(DateOnly today)
    {
        var (from, to) = Days(today, null);
        return Token switch
        {
            "lastYear" => (from.AddYears(-1), from.AddDays(-1)),
            _ when _months > 0 && _to != default => (from.AddMonths(-_months), from.AddDays(-1)),
            _ when _months > 0 => (today.AddMonths(-2 * _months).AddDays(1), from.AddDays(-1)),
            _ => (from.AddDays(-(to.DayNumber - from.DayNumber + 1)), from.AddDays(-1)),
        };
    }

    public (DateOnly From, DateOnly To) AYearBefore(DateOnly today)
    {
        var (from, to) = Days(today, null);
        return (from.AddYears(-1), to.AddYears(-1));
    }
}
