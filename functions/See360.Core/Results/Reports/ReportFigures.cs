using System.Globalization;
using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Reports;

/// <summary>Figures as sentences write them: NPS whole with its sign, means with one decimal, percent with none, always with n and interval.</summary>
internal sealed class ReportFigures(Language language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "de-DE");

    private static readonly LocalizedText _none = new("keine Antworten", "no answers");
    private static readonly LocalizedText _missing = new("zu wenige Antworten (noch {0})", "too few answers ({0} to go)");
    private static readonly LocalizedText _range = new("{0} (von {1} bis {2}; n = {3})", "{0} (from {1} to {2}; n = {3})");
    private static readonly LocalizedText _alone = new("{0} (n = {1})", "{0} (n = {1})");
    private static readonly LocalizedText _difference = new("{0} zum Zeitraum davor", "{0} on the period before");
    private static readonly LocalizedText _unreliable = new("kein verlässlicher Unterschied zum Zeitraum davor", "no reliable difference from the period before");

    public string Nps(Figure figure) => Text(figure, Score);

    public string Mean(Figure figure) => Text(figure, Step);

    public string Share(Figure figure) => Text(figure, Percent);

    public string NpsDifference(ComparedFigure? compared) => Difference(compared, Score);

    public string MeanDifference(ComparedFigure? compared) => Difference(compared, d => Signed(d, Step(Math.Abs(d))));

    public string ShareDifference(ComparedFigure? compared) =>
        Difference(compared, d => Signed(d, string.Format(_culture, language == Language.En ? "{0:F0} points" : "{0:F0} Punkte", Math.Abs(100 * d))));

    public string Day(DateOnly day) => day.ToString(language == Language.En ? "d MMMM yyyy" : "d. MMMM yyyy", _culture);

    private string Text(Figure figure, Func<double, string> format) => figure switch
    {
        { Value: null, Missing: > 0 } => Fill(_missing, figure.Missing),
        { Value: null } => _none.In(language),
        { Low: { } low, High: { } high } => Fill(_range, format(figure.Value.Value), format(low), format(high), figure.N),
        _ => Fill(_alone, format(figure.Value.Value), figure.N),
    };

    private string Difference(ComparedFigure? compared, Func<double, string> format) => compared?.Diff switch
    {
        null => "",
        { Reliable: false } => _unreliable.In(language),
        var diff => Fill(_difference, format(diff.Value)),
    };

    private string Fill(LocalizedText text, params ReadOnlySpan<object?> values) => string.Format(_culture, text.In(language), values);

    private static string Score(double value) => Signed(Math.Round(value), Math.Abs(Math.Round(value)).ToString("F0", CultureInfo.InvariantCulture));

    private string Step(double value) => value.ToString("F1", _culture);

    private string Percent(double value) => string.Format(_culture, language == Language.En ? "{0:F0}%" : "{0:F0}\u00a0%", 100 * value);

    /// <summary>With a real minus sign.</summary>
    private static string Signed(double value, string magnitude) => value switch { > 0 => $"+{magnitude}", < 0 => $"−{magnitude}", _ => magnitude };
}
