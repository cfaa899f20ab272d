using See360.Core.Results.Views;

namespace See360.Core.Results.Exports;

/// <summary>What it is, and what it says in short.</summary>
internal static class SummarySlides
{
    private const int Cards = 5;

    public static Slide Title(SlideWords words)
    {
        var (head, language) = (words.Head, words.Language);
        var filters = SliceLines.Filters(head).Select(f => $"{f.Name.In(language)}: {f.Value}");
        var institute = words.Report.Sliced.Chart.Institute.Name;
        var lines = new[] { head.Title == institute ? words.In("Ergebnisse der Kundenbefragung", "Results of the customer survey") : institute, SliceLines.Period(head, language) }
            .Concat(filters)
            .Append(words.In($"{words.Figures.Count(head.Sheets)} Antwortbögen · Stand {SliceLines.Day(words.Report.Sliced.Today, language)}", $"{words.Figures.Count(head.Sheets)} answer sheets · as of {SliceLines.Day(words.Report.Sliced.Today, language)}"));
        return new Slide(head.Title, [], words.Notes(head), string.Join('\n', lines));
    }

    public static Slide Summary(SlideWords words)
    {
        var (view, figures) = (words.Report.Overview, words.Figures);
        if (view.Head.Sheets == 0)
        {
            return new Slide(
                words.In("Noch keine Antworten in dieser Auswahl", "No answers in this selection yet"),
                [new SlideText(SlideWords.Body, [.. Missing(words).Select(line => new SlideLine(line, 18, Before: 8))])],
                words.Notes(view.Head));
        }

        var cards = new[]
        {
            Card("NPS", view.Nps, figures.Nps), Card(words.In("Zufriedene", "Satisfied"), view.Csat, figures.Percent),
            Card(words.In("Sofort gelöst", "Solved at once"), view.Fcr, figures.Percent),
            Card(MeasureNames.Mean.In(words.Language), view.Mean, figures.Mean), Card(words.In("Rücklauf", "Response rate"), view.ResponseRate, figures.Percent),
        }.OfType<List<SlideLine>>().Take(Cards).ToList();
        var width = 1213 / Math.Max(cards.Count, 1);
        var elements = cards.Select((card, n) => (SlideElement)new SlideText(new SlideBox(60 + (n * width), 185, width - 20, 175), card)).ToList();
        elements.Add(new SlideText(new SlideBox(60, 390, 1213, 290), Sentences(words)));
        return new Slide(Headline(words), elements, words.Notes(view.Head, MeasureNames.Methods.Select(m => words.Method(m.Name))));

        List<SlideLine>? Card(string name, Figure figure, Func<double, string> text) => figure.Value is not { } value ? null :
        [
            new SlideLine(name, 14, Colour: "tx2"),
            new SlideLine(text(value), 44, Bold: true, Colour: "accent1", Before: 6),
            new SlideLine(figure is { Low: { } low, High: { } high } ? figures.Range(low, high, text) : "", 14, Before: 4),
            new SlideLine($"n = {figures.Count(figure.N)}", 14, Colour: "tx2"),
        ];
    }

    private static string Headline(SlideWords words)
    {
        var (view, figures) = (words.Report.Overview, words.Figures);
        return view switch
        {
            { Nps.Value: { } nps, Csat.Value: { } csat } => words.In(
                $"NPS {figures.Nps(nps)}, {figures.Percent(csat)} der Kunden sind zufrieden", $"NPS {figures.Nps(nps)}, {figures.Percent(csat)} of the customers are satisfied"),
            { Nps.Value: { } nps } => $"NPS {figures.Nps(nps)}",
            { Mean.Value: { } mean } => words.In($"Bewertungen im Mittel {figures.Mean(mean)}", $"Ratings of {figures.Mean(mean)} on average"),
            _ => words.In("Auf einen Blick", "At a glance"),
        };
    }

    private static List<SlideLine> Sentences(SlideWords words)
    {
        var (view, figures) = (words.Report.Overview, words.Figures);
        var lines = new List<SlideLine>();
        Add(words.In("Stärken: ", "Strengths: "), string.Join(" · ", view.Strengths.Select(Line)));
        Add(words.In("Mit dem meisten Spielraum: ", "With most room: "), string.Join(" · ", view.Weaknesses.Select(Line)));
        if (view.Compared is { } compared && view.Head.Compare is { } compare)
        {
            Add($"{compare.Label}: ", string.Join(" · ", new[]
            {
                Change(words, "NPS", compared.Nps, figures.Nps), Change(words, MeasureNames.Csat.In(words.Language), compared.Csat, figures.Percent),
                Change(words, MeasureNames.Mean.In(words.Language), compared.Mean, figures.Mean),
            }.OfType<string>()));
        }

        if (view.Praise is [var praise, ..])
        {
            lines.Add(new SlideLine(words.In($"„{OtherSlides.Cut(praise.Text)}“", $"\"{OtherSlides.Cut(praise.Text)}\""), 18, Colour: "accent1", Before: 22));
        }

        lines.AddRange(Missing(words).Select(text => new SlideLine(text, 12, Colour: "tx2", Before: 8)));
        lines.Add(new SlideLine(words.In(
            "Unter jeder Zahl steht ihr 95-%-Intervall: der Bereich, in dem der wahre Wert wahrscheinlich liegt.",
            "Below each figure stands its 95 % interval: the range in which the true value probably lies."), 12, Colour: "tx2", Before: 18));
        return lines;

        string Line(ResultLine line) => $"{AnswerTexts.Plain(line.Name)} {figures.Mean(line.Figure.Value ?? 0)}";

        void Add(string lead, string text)
        {
            if (text.Length > 0)
            {
                lines.Add(new SlideLine(text, 16, Before: 12, Lead: lead));
            }
        }
    }

    private static string? Change(SlideWords words, string name, ComparedFigure compared, Func<double, string> text) =>
        compared is not { Figure.Value: { } before, Diff: { } diff } ? null
        : diff.Reliable ? $"{name} {(diff.Value > 0 ? words.In("höher als", "higher than") : words.In("niedriger als", "lower than"))} {text(before)}"
        : $"{name} {words.In("kein verlässlicher Unterschied zu", "no reliable difference from")} {text(before)}";

    private static IEnumerable<string> Missing(SlideWords words) => words.Head.Withheld.Select(w => words.In(
        $"{w.Survey.Name}: zu wenige Antworten (noch {w.Missing})", $"{w.Survey.Name}: too few answers ({w.Missing} more needed)"));
}
