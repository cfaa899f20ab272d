using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>
/// The way through a questionnaire that the answers make. Nothing of it is stored: it is derived anew from the
/// answers, on the server and, by the same rules, in the page (vectors for both: tests/fixtures/journeys.json).
/// </summary>
/// <param name="Path">Ids of the questions on the way, in order, to the end. As long as a question is open, the way
/// goes on as if it stayed open.</param>
/// <param name="Next">The first question on the path that waits for an answer (info texts don't), or null.</param>
/// <param name="IsComplete">Every required question on the path is answered.</param>
/// <param name="OffPath">Ids of the answers that don't belong to the path, in ordinal order; completing drops them.</param>
public sealed record Journey(IReadOnlyList<string> Path, string? Next, bool IsComplete, IReadOnlyList<string> OffPath)
{
    public static Journey Of(SurveyVersion version, IReadOnlyDictionary<string, Answer> answers) => Of(version.Questions, answers);

    public static Journey Of(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, Answer> answers)
    {
        var path = new List<string>();
        string? next = null;
        var complete = true;
        for (var i = 0; i < questions.Count;)
        {
            var question = questions[i];
            var answer = answers.GetValueOrDefault(question.Id);
            path.Add(question.Id);
            if (question.Kind != QuestionKind.Info && !IsGiven(question, answer))
            {
                next ??= question.Id;
                complete &= !question.Required;
            }

            i = QuestionFlow.Next(questions, i, answer);
        }

        string[] offPath = [.. answers.Keys.Except(path).Order(StringComparer.Ordinal)];
        return new Journey(path, next, complete, offPath);
    }

    /// <summary>The answers that belong to the path.</summary>
    public Dictionary<string, Answer> Keep(IReadOnlyDictionary<string, Answer> answers) =>
        answers.Where(a => Path.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value);

    /// <summary>True if the question has its answer; a level question wants the present and the desired level.</summary>
    public static bool IsGiven(Question question, Answer? answer) => answer is not null && (question.Kind switch
    {
        QuestionKind.Level => answer is { Score: not null, Desired: not null },
        _ => answer.Score is not null || answer.CannotJudge == true || answer.Choices is { Count: > 0 } || !string.IsNullOrWhiteSpace(answer.Text),
    });
}
