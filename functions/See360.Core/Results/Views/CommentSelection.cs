using System.Security.Cryptography;
using System.Text;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

/// <summary>The comments of a slice that somebody may read: praise first, newest first. In confidential mode neither day nor score is
/// known, so those stand behind the others, in an order that has nothing to do with theirs.</summary>
internal static class CommentSelection
{
    public static IReadOnlyList<SelectedComment> Of(Sliced sliced, IReadOnlyList<TableComment> comments)
    {
        var surveys = sliced.Surveys.ToDictionary(s => s.Id);
        var (slice, filter) = (sliced.Slice, sliced.Here.Filter);
        var units = slice.Advisor is null && slice.Unit is { } unit && unit != sliced.Chart.Top ? sliced.Chart.Subtree(unit) : null;
        var found = new List<SelectedComment>();
        foreach (var comment in comments)
        {
            if (comment.Marks == SheetMarks.Customer && comment.Minutes >= filter.From && comment.Minutes < filter.To
                && surveys.TryGetValue(comment.Survey, out var survey)
                && (slice.Version is null || slice.Version == comment.Version)
                && (slice.Advisor is null || slice.Advisor == comment.Advisor)
                && units?.Contains(comment.Unit) != false
                && (slice.Segment is null || slice.Segment == comment.Segment)
                && (slice.Channel is null || slice.Channel == comment.Channel)
                && sliced.Scope.MayReadComments(comment.Unit, comment.Advisor)
                && !IsPending(sliced, comment))
            {
                found.Add(new SelectedComment(comment, survey, CommentOrder.IsPraise(comment.Question, comment.Nps)));
            }
        }

        return [.. found.OrderByDescending(c => c.IsPraise).ThenByDescending(c => c.Minutes ?? int.MinValue).ThenBy(c => c.Shuffled, StringComparer.Ordinal)];
    }

    /// <summary>His own, of a survey that wants his self-image first: not even where he looks at more than himself.</summary>
    private static bool IsPending(Sliced sliced, TableComment comment) =>
        comment.Advisor == sliced.Scope.Own && sliced.OwnPending.Contains(comment.Survey);
}

internal sealed record SelectedComment(TableComment Comment, Survey Survey, bool IsPraise)
{
    /// <summary>Completed; null in confidential mode.</summary>
    public int? Minutes => Survey.Confidentiality == ConfidentialityMode.Confidential ? null : Comment.Minutes;

    /// <summary>Made of the text alone: from anything else a participant could be guessed.</summary>
    public string Shuffled { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Comment.Survey}\n{Comment.Question.Id}\n{Comment.Text}")).AsSpan(0, 8));
}
