using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>A question over all surveys and versions that ask it: the same id, kind, place and choices.</summary>
/// <param name="Choices">Ids in their order, because answers are counted by place.</param>
internal readonly record struct QuestionKey(string Id, QuestionKind Kind, BusinessField? Field, CompetitiveFactor? Factor, string Choices)
{
    public static QuestionKey Of(Question question) => new(
        question.Id, question.Kind, question.Field, question.Factor, string.Join('|', FixedChoices.For(question).Select(c => c.Id)));

    /// <summary>Field and factor of a slice leave out what belongs to another one, or to none.</summary>
    public bool IsIn(Slice slice) => (slice.Field is null || Field == slice.Field) && (slice.Factor is null || Factor == slice.Factor);
}

/// <summary>A column of a question: its answer, its wanted level, or one of several choices.</summary>
internal readonly record struct QuestionColumn(QuestionKey Question, ColumnPart Part, int Choice)
{
    public static Grouping<QuestionColumn> All { get; } = new(c => [new QuestionColumn(QuestionKey.Of(c.Asked.Question), c.Part, c.Choice)], kept: true);
}
