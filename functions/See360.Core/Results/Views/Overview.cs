using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>*Gesamtsicht*.</summary>
/// <param name="Csat">Share of 4 and 5.</param>
/// <param name="Satisfaction">Mean of the same question, 1–5.</param>
/// <param name="FcrUnknown">"Weiß nicht", which FCR leaves out.</param>
/// <param name="ResponseRate">Of the mails sent in the period, without those younger than 14 days.</param>
/// <param name="Strengths">At most three factors, the best first, each from five answers on and above the middle of the scale.</param>
/// <param name="Weaknesses">At most three others, the lowest first.</param>
/// <param name="Trend">By month.</param>
/// <param name="Praise">At most three.</param>
public sealed record OverviewView(
    ResultHead Head,
    Figure Nps,
    Figure Csat,
    Figure Satisfaction,
    Figure Fcr,
    Figure Mean,
    int FcrUnknown,
    Figure ResponseRate,
    IReadOnlyList<ResultLine> Strengths,
    IReadOnlyList<ResultLine> Weaknesses,
    IReadOnlyList<ResultLine> Factors,
    IReadOnlyList<ResultLine> Fields,
    ComparedFigures? Compared,
    IReadOnlyList<OverviewPoint> Trend,
    IReadOnlyList<ResultComment> Praise);

public sealed record OverviewPoint(DateOnly From, DateOnly To, string Label, Figure Nps, int Sheets);

internal static class Overview
{
    public static OverviewView Of(Sliced sliced, IReadOnlyList<ResultComment> praise)
    {
        var slice = sliced.Slice;
        var count = SliceCount.Of(sliced, slice.Field is null && slice.Factor is null ? MeasureKey.Lines : MeasureKey.Cells);
        var (key, factors) = (KeyFigures.Of(sliced, count), LinesOf.Factors(sliced, count));
        var strengths = LinesOf.Strengths(factors, count.Scale);
        return new OverviewView(
            HeadOf.Slice(sliced, count, NotesOf.Return(sliced)),
            key.Nps, key.Csat, key.Satisfaction, key.Fcr, key.Mean, key.FcrUnknown, key.ResponseRate,
            strengths,
            LinesOf.Weaknesses(factors, strengths),
            factors,
            LinesOf.Fields(sliced, count),
            key.Compared,
            [.. TrendPoints.Of(sliced, TrendStep.Month, MeasureKey.Loyalty).Select(p => new OverviewPoint(p.From, p.To, p.Label, Figure.Of(NetPromoterScore.Of(p.Count.Nps)), p.Count.Sheets))],
            praise);
    }
}
