namespace See360.Core.Responses;

/// <summary>
/// How the answers of two devices come together. A device sends only what it has changed, and the revision that it
/// has seen. An answer that nobody else changed since that revision is taken; one that somebody changed to the very
/// same value is nothing new (a repeated request); one that somebody changed to another value is a conflict, and then
/// nothing of the request is taken, because only the person can decide.
/// </summary>
public static class AnswerMerge
{
    /// <param name="stored">The answers as stored.</param>
    /// <param name="revisions">In which revision each was last changed or taken back.</param>
    /// <param name="next">The revision that this change becomes.</param>
    /// <param name="seen">The revision that the device has seen.</param>
    /// <param name="changes">By question id, as <see cref="AnswerRules"/> let them pass; null takes an answer back.</param>
    public static MergedAnswers Merge(
        IReadOnlyDictionary<string, Answer> stored,
        IReadOnlyDictionary<string, int> revisions,
        int next,
        int seen,
        IReadOnlyDictionary<string, Answer?> changes)
    {
        var answers = new Dictionary<string, Answer>(stored);
        var changedIn = new Dictionary<string, int>(revisions);
        var conflicts = new List<string>();
        var changed = false;
        foreach (var (question, answer) in changes)
        {
            if (Same(stored.GetValueOrDefault(question), answer))
            {
                continue;
            }

            if (revisions.GetValueOrDefault(question) > seen)
            {
                conflicts.Add(question);
                continue;
            }

            changed = true;
            changedIn[question] = next;
            if (answer is null)
            {
                answers.Remove(question);
            }
            else
            {
                answers[question] = answer;
            }
        }

        return conflicts.Count > 0
            ? new MergedAnswers(stored, revisions, Changed: false, conflicts)
            : new MergedAnswers(answers, changedIn, changed, []);
    }

    /// <summary>Equal by content; the order in which choices were ticked does not matter.</summary>
    public static bool Same(Answer? left, Answer? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        return left.Score == right.Score && left.Desired == right.Desired && left.Text == right.Text
            && (left.CannotJudge ?? false) == (right.CannotJudge ?? false)
            && (left.Choices ?? []).ToHashSet().SetEquals(right.Choices ?? []);
    }

    public static bool Same(IReadOnlyDictionary<string, Answer> left, IReadOnlyDictionary<string, Answer> right) =>
        left.Count == right.Count && left.All(pair => Same(pair.Value, right.GetValueOrDefault(pair.Key)));
}

/// <param name="Conflicts">Ids of the questions that somebody else has changed in between; if there are any, the
/// answers are those that were stored.</param>
public sealed record MergedAnswers(
    IReadOnlyDictionary<string, Answer> Answers,
    IReadOnlyDictionary<string, int> Revisions,
    bool Changed,
    IReadOnlyList<string> Conflicts);
