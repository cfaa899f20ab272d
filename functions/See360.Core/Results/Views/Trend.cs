using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>*Verlauf*.</summary>
public sealed record TrendView(ResultHead Head, TrendStep Step, IReadOnlyList<TrendPoint> Points);

/// <param name="To">Included.</param>
/// <param name="Running">*läuft noch*: more answers will come.</param>
public sealed record TrendPoint(
    DateOnly From, DateOnly To, string Label, bool Running, int Sheets, Figure Nps, Figure Csat, Figure Fcr, Figure Mean, Figure ResponseRate);

internal static class Trend
{
    public static TrendView Of(Sliced sliced, TrendStep step)
    {
        var count = SliceCount.Of(sliced);
        return new TrendView(
            HeadOf.Slice(sliced, count, NotesOf.Return(sliced)), step, [.. TrendPoints.Of(sliced, step).Select(p => Point(p, count.Scale))]);
    }

    private static TrendPoint Point(TrendPart part, ScoreScale scale) => new(
        part.From, part.To, part.Label, part.Running, part.Count.Sheets,
        Figure.Of(NetPromoterScore.Of(part.Count.Nps)),
        Figure.Of(Share.Csat(part.Count.Csat)),
        Figure.Of(Share.Fcr(part.Count.Yes, part.Count.No)),
        Figure.Of(part.Count.Ratings(scale).Mean(scale)),
        Figure.Of(part.Return.Rate));
}
