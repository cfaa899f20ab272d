namespace See360.Core.Results.Exports;

/// <summary>How it went: by month, by send week, and what stands behind NPS, CSAT and FCR.</summary>
internal static class CourseSlides
{
    private const int MostWeeks = 16;
    private const int MostMonths = 24;

    public static Slide? Trend(SlideWords words)
    {
        var view = words.Report.Trend;
        var points = view.Points.SkipWhile(p => p.Nps.Value is null).TakeLast(MostMonths).ToList();
        if (points.Count(p => p.Nps.Value is not null) < 2)
        {
            return null;
        }

        var figures = words.Figures;
        var last = points.Last(p => p.Nps.Value is not null);
        var (min, max) = SlideWords.Ends(points.Select(p => p.Nps), 25, -100, 100);
        return new Slide(
            words.In($"NPS nach Monaten, zuletzt {figures.Nps(last.Nps.Value!.Value)} ({last.Label})", $"NPS by month, latest {figures.Nps(last.Nps.Value!.Value)} ({last.Label})"),
            [
                new SlideChart(new SlideBox(60, 165, 1213, 480), words.In("NPS nach Monaten", "NPS by month"), words.In(
                    $"Linie: NPS je Monat von {points[0].Label} bis {last.Label}, mit gestrichelten Grenzen des 95-%-Intervalls.",
                    $"Line: NPS of each month from {points[0].Label} to {last.Label}, with dashed bounds of the 95 % interval."),
                    new ChartData(
                        ChartKind.Lines, [.. points.Select(p => p.Label + (p.Running ? " *" : ""))],
                        [
                            new ChartSeries("NPS", [.. points.Select(p => p.Nps)], "accent1"),
                            ChartSeries.Of(words.In("95 % von", "95 % from"), points.Select(p => p.Nps.Low), "accent3", labels: false, faint: true),
                            ChartSeries.Of(words.In("95 % bis", "95 % to"), points.Select(p => p.Nps.High), "accent3", labels: false, faint: true),
                        ],
                        "+0;−0;0", min, max, 25)),
                new SlideText(new SlideBox(60, 655, 1213, 30), [new SlideLine(words.In(
                    "Gestrichelt: Grenzen des 95-%-Intervalls. Wo sie weit auseinander liegen, ist die Zahl der Antworten klein. * läuft noch",
                    "Dashed: bounds of the 95 % interval. Where they lie far apart, answers are few. * still running"), 11, Colour: "tx2")]),
            ],
            words.Notes(view.Head, points.Select(p => $"{p.Label}: {figures.WithBounds(p.Nps, figures.Nps) ?? "–"}").Append(words.Method(MeasureNames.Nps))));
    }

    public static Slide? Loyalty(SlideWords words)
    {
        var (view, figures) = (words.Report.Loyalty, words.Figures);
        if (view.Nps.Figure.N == 0 && view.Csat.Figure.N == 0)
        {
            return null;
        }

        var elements = new List<SlideElement>();
        if (view.Nps.Figure.N > 0)
        {
            var nps = view.Nps;
            var kinds = Enumerable.Range(0, 11).Select(n => n >= 9 ? "accent2" : n >= 7 ? "accent6" : "accent4").ToList();
            elements.Add(Heading(words.In($"NPS {figures.Nps(nps.Figure.Value!.Value)}: Promotoren {Percent(nps.Promoters)}, Passive {Percent(nps.Passives)}, Kritiker {Percent(nps.Detractors)}", $"NPS {figures.Nps(nps.Figure.Value!.Value)}: promoters {Percent(nps.Promoters)}, passives {Percent(nps.Passives)}, detractors {Percent(nps.Detractors)}"), 60, 720));
            elements.Add(Columns(words.In("Weiterempfehlung von 0 bis 10", "Recommendation from 0 to 10"), new SlideBox(60, 210, 720, 430), nps.Distribution, 0, kinds));

            string Percent(int count) => figures.Percent((double)count / nps.Figure.N);
        }

        if (view.Csat.Figure is { N: > 0 } csat)
        {
            elements.Add(Heading(words.In($"Zufriedene {figures.Percent(csat.Value!.Value)} (Antworten 4 und 5)", $"Satisfied {figures.Percent(csat.Value!.Value)} (answers 4 and 5)"), 830, 443));
            elements.Add(Columns(words.In("Zufriedenheit von 1 bis 5", "Satisfaction from 1 to 5"), new SlideBox(830, 210, 443, 430), view.Csat.Distribution, 1, ["accent4", "accent4", "accent6", "accent2", "accent2"]));
        }

        if (view.Fcr.Figure is { Value: not null } fcr)
        {
            elements.Add(new SlideText(new SlideBox(60, 650, 1213, 36), [new SlideLine(words.In(
                $"{figures.WithBounds(fcr, figures.Percent)}; weiß nicht: {view.Fcr.Unknown}", $"{figures.WithBounds(fcr, figures.Percent)}; don't know: {view.Fcr.Unknown}"), 14,
                Lead: words.In("Beim ersten Kontakt gelöst: ", "Solved at the first contact: "))]));
        }

        var title = view.Nps.Figure.N > 0
            ? words.In($"{figures.Percent((double)view.Nps.Promoters / view.Nps.Figure.N)} der Kunden empfehlen weiter, {figures.Percent((double)view.Nps.Detractors / view.Nps.Figure.N)} sind kritisch", $"{figures.Percent((double)view.Nps.Promoters / view.Nps.Figure.N)} of the customers recommend, {figures.Percent((double)view.Nps.Detractors / view.Nps.Figure.N)} are critical")
            : words.In($"{figures.Percent(view.Csat.Figure.Value!.Value)} der Kunden sind zufrieden", $"{figures.Percent(view.Csat.Figure.Value!.Value)} of the customers are satisfied");
        return new Slide(
            title, elements,
            words.Notes(view.Head, new[] { "NPS: " + figures.WithBounds(view.Nps.Figure, figures.Nps), "CSAT: " + figures.WithBounds(view.Csat.Figure, figures.Percent) }.Concat([words.Method(MeasureNames.Nps), words.Method(MeasureNames.Csat), words.Method(MeasureNames.Fcr)])));

        SlideText Heading(string text, int x, int width) => new(new SlideBox(x, 170, width, 34), [new SlideLine(text, 14, Bold: true)]);

        SlideChart Columns(string name, SlideBox box, IReadOnlyList<int> counts, int lowest, IReadOnlyList<string> colours) => new(
            box, name, words.In($"Säulen: {name}, Zahl der Antworten je Stufe.", $"Columns: {name}, number of answers for each step."),
            new ChartData(
                ChartKind.Columns, [.. counts.Select((_, n) => (n + lowest).ToString(System.Globalization.CultureInfo.InvariantCulture))],
                [ChartSeries.Of(words.In("Antworten", "Answers"), counts.Select(c => (double?)c), "accent1", colours: colours)], "0", 0));
    }

    public static Slide? Return(SlideWords words)
    {
        var view = words.Report.Return;
        var weeks = view.Weeks.Where(w => w.Sent > 0).Take(MostWeeks).Reverse().ToList();
        if (weeks.Count == 0)
        {
            return null;
        }

        var (figures, total) = (words.Figures, view.Total);
        return new Slide(
            total.Rate is { } rate
                ? words.In($"{figures.Percent(rate)} der zugestellten Einladungen sind beantwortet", $"{figures.Percent(rate)} of the invitations delivered were answered")
                : words.In("Rücklauf nach Sendewoche", "Return by send week"),
            [
                new SlideChart(new SlideBox(60, 165, 1213, 480), words.In("Rücklauf nach Sendewoche", "Return by send week"), words.In(
                    "Säulen je Sendewoche: zugestellte Einladungen und abgeschlossene Bögen.", "Columns by send week: invitations delivered and sheets completed."),
                    new ChartData(
                        ChartKind.Columns, [.. weeks.Select(w => words.In($"KW {w.Week.Week}", $"W {w.Week.Week}") + (w.Running ? " *" : ""))],
                        [
                            ChartSeries.Of(words.In("zugestellt", "delivered"), weeks.Select(w => (double?)w.Delivered), "accent6"),
                            ChartSeries.Of(words.In("abgeschlossen", "completed"), weeks.Select(w => (double?)w.Answered), "accent1"),
                        ],
                        "0", 0)),
                new SlideText(new SlideBox(60, 655, 1213, 30), [new SlideLine(words.In(
                    $"Gesamter Zeitraum: {figures.Count(total.Delivered)} zugestellt, {figures.Count(total.Bounced)} unzustellbar, {figures.Count(total.Answered)} abgeschlossen. * läuft noch",
                    $"Whole period: {figures.Count(total.Delivered)} delivered, {figures.Count(total.Bounced)} bounced, {figures.Count(total.Answered)} completed. * still running"), 11, Colour: "tx2")]),
            ],
            words.Notes(view.Head, weeks.Select(w => $"{w.Week}: {w.Answered} / {w.Delivered}{(w.Rate is { } r ? " = " + figures.Percent(r) : "")}").Append(words.Method(MeasureNames.ResponseRate))));
    }
}
