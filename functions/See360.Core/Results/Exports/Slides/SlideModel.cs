namespace See360.Core.Results.Exports;

/// <summary>What stands on a slide, in reading order.</summary>
/// <param name="Title">Says what is seen.</param>
/// <param name="Notes">For the speaker: n and method.</param>
internal sealed record Slide(string Title, IReadOnlyList<SlideElement> Elements, IReadOnlyList<string> Notes, string? Subtitle = null);

/// <summary>In hundredths of an inch; a slide has 1333 by 750.</summary>
internal readonly record struct SlideBox(int X, int Y, int Width, int Height);

internal abstract record SlideElement(SlideBox Box);

internal sealed record SlideText(SlideBox Box, IReadOnlyList<SlideLine> Lines) : SlideElement(Box);

/// <param name="Size">In points.</param>
/// <param name="Colour">Of the theme.</param>
/// <param name="Before">Space above, in points.</param>
internal sealed record SlideLine(string Text, int Size, bool Bold = false, string Colour = "tx1", int Before = 0, string? Lead = null);

/// <param name="Alt">What the chart shows, in a sentence.</param>
internal sealed record SlideChart(SlideBox Box, string Name, string Alt, ChartData Data) : SlideElement(Box);

/// <param name="Rows">The first is the header; the first cell of each row is its name.</param>
/// <param name="Widths">Of the columns, in hundredths of an inch.</param>
internal sealed record SlideTable(SlideBox Box, string Name, string Alt, IReadOnlyList<IReadOnlyList<SlideCell>> Rows, IReadOnlyList<int> Widths) : SlideElement(Box);

/// <param name="Text">Lines are cut at line breaks.</param>
/// <param name="Fill">rrggbb; null: none.</param>
internal sealed record SlideCell(string Text, string? Fill = null, bool Bold = false, int Size = 12);

internal enum ChartKind
{
    /// <summary>Lying bars, the first on top.</summary>
    Bars,
    Columns,
    Lines,
    Radar,

    /// <summary>One point for each category: the first series is x, the second y.</summary>
    Points,
}

/// <param name="Format">Of the values, as spreadsheets write it.</param>
internal sealed record ChartData(
    ChartKind Kind, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, string Format, double? Min = null, double? Max = null, double? Step = null,
    string? XTitle = null, string? YTitle = null);

/// <param name="Colour">Of the theme, or rrggbb.</param>
/// <param name="Figures">With their bounds: error bars are drawn if a figure has them.</param>
/// <param name="Labels">The value is printed.</param>
/// <param name="Colours">Of the single points; null: all have that of the series.</param>
internal sealed record ChartSeries(
    string Name, IReadOnlyList<Figure?> Figures, string Colour, bool Labels = true, bool Bounds = false, bool Faint = false, IReadOnlyList<string>? Colours = null)
{
    public static ChartSeries Of(string name, IEnumerable<double?> values, string colour, bool labels = true, bool faint = false, IReadOnlyList<string>? colours = null) =>
        new(name, [.. values.Select(v => v is null ? null : new Figure(1, v, null, null, null, 0))], colour, labels, Faint: faint, Colours: colours);
}
