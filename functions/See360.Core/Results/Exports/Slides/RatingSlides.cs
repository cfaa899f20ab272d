using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>Ratings by factor and by field, and beside the self-image.</summary>
internal static class RatingSlides
{
    private static readonly LocalizedText _mean = new("Mittelwert", "Mean");

    public static Slide? Factors(SlideWords words) => Lines(
        words, words.Report.Overview.Factors, words.In("Wettbewerbsfaktoren", "Competitive factors"),
        words.In("Wettbewerbsfaktoren: noch keine verlässliche Reihenfolge", "Competitive factors: no reliable order yet"));

    public static Slide? Fields(SlideWords words) => Lines(
        words, words.Report.Overview.Fields, words.In("Geschäftsfelder", "Business fields"),
        words.In("Geschäftsfelder: noch keine verlässliche Reihenfolge", "Business fields: no reliable order yet"));

    public static Slide? Grid(SlideWords words)
    {
        var grid = words.Report.Grid;
        if (grid.Cells.Count == 0)
        {
            return null;
        }

        var (scale, figures) = (grid.Head.Scale, words.Figures);
        var cells = grid.Cells.ToDictionary(c => (c.Field, c.Factor), c => c.Figure);
        var header = grid.Fields.Select(f => f.Name).Append(words.In("Gesamt", "Total")).Select(name => new SlideCell(SlideWords.Broken(name), Bold: true, Size: 10));
        var rows = new List<IReadOnlyList<SlideCell>> { new[] { new SlideCell("") }.Concat(header).ToList() };
        rows.AddRange(grid.Factors.Select(factor => new[] { new SlideCell(SlideWords.Short(factor.Name, 44)) }
            .Concat(grid.Fields.Select(field => Cell(cells.GetValueOrDefault((field.Id, factor.Id)))))
            .Append(Cell(factor.Figure, bold: true)).ToList()));
        rows.Add(new[] { new SlideCell(words.In("Gesamt", "Total"), Bold: true) }
            .Concat(grid.Fields.Select(field => Cell(field.Figure, bold: true)))
            .Append(Cell(grid.Total.Figure, bold: true)).ToList());
        var columns = grid.Fields.Count + 1;
        var first = Math.Max(285, 1213 - (columns * 125));
        var widths = new[] { first }.Concat(Enumerable.Repeat((1213 - first) / columns, columns)).ToList();
        var title = words.In("Bewertungen nach Geschäftsfeld und Wettbewerbsfaktor", "Ratings by business field and competitive factor");
        return new Slide(
            title,
            [
                new SlideTable(new SlideBox(60, 165, 1213, Math.Min(470, rows.Count * 40)), title, words.In(
                    "Tabelle der Mittelwerte: Zeilen sind Wettbewerbsfaktoren, Spalten Geschäftsfelder.", "Table of means: rows are competitive factors, columns business fields."), rows, widths),
                new SlideText(new SlideBox(60, 655, 1213, 30), [new SlideLine(words.In(
                    $"Mittelwerte auf der Skala {scale.Min}–{scale.Max}. Orange: niedriger, blau: höher. Ein Punkt: dazu wurde nicht gefragt oder nicht geantwortet.",
                    $"Means on the scale {scale.Min}–{scale.Max}. Orange: lower, blue: higher. A dot: not asked or not answered."), 11, Colour: "tx2")]),
            ],
            words.Notes(grid.Head, grid.Cells.OrderBy(c => c.Figure.N).Take(1).Select(c => words.In($"Die kleinste Zelle beruht auf n = {c.Figure.N} Antworten.", $"The smallest cell rests on n = {c.Figure.N} answers.")).Append(words.Method(MeasureNames.Mean, _mean))));

        SlideCell Cell(Figure? figure, bool bold = false) => figure?.Value is { } value
            ? new SlideCell(figures.Mean(value), ThemeColours.Fill((value - scale.Min) / (scale.Max - scale.Min)), bold)
            : new SlideCell("·");
    }

    public static Slide? SelfImage(SlideWords words)
    {
        var view = words.Report.SelfImage;
        var lines = view.Lines.Where(l => l.Self is not null && l.Figure.Value is not null).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var marked = lines.Count(l => l.GapMarked);
        return new Slide(
            marked == 0
                ? words.In("Selbstbild und Kundenbild: kein deutlicher Abstand", "Self-image and customers' view: no clear gap")
                : words.In($"Selbstbild und Kundenbild: deutlicher Abstand bei {marked} von {lines.Count} Faktoren", $"Self-image and customers' view: a clear gap in {marked} of {lines.Count} factors"),
            [
                new SlideChart(SlideWords.Body, words.In("Selbstbild und Kundenbild", "Self-image and customers' view"), words.In(
                    "Balken je Wettbewerbsfaktor: Mittelwert der Kunden und Mittelwert der Selbstbilder.", "Bars by competitive factor: mean of the customers and mean of the self-images."),
                    new ChartData(
                        ChartKind.Bars, [.. lines.Select(l => SlideWords.Short(l.Name) + (l.GapMarked ? " *" : ""))],
                        [
                            new ChartSeries(words.In("Kunden", "Customers"), [.. lines.Select(l => l.Figure)], "accent1", Bounds: true),
                            ChartSeries.Of(words.In("Selbstbild", "Self-image"), lines.Select(l => l.Self), "accent6"),
                        ],
                        "0.0", view.Head.Scale.Min, view.Head.Scale.Max, 1)),
            ],
            words.Notes(view.Head, new[] { words.In($"Selbstbilder von {view.Advisors} Personen.", $"Self-images of {view.Advisors} people."), view.Note ?? "", words.In("* Abstand über 0,5 und außerhalb des Intervalls der Kunden.", "* gap above 0.5 and outside the customers' interval.") }.Where(n => n.Length > 0)));
    }

    private static Slide? Lines(SlideWords words, IReadOnlyList<ResultLine> all, string name, string close)
    {
        var lines = all.Where(l => l.Figure.Value is not null).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var (head, figures) = (words.Head, words.Figures);
        var (best, worst) = (lines.MaxBy(l => l.Figure.Value)!, lines.MinBy(l => l.Figure.Value)!);
        var title = best.Figure.Low > worst.Figure.High
            ? words.In(
                $"{SlideWords.Short(best.Name, 40)} ({figures.Mean(best.Figure.Value!.Value)}) wird besser bewertet als {SlideWords.Short(worst.Name, 40)} ({figures.Mean(worst.Figure.Value!.Value)})",
                $"{SlideWords.Short(best.Name, 40)} ({figures.Mean(best.Figure.Value!.Value)}) is rated higher than {SlideWords.Short(worst.Name, 40)} ({figures.Mean(worst.Figure.Value!.Value)})")
            : close;
        var series = new List<ChartSeries> { new(_mean.In(words.Language), [.. lines.Select(l => l.Figure)], "accent1", Bounds: true) };
        if (head.Compare is { } compare)
        {
            series.Add(ChartSeries.Of(compare.Label, lines.Select(l => l.Compared?.Value), "accent6"));
        }

        return new Slide(
            title,
            [
                new SlideChart(new SlideBox(60, 165, 1213, 480), name, words.In(
                    $"Balken: Mittelwert der Bewertungen nach {name}, von {SlideWords.Short(worst.Name)} mit {figures.Mean(worst.Figure.Value!.Value)} bis {SlideWords.Short(best.Name)} mit {figures.Mean(best.Figure.Value!.Value)}.",
                    $"Bars: mean of the ratings by {name}, from {SlideWords.Short(worst.Name)} with {figures.Mean(worst.Figure.Value!.Value)} to {SlideWords.Short(best.Name)} with {figures.Mean(best.Figure.Value!.Value)}."),
                    new ChartData(ChartKind.Bars, [.. lines.Select(l => SlideWords.Short(l.Name))], series, "0.0", head.Scale.Min, head.Scale.Max, 1)),
                new SlideText(new SlideBox(60, 655, 1213, 30), [new SlideLine(words.In($"{name}, Mittelwerte auf der Skala {head.Scale.Min}–{head.Scale.Max}. ", $"{name}, means on the scale {head.Scale.Min}–{head.Scale.Max}. ") + words.Note, 11, Colour: "tx2")]),
            ],
            words.Notes(head, lines.Select(l => $"{AnswerTexts.Plain(l.Name)}: {figures.WithBounds(l.Figure, figures.Mean)}").Append(words.Method(MeasureNames.Mean, _mean))));
    }
}
