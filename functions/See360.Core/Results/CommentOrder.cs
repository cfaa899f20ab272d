using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>Praise first. Praise is an answer to a question whose id begins with <c>praise</c>, unless the same
/// customer is a detractor (who may well write "nothing" there); and whatever a promoter writes, unless the question
/// asks what to improve. Within praise, and within the rest, the newest comes first; in confidential mode, where
/// neither score nor date is known, the order stays shuffled.</summary>
internal static class CommentOrder
{
    /// <summary>Comments on one page.</summary>
    public const int Most = 50;

    public static bool IsPraise(Question question, int? nps) =>
        (question.Id.StartsWith("praise", StringComparison.Ordinal) && nps is null or >= 7)
        || (nps >= 9 && !IsImprovement(question));

    public static bool IsImprovement(Question question) => question.Id.StartsWith("improve", StringComparison.Ordinal);
}
