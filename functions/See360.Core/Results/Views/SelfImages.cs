using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>*Selbstbild / Fremdbild*.</summary>
/// <param name="Advisors">With a self-image that is shown here.</param>
/// <param name="Lines">By factor.</param>
/// <param name="Questions">Ratings on the scale of the head.</param>
/// <param name="Note">How to read it.</param>
public sealed record SelfImageView(ResultHead Head, int Advisors, IReadOnlyList<ResultLine> Lines, IReadOnlyList<ResultLine> Questions, string? Note);

internal static class SelfImages
{
    public static SelfImageView Of(Sliced sliced)
    {
        var count = SliceCount.Of(sliced, sliced.Slice.Field is null ? MeasureKey.Lines : MeasureKey.Cells);
        var means = count.SelfImages;
        return new SelfImageView(
            HeadOf.Slice(sliced, count),
            means.Advisors,
            LinesOf.Factors(sliced, count),
            QuestionLines(sliced, count, means),
            (means.TooFew ? ViewTexts.SelfImagesFew : ViewTexts.SelfImagesLenient).In(sliced.Language));
    }

    private static List<ResultLine> QuestionLines(Sliced sliced, SliceCount count, SelfImageMeans means)
    {
        var questions = QuestionCount.Of(sliced);
        return
        [
            .. questions.Questions
                .Where(q => q.Key.Kind == QuestionKind.Rating && q.Scale == count.Scale)
                .Select(q => count.Line(
                    q.Question.Id, Questions.Text(sliced, q.Question.Text), q.Key.Factor is { } factor ? FactorTexts.IsPersonDependent(factor) : null,
                    questions.Here(q), questions.There(q), means.Of(c => QuestionKey.Of(c.Asked.Question) == q.Key && c.Part == ColumnPart.Answer, count.Scale)))
                .OfType<ResultLine>(),
        ];
    }
}
