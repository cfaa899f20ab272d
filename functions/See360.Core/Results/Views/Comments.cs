using System.Runtime.CompilerServices;
using See360.Core.Imports.Reading;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>*Kommentare*, praise first.</summary>
/// <param name="Total">How many the whole question finds.</param>
/// <param name="Topics">Praise, improvement and each question, with how many the search words find, whatever topic and score are chosen.</param>
/// <param name="Next">To go on behind; null: these were the last.</param>
public sealed record CommentsView(
    ResultHead Head, int Total, IReadOnlyList<CommentTopic> Topics, CommentScores Scores, IReadOnlyList<ResultComment> Comments, string? Next);

public sealed record CommentTopic(string Id, string Name, int Count);

/// <param name="None">The NPS question was not asked or not answered, or the survey is confidential.</param>
public sealed record CommentScores(int Promoter, int Passive, int Detractor, int None);

public enum CommentScore
{
    Promoter,
    Passive,
    Detractor,
    None,
}

/// <summary>What is looked for in the comments of a slice.</summary>
/// <param name="Topic"><c>praise</c>, <c>improve</c> or the id of a question; null: all.</param>
/// <param name="After">Behind the comment of this id; null: from the beginning.</param>
/// <param name="Words">Each must occur; empty: all.</param>
public sealed record CommentQuery(CommentScore? Score = null, string? Topic = null, string? After = null, string Words = "");

internal static class Comments
{
    public const string Praise = "praise";
    public const string Improve = "improve";

    private const int AtOnce = 50;

    private static readonly ConditionalWeakTable<TableComment, string> _folded = [];

    public static async Task<CommentsView> OfAsync(Sliced sliced, CommentReader reader, CommentQuery query, CancellationToken cancel)
    {
        var all = await reader.SelectAsync(sliced, cancel);
        var words = query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TextFolding.Fold).Where(w => w.Length > 0).ToList();
        List<SelectedComment> found = [.. all.Where(c => words.TrueForAll(Folded(c.Comment).Contains))];
        var wanted = found.Where(c => (query.Score is not { } score || ScoreOf(c) == score) && (query.Topic is not { } topic || IsOf(c, topic))).ToList();
        var start = query.After is null ? 0 : Place(wanted, query.After) + 1;
        var shown = wanted.Skip(start).Take(AtOnce).ToList();
        List<string> ids = [.. CommentIds.Of(wanted).Skip(start).Take(AtOnce)];
        return new CommentsView(
            HeadOf.Slice(sliced, SliceCount.Of(sliced), Notes(sliced)),
            wanted.Count,
            Topics(sliced, found),
            new CommentScores(Count(found, CommentScore.Promoter), Count(found, CommentScore.Passive), Count(found, CommentScore.Detractor), Count(found, CommentScore.None)),
            await reader.ViewAsync(sliced, shown, ids, cancel),
            start + shown.Count < wanted.Count ? ids[^1] : null);
    }

    /// <exception cref="BadInput">It is not there any more.</exception>
    private static int Place(List<SelectedComment> wanted, string after)
    {
        foreach (var (place, id) in CommentIds.Of(wanted).Index())
        {
            if (id == after)
            {
                return place;
            }
        }

        throw new BadInput("after", "after-unknown", SliceTexts.AfterUnknown);
    }

    private static List<CommentTopic> Topics(Sliced sliced, List<SelectedComment> found) =>
    [
        new(Praise, ViewTexts.Praise.In(sliced.Language), found.Count(c => IsOf(c, Praise))),
        new(Improve, ViewTexts.Improvement.In(sliced.Language), found.Count(c => IsOf(c, Improve))),
        .. found
            .GroupBy(c => c.Comment.Question.Id)
            .Where(g => g.Key is not (Praise or Improve))
            .Select(g => new CommentTopic(g.Key, Questions.Text(sliced, g.First().Comment.Question.Text), g.Count()))
            .OrderByDescending(t => t.Count).ThenBy(t => t.Name, ResultTexts.Alphabet),
    ];

    private static bool IsOf(SelectedComment comment, string topic) => topic switch
    {
        Praise => comment.IsPraise,
        Improve => CommentOrder.IsImprovement(comment.Comment.Question),
        _ => comment.Comment.Question.Id == topic,
    };

    private static int Count(List<SelectedComment> found, CommentScore score) => found.Count(c => ScoreOf(c) == score);

    private static CommentScore ScoreOf(SelectedComment comment) => comment.Comment.Nps switch
    {
        null => CommentScore.None,
        >= NetPromoterScore.LowestPromoter => CommentScore.Promoter,
        >= NetPromoterScore.LowestPassive => CommentScore.Passive,
        _ => CommentScore.Detractor,
    };

    /// <summary>Once for each comment: folding a hundred thousand takes longer than looking through them.</summary>
    private static string Folded(TableComment comment) => _folded.GetValue(comment, c => TextFolding.Fold(c.Text));

    private static IEnumerable<LocalizedText> Notes(Sliced sliced)
    {
        if (!sliced.IsOwn && sliced.Scope.Comments == CommentScope.None)
        {
            yield return ViewTexts.CommentsOwnOnly;
        }
        else if (!sliced.IsOwn && sliced.Scope.Comments == CommentScope.Units && !sliced.IsPart)
        {
            yield return ViewTexts.CommentsHeadedOnly;
        }

        if (sliced.Slice.Field is not null || sliced.Slice.Factor is not null)
        {
            yield return ViewTexts.CommentsNotNarrowed;
        }
    }
}
