using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>The last sheet: what was chosen, what the columns hold, and how the figures are computed.</summary>
internal static class ExplanationSheet
{
    private const double LineHeight = 13.5;

    private static readonly double[] _widths = [44, 110];

    public static LocalizedText Name { get; } = new("Erläuterung", "Explanation");

    private static readonly IReadOnlyList<(LocalizedText Name, LocalizedText Text)> _columnsOfFigures =
    [
        (new("n", "n"), new("Zahl der Antworten, auf denen die Kennzahl beruht. Leere Werte: dazu hat noch niemand geantwortet.", "Number of answers that the figure rests on. Empty values: nobody has answered that yet.")),
        (new("95 % von, 95 % bis", "95 % from, 95 % to"), new("Grenzen des 95-%-Intervalls: So genau ist der Wert bei dieser Zahl von Antworten.", "Bounds of the 95 % interval: how exact the value is with so many answers.")),
        (new("Selbstbild", "Self-image"), new("Mittelwert der neuesten Selbstbilder zu denselben Fragen. Selbstbilder fallen meist freundlicher aus. Deutlich ist ein Abstand über 0,5, der außerhalb des Intervalls der Kunden liegt.", "Mean of the newest self-images of the same questions. Self-images usually run kinder. A gap is clear above 0.5 and outside the customers' interval.")),
        (new("Unterschied verlässlich", "Difference is reliable"), new("ja, wenn das 95-%-Intervall des Unterschieds die Null nicht enthält.", "yes if the 95 % interval of the difference does not hold zero.")),
        (new("Antworten „0“ bis „10“", "Answers \"0\" to \"10\""), new("Wie oft jede Stufe der Skala gewählt wurde.", "How often each step of the scale was chosen.")),
    ];

    public static async Task WriteAsync(SheetXml xml, bool first, ResultReport report, FlatTable answers, DateTimeOffset at, CancellationToken cancel)
    {
        var language = report.Sliced.Language;
        xml.Begin(_widths, first);
        await RowAsync(new LocalizedText("Angabe", "Item").In(language), new LocalizedText("Bedeutung", "Meaning").In(language), CellForm.Header);
        foreach (var (heading, lines) in Sections(report, answers, at))
        {
            await RowAsync(null, null, CellForm.Plain);
            await RowAsync(heading.In(language), null, CellForm.Heading);
            foreach (var (name, text) in lines)
            {
                await RowAsync(name, text, CellForm.Wrapped);
            }
        }

        await xml.EndAsync(0, cancel);

        ValueTask RowAsync(string? name, string? text, CellForm form)
        {
            xml.BeginRow(form == CellForm.Wrapped ? LineHeight * Math.Max(Lines(name, 0), Lines(text, 1)) : null);
            xml.Cell(0, FlatCell.Of(name, form));
            xml.Cell(1, FlatCell.Of(text, text is null ? CellForm.Plain : form));
            return xml.EndRowAsync(cancel);
        }
    }

    /// <summary>Not every program finds the height of a row by itself.</summary>
    private static int Lines(string? text, int column) => 1 + (int)((text?.Length ?? 0) * 1.1 / _widths[column]);

    private static IEnumerable<(LocalizedText Heading, IEnumerable<(string Name, string Text)> Lines)> Sections(ResultReport report, FlatTable answers, DateTimeOffset at)
    {
        var (head, sliced) = (report.Overview.Head, report.Sliced);
        var language = sliced.Language;
        yield return (new("Auswahl", "What was chosen"), Chosen(head, sliced, at));
        yield return (new("Spalten des Blatts „Antworten“", "Columns of the sheet \"Answers\""), answers.Columns.Select(c => (c.Header, c.Explanation)));
        yield return (new("Spalten des Blatts „Kennzahlen“", "Columns of the sheet \"Figures\""), _columnsOfFigures.Select(c => (c.Name.In(language), c.Text.In(language))));
        yield return (new("Spalten des Blatts „Kommentare“", "Columns of the sheet \"Comments\""), CommentSheet.Columns.Select(c => (c.Header.In(language), c.Means.In(language))));
        yield return (new("Wie gerechnet wird", "How figures are computed"), MeasureNames.Methods.Select(m => (m.Name.In(language), m.Method.In(language))));
    }

    private static IEnumerable<(string Name, string Text)> Chosen(ResultHead head, Sliced sliced, DateTimeOffset at)
    {
        var language = sliced.Language;
        yield return (In("Institut", "Institute"), sliced.Chart.Institute.Name);
        yield return (In("Auswertung für", "Results of"), head.Title);
        yield return (In("Zeitraum", "Period"), SliceLines.Period(head, language));
        foreach (var (name, value) in SliceLines.Filters(head))
        {
            yield return (name.In(language), value);
        }

        if (head.Compare is { } compare)
        {
            yield return (In("Vergleich", "Compared with"), $"{compare.Label}: {compare.Title}, {SliceLines.Day(compare.From, language)} {In("bis", "to")} {SliceLines.Day(compare.To, language)}, {compare.Sheets} {In("Bögen", "sheets")}");
        }

        yield return (In("Antwortbögen", "Answer sheets"), head.Sheets.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return (In("Erstellt am", "Made on"), SliceLines.Day(ResultPeriod.Day(at, sliced.Zone), language));
        foreach (var withheld in head.Withheld)
        {
            yield return (withheld.Survey.Name, In($"zu wenige Antworten (noch {withheld.Missing})", $"too few answers ({withheld.Missing} more needed)"));
        }

        foreach (var note in head.Notes)
        {
            yield return (In("Hinweis", "Note"), note);
        }

        string In(string de, string en) => language == Language.En ? en : de;
    }
}
