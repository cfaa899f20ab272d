using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>Every figure of the views, in the order of the pages.</summary>
internal static class MeasureLines
{
    public static IEnumerable<MeasureLine> Of(ResultReport report, Language language) =>
    [
        .. Overview(report.Overview, language),
        .. Grid(report.Grid, language),
    ];

    private static IEnumerable<MeasureLine> Overview(OverviewView view, Language language)
    {
        var name = ViewNames.Overview.In(language);
        var compared = view.Compared;
        yield return Key(MeasureNames.Nps, view.Nps, CellForm.Signed, compared?.Nps);
        yield return Key(MeasureNames.Csat, view.Csat, CellForm.Percent, compared?.Csat);
        yield return Key(MeasureNames.Satisfaction, view.Satisfaction, CellForm.Decimal, compared?.Satisfaction);
        yield return Key(MeasureNames.Fcr, view.Fcr, CellForm.Percent, compared?.Fcr);
        yield return Key(MeasureNames.Mean, view.Mean, CellForm.Decimal, compared?.Mean);
        yield return Key(MeasureNames.ResponseRate, view.ResponseRate, CellForm.Percent, compared?.ResponseRate);
        foreach (var line in view.Factors)
        {
            yield return MeasureLine.Of(ViewNames.Factors.In(language), line, view.Head.Scale.Min);
        }

        foreach (var line in view.Fields)
        {
            yield return MeasureLine.Of(ViewNames.Fields.In(language), line, view.Head.Scale.Min);
        }

        foreach (var point in view.Trend)
        {
            yield return new MeasureLine(ViewNames.Trend.In(language), MeasureNames.Nps.In(language), point.Label, point.Nps, CellForm.Signed);
        }

        MeasureLine Key(LocalizedText measure, Figure figure, CellForm form, ComparedFigure? other) =>
            new(name, measure.In(language), "", figure, form, Compared: other?.Figure, Diff: other?.Diff);
    }

    private static IEnumerable<MeasureLine> Grid(GridView view, Language language)
    {
        var name = ViewNames.Grid.In(language);
        var fields = view.Fields.ToDictionary(f => f.Id, f => AnswerTexts.Plain(f.Name));
        var factors = view.Factors.ToDictionary(f => f.Id, f => AnswerTexts.Plain(f.Name));
        foreach (var cell in view.Cells)
        {
            yield return new MeasureLine(
                name, factors[cell.Factor], fields[cell.Field], cell.Figure, CellForm.Decimal, cell.Distribution, view.Head.Scale.Min,
                Compared: cell.Compared, Diff: cell.Diff);
        }

        yield return MeasureLine.Of(name, view.Total, view.Head.Scale.Min);
    }
}
