namespace See360.Core.Results.Exports;

/// <summary>Organisation, importance and performance, maturity, comments.</summary>
internal static class OtherSlides
{
    private const int MostUnits = 20;
    private const int MostComments = 6;
    private const int LongestComment = 260;

    public static Slide? Organisation(SlideWords words)
    {
        var view = words.Report.Organisation;
        var shown = view.Rows.Where(r => r.Advisor is null && r.Nps.Value is not null).ToList();
        var depth = Enumerable.Range(0, 12).LastOrDefault(d => shown.Count(r => r.Unit.Depth <= d) <= MostUnits);
        var rows = shown.Where(r => r.Unit.Depth <= depth).Take(MostUnits).ToList();
        if (rows.Count < 2)
        {
            return null;
        }

        var figures = words.Figures;
        var (min, max) = SlideWords.Ends(rows.Select(r => r.Nps), 25, -100, 100);
        var apart = rows.Count(r => r.Diffs?.Nps?.Reliable == true);
        return new Slide(
            apart == 0
                ? words.In("NPS nach Abteilung: keine verlässlichen Unterschiede zum übrigen Haus", "NPS by unit: no reliable differences from the rest of the institute")
                : words.In($"NPS nach Abteilung: bei {apart} ein verlässlicher Unterschied zum übrigen Haus (*)", $"NPS by unit: {apart} with a reliable difference from the rest of the institute (*)"),
            [
                new SlideChart(SlideWords.Body, words.In("NPS nach Abteilung", "NPS by unit"), words.In(
                    "Balken: NPS jeder Abteilung mit allen darunter, in der Reihenfolge des Organigramms.", "Bars: NPS of each unit with all below it, in the order of the org chart."),
                    new ChartData(
                        ChartKind.Bars, [.. rows.Select(r => string.Concat(Enumerable.Repeat("– ", Math.Max(0, r.Unit.Depth - rows[0].Unit.Depth))) + SlideWords.Short(r.Unit.Name, 40) + (r.Diffs?.Nps?.Reliable == true ? " *" : ""))],
                        [new ChartSeries("NPS", [.. rows.Select(r => r.Nps)], "accent1", Bounds: true)], "+0;−0;0", min, max, 25)),
            ],
            words.Notes(view.Head, rows.Select(r => $"{r.Unit.Name}: {figures.WithBounds(r.Nps, figures.Nps)}").Append(words.Method(MeasureNames.Nps))));
    }

    public static Slide? Importance(SlideWords words)
    {
        var view = words.Report.Management;
        var factors = view.Importance.Where(f => f.Importance is not null && f.Performance.Value is not null).ToList();
        if (factors.Count < 3)
        {
            return null;
        }

        var (performance, importance) = (factors.Average(f => f.Performance.Value!.Value), factors.Average(f => f.Importance!.Value));
        var first = factors.Where(f => f.Performance.Value < performance && f.Importance > importance).MaxBy(f => f.Importance);
        return new Slide(
            first is null
                ? words.In("Was wichtig ist, wird auch gut bewertet", "What matters is rated well, too")
                : words.In($"Wichtig und niedriger bewertet: {SlideWords.Short(first.Name)}", $"Important and rated lower: {SlideWords.Short(first.Name)}"),
            [
                new SlideChart(new SlideBox(60, 165, 1213, 480), words.In("Wichtigkeit und Leistung", "Importance and performance"), words.In(
                    "Punkte je Wettbewerbsfaktor: waagrecht die Bewertung, senkrecht die abgeleitete Wichtigkeit.", "Points by competitive factor: the rating across, the derived importance upwards."),
                    new ChartData(
                        ChartKind.Points, [.. factors.Select(f => PointName(f.Name))],
                        [
                            ChartSeries.Of(words.In("Leistung", "Performance"), factors.Select(f => f.Performance.Value), "accent1"),
                            ChartSeries.Of(words.In("Wichtigkeit", "Importance"), factors.Select(f => f.Importance), "accent1"),
                        ],
                        "0.0#", Math.Floor((factors.Min(f => f.Importance!.Value) - 0.05) * 10) / 10, Math.Ceiling((factors.Max(f => f.Importance!.Value) + 0.05) * 10) / 10,
                        XTitle: words.In("Leistung: Mittelwert der Bewertungen", "Performance: mean of the ratings"), YTitle: words.In("Wichtigkeit: Zusammenhang mit der Gesamtzufriedenheit", "Importance: correlation with overall satisfaction"))),
                new SlideText(new SlideBox(60, 655, 1213, 30), [new SlideLine(words.In("Die Wichtigkeit ist nicht erfragt, sondern abgeleitet (Korrelation, ab 30 Kunden).", "Importance is not asked for but derived (correlation, from 30 customers on)."), 11, Colour: "tx2")]),
            ],
            words.Notes(view.Head, factors.Select(f => $"{AnswerTexts.Plain(f.Name)}: r = {words.Figures.Mean(f.Importance!.Value)}, n = {f.N}")));
    }

    public static Slide? Maturity(SlideWords words)
    {
        var view = words.Report.Maturity;
        var lines = view.Lines.Where(l => l is { Current.Value: not null, Desired.Value: not null }).ToList();
        if (lines.Count < 3)
        {
            return null;
        }

        var (figures, widest) = (words.Figures, lines[0]);
        return new Slide(
            words.In(
                $"Größter Abstand: {SlideWords.Short(widest.Text)} Heute {figures.Mean(widest.Current.Value!.Value)}, gewünscht {figures.Mean(widest.Desired.Value!.Value)}",
                $"Largest gap: {SlideWords.Short(widest.Text)} Today {figures.Mean(widest.Current.Value!.Value)}, desired {figures.Mean(widest.Desired.Value!.Value)}"),
            [
                new SlideChart(new SlideBox(60, 165, 1213, 515), words.In("Reifegrad", "Maturity"), words.In(
                    "Netz: heutige und gewünschte Stufe je Thema, 1 bis 7, der größte Abstand zuerst.", "Radar: present and desired level of each topic, 1 to 7, the largest gap first."),
                    new ChartData(
                        ChartKind.Radar, [.. lines.Select(l => SlideWords.Short(l.Text, 48))],
                        [
                            ChartSeries.Of(words.In("heute", "today"), lines.Select(l => l.Current.Value), "accent1"),
                            ChartSeries.Of(words.In("gewünscht", "desired"), lines.Select(l => l.Desired.Value), "accent3", labels: false),
                        ],
                        "0.0", 1, 7, 1)),
            ],
            words.Notes(view.Head, lines.Select(l => $"{l.Text}: {figures.WithBounds(l.Current, figures.Mean)} → {figures.WithBounds(l.Desired, figures.Mean)}")));
    }

    public static Slide? Comments(SlideWords words)
    {
        var view = words.Report.Comments;
        var comments = view.Comments.Where(c => c.Praise).Take(MostComments).ToList();
        if (comments.Count == 0)
        {
            return null;
        }

        var lines = comments.SelectMany(c => new[]
        {
            new SlideLine(words.In($"„{Cut(c.Text)}“", $"\"{Cut(c.Text)}\""), comments.Count > 3 ? 16 : 20, Before: 16),
            new SlideLine(string.Join(" · ", new[] { c.On is { } day ? SliceLines.Day(day, words.Language) : "", c.SurveyName, c.Unit, c.Nps is { } nps ? $"NPS {nps}" : "" }.Where(t => t.Length > 0)), 12, Colour: "tx2", Before: 3),
        }).ToList();
        return new Slide(
            words.In("Was Kunden lobten", "What customers praised"), [new SlideText(SlideWords.Body, lines)],
            words.Notes(view.Head, words.In($"{view.Total} Kommentare in dieser Auswahl; Lob zuerst, das neueste zuerst.", $"{view.Total} comments in this selection; praise first, the newest first.")));
    }

    /// <summary>The first of two names, so that neighbours have room.</summary>
    private static string PointName(string name) =>
        AnswerTexts.Plain(name) is var plain && plain.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && plain[end - 1] != '-' ? plain[..end] : SlideWords.Short(name, 30);

    /// <summary>On one line, and no longer than a slide bears.</summary>
    public static string Cut(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestComment ? line : line[..(LongestComment - 1)].TrimEnd() + "…";
    }
}
