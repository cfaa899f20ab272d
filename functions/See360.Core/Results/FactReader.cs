using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>Makes facts of stored answer sheets. Texts that repeat in thousands of sheets are held once.</summary>
internal sealed class FactReader
{
    private readonly Dictionary<string, string> _texts = [];

    /// <returns>Null for what no result may count: a draft, or a test.</returns>
    /// <param name="questions">Of the version that was answered, by id; answers to none of them are left out.</param>
    public ResultFact? Read(Response response, IReadOnlyDictionary<string, AskedQuestion> questions)
    {
        if (response.CompletedAt is not { } completedAt || response.Kind == ParticipantKind.Test)
        {
            return null;
        }

        var answers = new List<FactAnswer>(response.Answers.Count);
        foreach (var (id, answer) in response.Answers)
        {
            if (questions.TryGetValue(id, out var question) && Read(question, answer) is { } read)
            {
                answers.Add(read);
            }
        }

        return new ResultFact(
            response.Participant, response.Kind, response.ByInterviewer == true, response.Cycle, response.Version, Once(response.Advisor),
            Once(response.Unit), Once(response.Segment), Once(response.Channel), completedAt, answers.ToArray());
    }

    private FactAnswer? Read(AskedQuestion question, Answer answer)
    {
        if (answer.CannotJudge == true)
        {
            return new FactAnswer(question, CannotJudge: true);
        }

        if (question.Scale is { } scale)
        {
            return answer.Score is { } score && scale.Holds(score) ? new FactAnswer(question, Score: score) : null;
        }

        return question.Question.Kind switch
        {
            QuestionKind.FreeText => string.IsNullOrWhiteSpace(answer.Text) ? null : new FactAnswer(question, Text: answer.Text.Trim()),
            QuestionKind.Fcr or QuestionKind.YesNo or QuestionKind.SingleChoice =>
                answer.Choices is [var choice, ..] ? new FactAnswer(question, Choice: Once(choice)) : null,
            _ => null,
        };
    }

    private string Once(string text) => _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;
}
