using System.Globalization;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>Figures as the pages print them: percent without decimals, means with one, NPS whole with its sign.</summary>
internal sealed class FigureText(Language language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "de-DE");

    public string Nps(double value) => Math.Round(value, MidpointRounding.AwayFromZero) switch
    {
        > 0 and var plus => plus.ToString("+0", _culture),
        < 0 and var minus => "−" + (-minus).ToString("0", _culture),
        _ => "0",
    };

    public string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", _culture);

    public string Mean(double value) => value.ToString("0.0", _culture);

    public string Percent(double share) => Whole(100 * share) + " %";

    public string Count(int n) => n.ToString("N0", _culture);

    /// <summary>"+54 (+35 bis +73, n = 41)"; null if nothing was measured.</summary>
    public string? WithBounds(Figure figure, Func<double, string> text) => figure.Value is not { } value ? null
        : figure is { Low: { } low, High: { } high } ? $"{text(value)} ({Range(low, high, text)}, n = {Count(figure.N)})"
        : $"{text(value)} (n = {Count(figure.N)})";

    /// <summary>Bounds that would read alike get one decimal more.</summary>
    public string Range(double low, double high, Func<double, string> text) => text(low) == text(high) && text == Mean
        ? Range(low, high, value => value.ToString("0.00", _culture))
        : $"{text(low)} {(language == Language.En ? "to" : "bis")} {text(high)}";
}
