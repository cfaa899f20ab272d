using See360.Core.Responses;

namespace See360.Core.Surveys;

/// <summary>Where a question leads. Jumps go forward only; whatever is not a jump forward is passed over, so that
/// every journey ends, also through a questionnaire that nobody has checked.</summary>
public static class QuestionFlow
{
    /// <summary>Index of the question after <paramref name="index"/>, given its answer (null: not answered);
    /// <c>questions.Count</c> is the end.</summary>
    public static int Next(IReadOnlyList<Question> questions, int index, Answer? answer)
    {
        foreach (var branch in questions[index].Branches ?? [])
        {
            if (Fits(branch, answer))
            {
                return Target(questions, index, branch) ?? index + 1;
            }
        }

        return index + 1;
    }

    /// <summary>Every index that the question can lead to, whatever is answered.</summary>
    public static IReadOnlySet<int> Successors(IReadOnlyList<Question> questions, int index)
    {
        var successors = new SortedSet<int>();
        foreach (var branch in questions[index].Branches ?? [])
        {
            successors.Add(Target(questions, index, branch) ?? index + 1);
            if (IsUnconditional(branch))
            {
                return successors;
            }
        }

        successors.Add(index + 1);
        return successors;
    }

    /// <summary>For each question whether some answers lead to it.</summary>
    public static bool[] Reachable(IReadOnlyList<Question> questions)
    {
        var reachable = new bool[questions.Count];
        for (var i = 0; i < questions.Count; i++)
        {
            if (i == 0 || reachable[i])
            {
                reachable[i] = true;
                foreach (var next in Successors(questions, i).Where(n => n < questions.Count))
                {
                    reachable[next] = true;
                }
            }
        }

        return reachable;
    }

    /// <summary>The index that the branch jumps to (<c>questions.Count</c>: the end); null if it isn't a later question.</summary>
    public static int? Target(IReadOnlyList<Question> questions, int index, Branch branch)
    {
        if (branch.GoTo == Branch.End)
        {
            return questions.Count;
        }

        for (var i = index + 1; i < questions.Count; i++)
        {
            if (questions[i].Id == branch.GoTo)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>True if the branch is taken whatever is answered, and also if nothing is.</summary>
    public static bool IsUnconditional(Branch branch) =>
        branch is { MinScore: null, MaxScore: null, AnyChoice: null, CannotJudge: null };

    private static bool Fits(Branch branch, Answer? answer) =>
        IsUnconditional(branch)
        || (answer is not null
            && (branch.MinScore is not { } min || answer.Score >= min)
            && (branch.MaxScore is not { } max || answer.Score <= max)
            && (branch.AnyChoice is not { } any || (answer.Choices ?? []).Any(any.Contains))
            && (branch.CannotJudge is not { } cannot || (answer.CannotJudge ?? false) == cannot));
}
