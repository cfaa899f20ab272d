using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>Lines by factor and by field, as far as the slice asks for them.</summary>
internal static class LinesOf
{
    private const int LeastForStrength = 5;
    private const int Most = 3;

    /// <summary>Within the slice's field, if it names one.</summary>
    public static IReadOnlyList<ResultLine> Factors(Sliced sliced, SliceCount count) =>
    [
        .. FactorTexts.All
            .Where(f => sliced.Slice.Factor is null || sliced.Slice.Factor == f)
            .Select(f => count.Line(
                sliced.Slice.Field is { } field ? new MeasureKey(Measured.Cell, field, f) : new MeasureKey(Measured.Factor, Factor: f),
                Slice.Id(f), FactorTexts.Of(f).In(sliced.Language), FactorTexts.IsPersonDependent(f)))
            .OfType<ResultLine>(),
    ];

    /// <summary>Within the slice's factor, if it names one.</summary>
    public static IReadOnlyList<ResultLine> Fields(Sliced sliced, SliceCount count) =>
    [
        .. FieldTexts.All
            .Where(f => sliced.Slice.Field is null || sliced.Slice.Field == f)
            .Select(f => count.Line(
                sliced.Slice.Factor is { } factor ? new MeasureKey(Measured.Cell, f, factor) : new MeasureKey(Measured.Field, f),
                Slice.Id(f), FieldTexts.Of(f).In(sliced.Language), null))
            .OfType<ResultLine>(),
    ];

    /// <summary>The best, each from five answers on and above the middle of the scale.</summary>
    public static IReadOnlyList<ResultLine> Strengths(IEnumerable<ResultLine> lines, ScoreScale scale) =>
    [
        .. lines
            .Where(l => l.Figure.N >= LeastForStrength && l.Figure.Value > (scale.Min + scale.Max) / 2.0)
            .OrderByDescending(l => l.Figure.Value).ThenByDescending(l => l.Figure.N)
            .Take(Most),
    ];

    /// <summary>The lowest of the others, lowest first.</summary>
    public static IReadOnlyList<ResultLine> Weaknesses(IEnumerable<ResultLine> lines, IReadOnlyList<ResultLine> strengths) =>
    [
        .. lines
            .Where(l => l.Figure.N >= LeastForStrength && !strengths.Contains(l))
            .OrderBy(l => l.Figure.Value).ThenByDescending(l => l.Figure.N)
            .Take(Most),
    ];
}
