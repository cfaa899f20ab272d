using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Surveys;

namespace See360.Core.Results.Exports;

/// <summary>One column for each question of the slice's surveys (of a level two, of a multiple choice one for each choice), in the order in
/// which they are asked.</summary>
internal static class AnswerColumns
{
    public static IReadOnlyList<(AnswerKey Key, FlatColumn Column)> Of(Sliced sliced, IEnumerable<FactBlock> blocks)
    {
        var found = new Dictionary<AnswerKey, (FactColumn Column, SortedSet<string> Surveys)>();
        var order = new List<AnswerKey>();
        var names = sliced.Surveys.ToDictionary(s => s.Id, s => s.Name.In(sliced.Language));
        foreach (var block in blocks.OrderBy(b => sliced.Surveys.ToList().FindIndex(s => s.Id == b.Survey)).ThenByDescending(b => b.Version).DistinctBy(b => b.Columns))
        {
            foreach (var column in block.Columns.Where(c => IsWanted(sliced.Slice, c.Asked.Question)))
            {
                var key = AnswerKey.Of(column);
                if (!found.TryGetValue(key, out var known))
                {
                    found[key] = known = (column, new SortedSet<string>(ResultTexts.Alphabet));
                    order.Add(key);
                }

                known.Surveys.Add(names.GetValueOrDefault(block.Survey) ?? block.Survey.ToString());
            }
        }

        var headers = order.ConvertAll(key => Header(sliced, found[key].Column));
        var scales = order.GroupBy(key => Header(sliced, found[key].Column)).ToDictionary(g => g.Key, g => g.Select(k => k.Scale).Distinct().Count());
        var taken = new HashSet<string>();
        return
        [
            .. order.Select((key, n) =>
            {
                var (column, surveys) = found[key];
                var header = headers.Count(h => h == headers[n]) == 1 ? headers[n] : Apart(headers[n], key.Scale, scales[headers[n]] > 1, surveys);
                for (var again = 2; !taken.Add(header); again++)
                {
                    header = $"{headers[n]} [{again}]";
                }

                return (key, new FlatColumn(header, AnswerTexts.Explain(column, surveys, sliced.Language), column.Asked.Scale is null ? 16 : 18, row => row.Layout.At(row.Block, row.Row, n)));
            }),
        ];
    }

    /// <summary>Two questions of one wording: on other scales, with other choices, or by another name.</summary>
    private static string Apart(string header, ScoreScale? scale, bool byScale, IEnumerable<string> surveys) =>
        byScale && scale is { } s ? $"{header} ({s.Min}–{s.Max})" : $"{header} ({string.Join(", ", surveys)})";

    /// <summary>Field and factor narrow the ratings, and nothing else.</summary>
    private static bool IsWanted(Slice slice, Question question) =>
        question.Kind != QuestionKind.Rating
        || ((slice.Field is null || slice.Field == question.Field) && (slice.Factor is null || slice.Factor == question.Factor));

    private static string Header(Sliced sliced, FactColumn column)
    {
        var (question, language) = (column.Asked.Question, sliced.Language);
        var text = Questions.Text(sliced, question.Text);
        return column.Part switch
        {
            ColumnPart.Desired => $"{text} ({ExportTexts.DesiredLevel.In(language)})",
            ColumnPart.Chosen => $"{text} – {FixedChoices.For(question)[column.Choice].Text.In(language)}",
            _ when question.Kind == QuestionKind.Level => $"{text} ({ExportTexts.CurrentLevel.In(language)})",
            _ => text,
        };
    }
}
