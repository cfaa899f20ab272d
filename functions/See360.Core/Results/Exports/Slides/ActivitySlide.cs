using See360.Core.Results.Views;

namespace See360.Core.Results.Exports;

/// <summary>*Activity Index* of the slice's unit and of those below it, with its parts.</summary>
internal static class ActivitySlide
{
    private const int MostUnits = 12;

    public static Slide? Of(SlideWords words)
    {
        var view = words.Report.Management;
        if (view.Index.Value is not { } index)
        {
            return null;
        }

        (string Name, double Value)[] rows =
        [
            (SlideWords.Short(view.Head.Title, 40), index),
            .. view.Units.Where(u => u.Index.Value is not null).Take(MostUnits - 1).Select(u => (SlideWords.Short(u.Unit.Name, 40), u.Index.Value!.Value)),
        ];
        var period = $"{SliceLines.Day(view.Index.From, words.Language)} {words.In("bis", "to")} {SliceLines.Day(view.Index.To, words.Language)}";
        return new Slide(
            words.In($"Activity Index: {words.Figures.Whole(index)} von 100", $"Activity Index: {words.Figures.Whole(index)} of 100"),
            [
                new SlideChart(new SlideBox(60, 165, 1213, 340), "Activity Index", words.In(
                    "Balken: der Activity Index des Ganzen und der Abteilungen darunter, 0 bis 100.", "Bars: the activity index of the whole and of the units below it, 0 to 100."),
                    new ChartData(ChartKind.Bars, [.. rows.Select(r => r.Name)], [ChartSeries.Of("Activity Index", rows.Select(r => (double?)r.Value), "accent1")], "0", 0, 100, 25)),
                new SlideText(new SlideBox(60, 520, 1213, 165),
                [
                    new SlideLine(words.In($"Woraus er besteht ({period})", $"What it is made of ({period})"), 14, Bold: true),
                    .. view.Index.Parts.Select(p => new SlideLine($"{p.Name}: {p.Detail}{Goal(words, p)}, {words.In("Gewicht", "weight")} {words.Figures.Percent(p.Weight)}", 12, Before: 3)),
                    .. view.Index.Missing.Count == 0
                        ? Array.Empty<SlideLine>()
                        : [new SlideLine(words.In("Nicht bekannt: ", "Not known: ") + string.Join(", ", view.Index.Missing), 12, Colour: "tx2", Before: 3)],
                ]),
            ],
            words.Notes(view.Head, rows.Select(r => $"{r.Name}: {words.Figures.Whole(r.Value)}").Append(words.Method(MeasureNames.Activity))));
    }

    private static string Goal(SlideWords words, ActivityPart part) =>
        part.Target is { } target and not 1 ? words.In($" (Ziel {words.Figures.Percent(target)})", $" (target {words.Figures.Percent(target)})") : "";
}
