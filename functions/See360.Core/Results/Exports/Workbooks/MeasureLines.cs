using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>Every figure of the views, in the order of the pages.</summary>
internal static class MeasureLines
{
    public static IEnumerable<MeasureLine> Of(ResultReport report, Language language) =>
    [
        .. Overview(report.Overview, language),
        .. Grid(report.Grid, language),
        .. Trend(report.Trend, language),
        .. report.Organisation.Rows.Where(r => r.Advisor is null).SelectMany(row => Unit(row, language)),
        .. report.Questions.Questions.SelectMany(question => Question(question, language)),
        .. report.SelfImage.Lines.Select(line => MeasureLine.Of(ViewNames.SelfImage.In(language), line, report.SelfImage.Head.Scale.Min)),
        .. Return(report.Return, language),
        .. report.Management.Importance.Where(f => f.Importance is not null).Select(f => new MeasureLine(
            ViewNames.Importance.In(language), AnswerTexts.Plain(f.Name), MeasureNames.Importance.In(language), new Figure(f.N, f.Importance, null, f.Low, f.High, 0), CellForm.Decimal)),
        .. Activity(report.Management.Head.Title, report.Management.Index, language),
        .. report.Management.Units.SelectMany(u => Activity($"{u.Unit.Number} {u.Unit.Name}", u.Index, language)),
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

    private static IEnumerable<MeasureLine> Trend(TrendView view, Language language)
    {
        foreach (var point in view.Points)
        {
            yield return Line(MeasureNames.Nps, point.Nps, CellForm.Signed);
            yield return Line(MeasureNames.Csat, point.Csat, CellForm.Percent);
            yield return Line(MeasureNames.Fcr, point.Fcr, CellForm.Percent);
            yield return Line(MeasureNames.Mean, point.Mean, CellForm.Decimal);
            yield return Line(MeasureNames.ResponseRate, point.ResponseRate, CellForm.Percent);

            MeasureLine Line(LocalizedText measure, Figure figure, CellForm form) =>
                new(ViewNames.Trend.In(language), measure.In(language), point.Label, figure, form);
        }
    }

    private static IEnumerable<MeasureLine> Unit(OrganisationRow row, Language language)
    {
        yield return Line(MeasureNames.Nps, row.Nps, CellForm.Signed, row.Diffs?.Nps);
        yield return Line(MeasureNames.Csat, row.Csat, CellForm.Percent, row.Diffs?.Csat);
        yield return Line(MeasureNames.Mean, row.Mean, CellForm.Decimal, row.Diffs?.Mean);
        yield return Line(MeasureNames.ResponseRate, row.ResponseRate, CellForm.Percent, null);

        MeasureLine Line(LocalizedText measure, Figure figure, CellForm form, Diff? diff) =>
            new(ViewNames.Organisation.In(language), measure.In(language), $"{row.Unit.Number} {row.Unit.Name}".Trim(), figure, form, Diff: diff);
    }

    private static IEnumerable<MeasureLine> Question(QuestionLine question, Language language)
    {
        var (view, surveys) = (ViewNames.Questions.In(language), string.Join(", ", question.Surveys));
        var form = question.Kind switch { QuestionKind.Nps => CellForm.Signed, QuestionKind.Fcr or QuestionKind.YesNo => CellForm.Percent, _ => CellForm.Decimal };
        yield return new MeasureLine(
            view, question.Text, surveys, question.Figure, form, question.Distribution, question.Scale?.Min ?? 0, question.CannotJudge,
            Compared: question.Compared, Diff: question.Diff);
        if (question.Desired is { } desired)
        {
            yield return new MeasureLine(view, $"{question.Text} ({ExportTexts.DesiredLevel.In(language)})", surveys, desired.Figure, form, desired.Distribution, question.Scale?.Min ?? 0);
        }

        foreach (var choice in question.Choices ?? [])
        {
            yield return new MeasureLine(view, $"{question.Text} – {choice.Text}", surveys, choice.Share, CellForm.Percent);
        }
    }

    /// <summary>The index and its parts; it rests on no answers, and so has no n.</summary>
    private static IEnumerable<MeasureLine> Activity(string of, ActivityIndexView index, Language language)
    {
        if (index.Value is null)
        {
            yield break;
        }

        var view = ViewNames.Management.In(language);
        yield return new MeasureLine(view, MeasureNames.Activity.In(language), of, Measured(index.Value), CellForm.Whole);
        foreach (var part in index.Parts)
        {
            yield return new MeasureLine(view, $"{MeasureNames.Activity.In(language)}: {part.Name} ({part.Detail})", of, Measured(part.Value), CellForm.Percent);
        }

        static Figure Measured(double? value) => new(0, value, null, null, null, 0);
    }

    private static IEnumerable<MeasureLine> Return(SliceReturnView view, Language language)
    {
        foreach (var week in view.Weeks)
        {
            yield return new MeasureLine(
                ViewNames.Return.In(language), MeasureNames.ResponseRate.In(language), week.Week.ToString(),
                new Figure(week.Delivered, week.Rate, null, week.Low, week.High, 0), CellForm.Percent);
        }
    }
}
