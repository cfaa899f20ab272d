using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Responses;

internal static class Journey
{
    public static IReadOnlyList<Question> Path(SurveyVersion version, IReadOnlyDictionary<string, Answer> answers)
    {
        var path = new List<Question>();
        for (var i = 0; i < version.Questions.Count;)
        {
            var question = version.Questions[i];
            path.Add(question);
            var branch = answers.GetValueOrDefault(question.Id) is { } answer ? question.Branches?.FirstOrDefault(b => Fits(b, answer)) : null;
            if (branch?.GoTo == Branch.End)
            {
                break;
            }

            i = branch is null ? i + 1 : version.Questions.ToList().FindIndex(q => q.Id == branch.GoTo);
        }

        return path;
    }

    private static bool Fits(Branch branch, Answer answer) =>
        (branch.MinScore is null || answer.Score >= branch.MinScore)
        && (branch.MaxScore is null || answer.Score <= branch.MaxScore)
        && (branch.AnyChoice is null || answer.Choices?.Any(branch.AnyChoice.Contains) == true)
        && (branch.CannotJudge is null || (answer.CannotJudge ?? false) == branch.CannotJudge);
}

internal static class AnswerRules
{
    public static LocalizedText? Check(SurveyVersion version, Question question, Answer answer) =>
        question.Kind == QuestionKind.Info || answer.Text?.Length > 4000 || answer.Score is < 0 or > 10 || answer.Choices?.Count > 50
            ? new LocalizedText("Diese Antwort passt nicht zur Frage. Bitte wählen Sie neu.", "This answer does not fit the question. Please choose again.")
            : null;
}
