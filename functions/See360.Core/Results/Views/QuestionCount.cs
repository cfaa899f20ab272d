using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>The questions of a slice, in the order in which they are asked, with what was answered here and in what is compared with.</summary>
internal sealed class QuestionCount
{
    private readonly Dictionary<(QuestionColumn, ScoreScale?), Tally> _here;
    private readonly Dictionary<(QuestionColumn, ScoreScale?), Tally>? _there;

    private QuestionCount(Sliced sliced)
    {
        var here = FactPass.Run(sliced.Table.Facts, sliced.Here.Filter, QuestionColumn.All);
        _here = ByColumn(here);
        _there = ComparedCount.Of(sliced, QuestionColumn.All, here) is { } there ? ByColumn(there) : null;
        Questions = Asked(sliced);
    }

    public IReadOnlyList<CountedQuestion> Questions { get; }

    public bool IsCompared => _there is not null;

    public static QuestionCount Of(Sliced sliced) => new(sliced);

    public Tally Here(CountedQuestion question, ColumnPart part = ColumnPart.Answer, int choice = 0) =>
        _here.GetValueOrDefault((new QuestionColumn(question.Key, part, choice), question.Scale)) ?? new Tally();

    /// <summary>Null: nothing is compared.</summary>
    public Tally? There(CountedQuestion question) =>
        _there is null ? null : _there.GetValueOrDefault((new QuestionColumn(question.Key, ColumnPart.Answer, 0), question.Scale)) ?? new Tally();

    private static Dictionary<(QuestionColumn, ScoreScale?), Tally> ByColumn(FactCount<QuestionColumn> count) =>
        count.Groups.ToDictionary(g => (g.Key, g.Scale), g => g.Tally);

    /// <summary>By survey, then as its newest version asks them; what only an older version asked comes after that.</summary>
    private static List<CountedQuestion> Asked(Sliced sliced)
    {
        var found = new Dictionary<(QuestionKey, ScoreScale?), CountedQuestion>();
        var columns = sliced.Table.Facts.Blocks.Where(sliced.Here.Filter.Takes)
            .DistinctBy(b => (b.Survey, b.Version))
            .ToLookup(b => b.Survey);
        foreach (var survey in sliced.Surveys)
        {
            foreach (var column in columns[survey.Id].OrderByDescending(b => b.Version).SelectMany(b => b.Columns))
            {
                var key = QuestionKey.Of(column.Asked.Question);
                if (!key.IsIn(sliced.Slice))
                {
                    continue;
                }

                if (!found.TryGetValue((key, column.Asked.Scale), out var question))
                {
                    found[(key, column.Asked.Scale)] = question = new CountedQuestion(key, column.Asked.Question, column.Asked.Scale, []);
                }

                if (!question.Surveys.Contains(survey))
                {
                    question.Surveys.Add(survey);
                }
            }
        }

        return [.. found.Values];
    }
}

/// <param name="Question">As the newest version asks it.</param>
/// <param name="Scale">Null for choices.</param>
/// <param name="Surveys">Those that ask it.</param>
internal sealed record CountedQuestion(QuestionKey Key, Question Question, ScoreScale? Scale, List<Survey> Surveys);
