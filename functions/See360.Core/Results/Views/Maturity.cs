using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>*Reifegrad*: of each topic the present level and the wanted one, 1–7; the largest gap first, ties by the lower present level.</summary>
public sealed record MaturityView(ResultHead Head, IReadOnlyList<MaturityLine> Lines);

/// <param name="Gap">Desired − current; null if one of them is missing.</param>
public sealed record MaturityLine(
    string Id, string Text, Figure Current, Figure Desired, double? Gap, IReadOnlyList<int> CurrentDistribution, IReadOnlyList<int> DesiredDistribution);

internal static class Maturity
{
    public static MaturityView Of(Sliced sliced)
    {
        var (count, questions) = (SliceCount.Of(sliced), QuestionCount.Of(sliced with { Compared = null }));
        return new MaturityView(
            HeadOf.Slice(sliced, count),
            [
                .. questions.Questions
                    .Where(q => q.Key.Kind == QuestionKind.Level)
                    .Select(q => Line(sliced, count, q, questions))
                    .Where(l => l.Current.N + l.Desired.N > 0)
                    .OrderByDescending(l => l.Gap ?? double.NegativeInfinity).ThenBy(l => l.Current.Value ?? double.PositiveInfinity)
                    .ThenBy(l => l.Id, StringComparer.Ordinal),
            ]);
    }

    private static MaturityLine Line(Sliced sliced, SliceCount count, CountedQuestion question, QuestionCount questions)
    {
        var scale = question.Scale!.Value;
        var (current, desired) = (questions.Here(question), questions.Here(question, ColumnPart.Desired));
        var (now, wanted) = (current.Mean(scale), desired.Mean(scale));
        return new MaturityLine(
            question.Question.Id, Questions.Text(sliced, question.Question.Text), count.Figure(now), count.Figure(wanted), wanted.Value - now.Value,
            now.N > 0 ? current.Distribution(scale).Counts : [], wanted.N > 0 ? desired.Distribution(scale).Counts : []);
    }
}
