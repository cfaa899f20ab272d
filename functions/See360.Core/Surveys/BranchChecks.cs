using static See360.Core.Surveys.SurveyFinding;

namespace See360.Core.Surveys;

/// <summary>Dead ends, jumps backward, jumps that are never taken, and questions that no answers lead to.</summary>
internal static class BranchChecks
{
    public static IEnumerable<SurveyFinding> Check(SurveyDraft draft)
    {
        var questions = draft.Questions;
        var reachable = QuestionFlow.Reachable(questions);
        for (var i = 0; i < questions.Count; i++)
        {
            var after = false;
            foreach (var branch in questions[i].Branches ?? [])
            {
                if (CheckTarget(questions, i, branch) is { } target)
                {
                    yield return target;
                }

                if (after || !CanFit(questions[i], draft.RatingScale, branch))
                {
                    yield return Error("branch-never-taken", questions[i].Id,
                        $"Die Verzweigung zu „{branch.GoTo}“ kann nie eintreten. Ändern Sie die Bedingung oder entfernen Sie die Verzweigung.",
                        $"The branch to \"{branch.GoTo}\" can never be taken. Change its condition or remove it.");
                }

                after |= QuestionFlow.IsUnconditional(branch);
            }

            if (!reachable[i])
            {
                yield return Error("unreachable", questions[i].Id,
                    "Keine Antwort führt zu dieser Frage. Ändern Sie die Verzweigungen davor oder entfernen Sie die Frage.",
                    "No answer leads to this question. Change the branches before it or remove it.");
            }
        }
    }

    private static SurveyFinding? CheckTarget(IReadOnlyList<Question> questions, int index, Branch branch)
    {
        if (QuestionFlow.Target(questions, index, branch) is not null)
        {
            return null;
        }

        return questions.Any(q => q.Id == branch.GoTo)
            ? Error("branch-backward", questions[index].Id,
                $"Die Verzweigung zu „{branch.GoTo}“ führt zurück. Wählen Sie eine spätere Frage oder das Ende.",
                $"The branch to \"{branch.GoTo}\" leads backward. Choose a later question or the end.")
            : Error("dead-end", questions[index].Id,
                $"Die Verzweigung führt zur Frage „{branch.GoTo}“, die es nicht gibt. Wählen Sie eine vorhandene Frage oder das Ende.",
                $"The branch leads to the question \"{branch.GoTo}\", which does not exist. Choose an existing question or the end.");
    }

    /// <summary>True if some answer to the question meets the branch's conditions.</summary>
    private static bool CanFit(Question question, RatingScale scale, Branch branch)
    {
        if (QuestionFlow.IsUnconditional(branch))
        {
            return true;
        }

        var scores = Scores.Of(question.Kind, scale);
        var wantsScore = branch.MinScore is not null || branch.MaxScore is not null;
        var scoreFits = !wantsScore
            || (scores is var (min, max) && Math.Max(min, branch.MinScore ?? min) <= Math.Min(max, branch.MaxScore ?? max));
        var choiceFits = branch.AnyChoice is not { } any
            || (any.Count > 0 && any.All(id => FixedChoices.For(question).Any(c => c.Id == id)));
        var judgeFits = branch.CannotJudge is not true || (question.Kind == QuestionKind.Rating && !wantsScore);
        return question.Kind != QuestionKind.Info && scoreFits && choiceFits && judgeFits && !(wantsScore && branch.AnyChoice is not null);
    }
}
