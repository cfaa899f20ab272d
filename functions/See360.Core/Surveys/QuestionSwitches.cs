namespace See360.Core.Surveys;

/// <summary>Switching questions of a set off for one survey.</summary>
public static class QuestionSwitches
{
    /// <summary>The questions without those that are switched off. The ways past them are as if they had stayed
    /// unanswered; follow-up questions that nothing leads to any more go with them.</summary>
    public static IReadOnlyList<Question> Without(IReadOnlyList<Question> questions, IReadOnlySet<string> off)
    {
        var kept = Enumerable.Range(0, questions.Count).Where(i => !off.Contains(questions[i].Id)).ToList();
        var remaining = kept.Select(i => Rewire(questions, i, off)).ToList();

        // The way in may begin at a question that was a follow-up, if those before it are switched off.
        var start = Settle(questions, 0, off);
        remaining.RemoveAll(q => IndexOf(questions, q.Id) < start);
        while (QuestionFlow.Reachable(remaining) is var reachable && Array.IndexOf(reachable, false) is >= 0 and var unreachable)
        {
            remaining.RemoveAt(unreachable);
        }

        return remaining;
    }

    /// <summary>The question with its jumps, and with its way to the next, led past what is switched off.</summary>
    private static Question Rewire(IReadOnlyList<Question> questions, int index, IReadOnlySet<string> off)
    {
        var branches = (questions[index].Branches ?? [])
            .Select(b => b with { GoTo = IdAt(questions, Settle(questions, QuestionFlow.Target(questions, index, b) ?? index + 1, off)) })
            .ToList();
        if (!branches.Any(QuestionFlow.IsUnconditional))
        {
            var next = Settle(questions, index + 1, off);
            var nextKept = Enumerable.Range(index + 1, questions.Count - index - 1).FirstOrDefault(i => !off.Contains(questions[i].Id), questions.Count);
            if (next != nextKept)
            {
                branches.Add(new Branch(IdAt(questions, next)));
            }
        }

        return questions[index] with { Branches = branches.Count == 0 ? null : branches };
    }

    /// <summary>The first index from here on that is not switched off, going the way of an unanswered question.</summary>
    private static int Settle(IReadOnlyList<Question> questions, int index, IReadOnlySet<string> off)
    {
        while (index < questions.Count && off.Contains(questions[index].Id))
        {
            index = QuestionFlow.Next(questions, index, answer: null);
        }

        return index;
    }

    private static string IdAt(IReadOnlyList<Question> questions, int index) => index < questions.Count ? questions[index].Id : Branch.End;

    private static int IndexOf(IReadOnlyList<Question> questions, string id)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            if (questions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
