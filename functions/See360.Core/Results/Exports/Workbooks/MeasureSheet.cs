using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>The second sheet: every figure of the views with its n and interval.</summary>
internal static class MeasureSheet
{
    private const int Steps = 11;
    private const double HeaderHeight = 42;

    public static LocalizedText Name { get; } = new("Kennzahlen", "Figures");

    private static readonly IReadOnlyList<(LocalizedText Header, double Width)> _columns =
    [
        (new("Ansicht", "View"), 22), (new("Kennzahl", "Figure"), 64), (new("in / von", "in / of"), 28),
        (new("n", "n"), 9), (new("Wert", "Value"), 10), (new("95 % von", "95 % from"), 10), (new("95 % bis", "95 % to"), 10), (new("±", "±"), 8),
        (new("kann ich nicht beurteilen", "can't judge"), 12), (new("Selbstbild", "Self-image"), 11),
        (new("Abstand Selbstbild − Kunden", "Gap self-image − customers"), 12), (new("Abstand deutlich", "Gap is clear"), 11),
        (new("Vergleich n", "Compared n"), 11), (new("Vergleich Wert", "Compared value"), 11), (new("Unterschied", "Difference"), 12),
        (new("Unterschied 95 % von", "Difference 95 % from"), 12), (new("Unterschied 95 % bis", "Difference 95 % to"), 12),
        (new("Unterschied verlässlich", "Difference is reliable"), 12),
        .. Enumerable.Range(0, Steps).Select(n => (new LocalizedText($"Antworten „{n}“", $"Answers \"{n}\""), 10.0)),
    ];

    private static readonly LocalizedText _yes = new("ja", "yes");
    private static readonly LocalizedText _no = new("nein", "no");

    public static async Task WriteAsync(SheetXml xml, bool first, IEnumerable<MeasureLine> lines, Language language, CancellationToken cancel)
    {
        xml.Begin(_columns.Select(c => c.Width), first);
        xml.BeginRow(HeaderHeight);
        for (var n = 0; n < _columns.Count; n++)
        {
            xml.Cell(n, FlatCell.Of(_columns[n].Header.In(language), CellForm.Header));
        }

        await xml.EndRowAsync(cancel);
        foreach (var line in lines)
        {
            xml.BeginRow();
            var cells = Cells(line, language);
            for (var n = 0; n < cells.Count; n++)
            {
                xml.Cell(n, cells[n]);
            }

            await xml.EndRowAsync(cancel);
        }

        await xml.EndAsync(_columns.Count, cancel);
    }

    private static List<FlatCell> Cells(MeasureLine line, Language language)
    {
        var (figure, form) = (line.Figure, line.Form);
        var cells = new List<FlatCell>
        {
            FlatCell.Of(line.View), FlatCell.Of(line.Name), FlatCell.Of(line.Within), Number(figure is { N: 0, Value: not null } ? null : figure.N, CellForm.Whole),
            Number(figure.Value, form), Number(figure.Low, form), Number(figure.High, form), Number(figure.Margin, form),
            Number(line.CannotJudge, CellForm.Whole), Number(line.Self, form), Number(line.Gap, form), YesNo(line.GapMarked),
            Number(line.Compared?.N, CellForm.Whole), Number(line.Compared?.Value, form),
            Number(line.Diff?.Value, form), Number(line.Diff?.Low, form), Number(line.Diff?.High, form), YesNo(line.Diff?.Reliable),
        };
        if (line.Distribution is { Count: > 0 } distribution)
        {
            cells.AddRange(Enumerable.Repeat(FlatCell.Empty, line.Lowest));
            cells.AddRange(distribution.Select(count => Number(count, CellForm.Whole)));
        }

        return cells;

        FlatCell YesNo(bool? value) => value is { } known ? FlatCell.Of((known ? _yes : _no).In(language)) : FlatCell.Empty;
    }

    /// <summary>What was not measured is an empty cell, not a zero.</summary>
    private static FlatCell Number(double? value, CellForm form) => value is null ? FlatCell.Empty : FlatCell.Of(value, form);
}
