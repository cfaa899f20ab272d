using See360.Core.Results.Views;

namespace See360.Core.Results.Exports;

/// <summary>A figure of a view, as a row.</summary>
/// <param name="View">Which view shows it.</param>
/// <param name="Within">What it is divided by: the field of a cell, the survey of a question.</param>
/// <param name="Form">How the value is written.</param>
/// <param name="Lowest">The step that the distribution begins with.</param>
internal sealed record MeasureLine(
    string View,
    string Name,
    string Within,
    Figure Figure,
    CellForm Form,
    IReadOnlyList<int>? Distribution = null,
    int Lowest = 0,
    int? CannotJudge = null,
    double? Self = null,
    double? Gap = null,
    bool? GapMarked = null,
    Figure? Compared = null,
    Diff? Diff = null)
{
    public static MeasureLine Of(string view, ResultLine line, int lowest, string of = "") => new(
        view, AnswerTexts.Plain(line.Name), of, line.Figure, CellForm.Decimal, line.Distribution, lowest, line.CannotJudge, line.Self, line.Gap,
        line.Gap is null ? null : line.GapMarked, line.Compared, line.Diff);
}
