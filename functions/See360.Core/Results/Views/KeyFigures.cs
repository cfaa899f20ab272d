using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>The figures of a whole slice, beside those that it is compared with. Units: means in steps of the scale, NPS −100 to 100, shares 0–1.</summary>
/// <param name="Satisfaction">Mean of the CSAT question, 1–5.</param>
/// <param name="Mean">Of the ratings that the slice asks for.</param>
/// <param name="FcrUnknown">"Weiß nicht", which FCR leaves out.</param>
/// <param name="ResponseRate">Of the mails sent in the period, without those younger than 14 days.</param>
internal sealed record KeyFigures(
    Figure Nps, Figure Csat, Figure Satisfaction, Figure Fcr, Figure Mean, int FcrUnknown, Figure ResponseRate, ComparedFigures? Compared)
{
    public static KeyFigures Of(Sliced sliced, SliceCount count)
    {
        var here = Measures(count.Here, count.Scale, ReturnSum.Of(sliced, sliced.Here));
        var compared = count.There is { } other && sliced.Compared is { } part
            ? Compare(here, Measures(other, count.Scale, ReturnSum.Of(sliced, part)), count)
            : null;
        return new KeyFigures(
            count.Figure(here.Nps), count.Figure(here.Csat), count.Figure(here.Satisfaction), count.Figure(here.Fcr), count.Figure(here.Mean),
            count.Here.Unknown, Figure.Of(here.ResponseRate), compared);
    }

    private static ComparedFigures Compare(Measured here, Measured there, SliceCount count)
    {
        var scale = count.Scale;
        var (one, other) = (count.Here, count.There!);
        return new ComparedFigures(
            Line(there.Nps, Difference.OfScores(one.Nps, other.Nps)),
            Line(there.Csat, Difference.OfShares(here.Csat, there.Csat)),
            Line(there.Satisfaction, Difference.OfMeans(CustomerSums.Of(one.Csat), CustomerSums.Of(other.Csat), 1, 5)),
            Line(there.Fcr, Difference.OfShares(here.Fcr, there.Fcr)),
            Line(there.Mean, Difference.OfMeans(one.Ratings(scale).Sums, other.Ratings(scale).Sums, scale.Min, scale.Max)),
            Line(there.ResponseRate, Difference.OfShares(here.ResponseRate, there.ResponseRate)));
    }

    private static ComparedFigure Line(Measure there, Difference? difference) => new(Figure.Of(there), Diff.Of(difference));

    private static Measured Measures(Headline headline, ScoreScale scale, ReturnSum mails) => new(
        NetPromoterScore.Of(headline.Nps), Share.Csat(headline.Csat), Statistics.Mean.Of(headline.Csat), Share.Fcr(headline.Yes, headline.No),
        headline.Ratings(scale).Mean(scale), mails.Rate);

    private readonly record struct Measured(Measure Nps, Measure Csat, Measure Satisfaction, Measure Fcr, Measure Mean, Measure ResponseRate);
}

/// <summary>Each with the figure of what is compared with.</summary>
public sealed record ComparedFigures(
    ComparedFigure Nps, ComparedFigure Csat, ComparedFigure Satisfaction, ComparedFigure Fcr, ComparedFigure Mean, ComparedFigure ResponseRate);
