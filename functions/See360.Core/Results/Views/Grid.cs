using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>*Geschäftsfelder* by *Wettbewerbsfaktoren*, both ways.</summary>
/// <param name="Cells">Those with an answer.</param>
/// <param name="Total">Everything that the slice asks for.</param>
public sealed record GridView(ResultHead Head, IReadOnlyList<ResultLine> Fields, IReadOnlyList<ResultLine> Factors, IReadOnlyList<GridCell> Cells, ResultLine Total);

public sealed record GridCell(string Field, string Factor, Figure Figure, IReadOnlyList<int> Distribution, Figure? Compared, Diff? Diff);

internal static class Grid
{
    private static readonly Texts.LocalizedText _total = new("Gesamt", "Total");

    public static GridView Of(Sliced sliced)
    {
        var count = SliceCount.Of(sliced, MeasureKey.Cells);
        return new GridView(
            HeadOf.Slice(sliced, count),
            LinesOf.Fields(sliced, count),
            LinesOf.Factors(sliced, count),
            [.. FieldTexts.All.SelectMany(field => FactorTexts.All, (field, factor) => Cell(sliced, count, field, factor)).OfType<GridCell>()],
            count.Total("total", _total.In(sliced.Language)));
    }

    private static GridCell? Cell(Sliced sliced, SliceCount count, BusinessField field, CompetitiveFactor factor)
    {
        if ((sliced.Slice.Field ?? field) != field || (sliced.Slice.Factor ?? factor) != factor)
        {
            return null;
        }

        var line = count.Line(new MeasureKey(Measured.Cell, field, factor), "", "", null);
        return line is { Figure.N: > 0 } or { Compared.N: > 0 }
            ? new GridCell(Slice.Id(field), Slice.Id(factor), line.Figure, line.Distribution, line.Compared, line.Diff)
            : null;
    }
}
