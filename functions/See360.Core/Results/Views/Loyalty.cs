using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>NPS, CSAT and FCR, with what is behind them.</summary>
/// <param name="Satisfaction">Mean of the CSAT question, 1–5.</param>
/// <param name="Trend">By month.</param>
public sealed record LoyaltyView(
    ResultHead Head, NpsDetail Nps, CsatDetail Csat, Figure Satisfaction, FcrDetail Fcr, IReadOnlyList<LoyaltyPoint> Trend, LoyaltyCompared? Compared);

/// <param name="Distribution">Of 0 to 10.</param>
public sealed record NpsDetail(Figure Figure, int Promoters, int Passives, int Detractors, IReadOnlyList<int> Distribution);

/// <param name="Distribution">Of 1 to 5.</param>
public sealed record CsatDetail(Figure Figure, IReadOnlyList<int> Distribution);

/// <param name="Unknown">"Weiß nicht".</param>
public sealed record FcrDetail(Figure Figure, int Yes, int No, int Unknown);

public sealed record LoyaltyPoint(DateOnly From, DateOnly To, string Label, Figure Nps, Figure Csat, Figure Fcr);

public sealed record LoyaltyCompared(ComparedFigure Nps, ComparedFigure Csat, ComparedFigure Satisfaction, ComparedFigure Fcr);

internal static class Loyalty
{
    public static LoyaltyView Of(Sliced sliced)
    {
        var count = SliceCount.Of(sliced);
        var (key, here) = (KeyFigures.Of(sliced, count), count.Here);
        return new LoyaltyView(
            HeadOf.Slice(sliced, count),
            new NpsDetail(
                key.Nps, here.Nps.Between(NetPromoterScore.LowestPromoter, 10),
                here.Nps.Between(NetPromoterScore.LowestPassive, NetPromoterScore.LowestPromoter - 1),
                here.Nps.Between(0, NetPromoterScore.LowestPassive - 1), here.Nps.Counts),
            new CsatDetail(key.Csat, here.Csat.Counts),
            key.Satisfaction,
            new FcrDetail(key.Fcr, here.Yes, here.No, here.Unknown),
            [.. TrendPoints.Of(sliced, TrendStep.Month, MeasureKey.Loyalty).Select(Point)],
            key.Compared is { } compared ? new LoyaltyCompared(compared.Nps, compared.Csat, compared.Satisfaction, compared.Fcr) : null);
    }

    private static LoyaltyPoint Point(TrendPart part) => new(
        part.From, part.To, part.Label, Figure.Of(NetPromoterScore.Of(part.Count.Nps)), Figure.Of(Share.Csat(part.Count.Csat)),
        Figure.Of(Share.Fcr(part.Count.Yes, part.Count.No)));
}
