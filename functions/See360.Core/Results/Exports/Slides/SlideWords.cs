using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>What the slides of a report have in common: language, figures, places.</summary>
internal sealed class SlideWords(ResultReport report)
{
    /// <summary>Everything below the title.</summary>
    public static SlideBox Body { get; } = new(60, 165, 1213, 515);

    public ResultReport Report => report;

    public ResultHead Head => report.Overview.Head;

    public Language Language => report.Sliced.Language;

    public FigureText Figures { get; } = new(report.Sliced.Language);

    public string In(string de, string en) => Language == Language.En ? en : de;

    public string Note => In(
        "Die dünnen Striche zeigen das 95-%-Intervall: So genau ist der Wert bei dieser Zahl von Antworten.",
        "The thin lines show the 95 % interval: how exact the value is with so many answers.");

    public string Method(LocalizedText measure, LocalizedText? name = null) =>
        $"{(name ?? measure).In(Language)}: {MeasureNames.Methods.First(m => m.Name == measure).Method.In(Language)}";

    /// <summary>n of the view, then whatever else is to be said.</summary>
    public IReadOnlyList<string> Notes(ResultHead head, params IEnumerable<string> more) =>
        [In($"{Figures.Count(head.Sheets)} Antwortbögen, {SliceLines.Period(head, Language)}.", $"{Figures.Count(head.Sheets)} answer sheets, {SliceLines.Period(head, Language)}."), .. more, .. head.Notes];

    /// <summary>A name that fits beside a chart.</summary>
    public static string Short(string text, int most = 60)
    {
        text = AnswerTexts.Plain(text);
        return text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
    }

    /// <summary>A long German word on two lines: not every program knows where to break it.</summary>
    public static string Broken(string text)
    {
        text = AnswerTexts.Plain(text);
        foreach (var end in new[] { "versicherungen", "verkehr", "geschäft", "anlage" })
        {
            if (text.EndsWith(end, StringComparison.Ordinal) && text.Length > end.Length && !text.Contains(' ', StringComparison.Ordinal))
            {
                return $"{text[..^end.Length]}-\n{end}";
            }
        }

        return text;
    }

    /// <summary>The ends of an axis that shows all bounds, in steps.</summary>
    public static (double Min, double Max) Ends(IEnumerable<Figure> figures, double step, double min, double max)
    {
        var all = figures.SelectMany(f => new[] { f.Low, f.High, f.Value }).OfType<double>().DefaultIfEmpty(0).ToList();
        return (Math.Max(min, Math.Min(0, Math.Floor(all.Min() / step) * step)), Math.Min(max, Math.Ceiling(all.Max() / step) * step));
    }
}
