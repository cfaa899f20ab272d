using System.Security.Cryptography;
using System.Text;
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

    public static IReadOnlyList<ShownComment> PraiseFirst(IEnumerable<ShownComment> comments) =>
    [
        .. comments
            .OrderByDescending(IsPraise)
            .ThenByDescending(c => c.At ?? DateTimeOffset.MinValue)
            .Take(Most),
    ];

    public static bool IsPraise(ShownComment comment) => IsPraise(comment.Question, comment.Nps);

    public static bool IsPraise(Question question, int? nps) =>
        (question.Id.StartsWith("praise", StringComparison.Ordinal) && nps is null or >= 7)
        || (nps >= 9 && !IsImprovement(question));

    public static bool IsImprovement(Question question) => question.Id.StartsWith("improve", StringComparison.Ordinal);

    /// <summary>Made of the texts alone: from anything else a participant could be guessed. The same text twice is
    /// numbered.</summary>
    public static IReadOnlyList<string> Ids(IEnumerable<ShownComment> comments)
    {
        var seen = new Dictionary<string, int>();
        return [.. comments.Select(Id).Select(id => (seen[id] = seen.GetValueOrDefault(id) + 1) is > 1 and var again ? $"{id}-{again}" : id)];
    }

    private static string Id(ShownComment comment) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{comment.Survey.Id}\n{comment.Question.Id}\n{comment.Text}")).AsSpan(0, 8));
}
