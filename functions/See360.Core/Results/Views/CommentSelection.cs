using System.Globalization;
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
        SelectedComment[] found = [.. Found(sliced, comments)];
        Array.Sort(Array.ConvertAll(found, c => c.Order), found);
        for (var start = 0; start < found.Length;)
        {
            var end = start + 1;
            while (end < found.Length && found[end].Order == found[start].Order)
            {
                end++;
            }

            found.AsSpan(start, end - start).Sort((a, b) => a.Hash.CompareTo(b.Hash));
            start = end;
        }

        return found;
    }

    /// <summary>Only the first few that are praise: the others are not put in order.</summary>
    public static IReadOnlyList<SelectedComment> Praise(Sliced sliced, IReadOnlyList<TableComment> comments, int most)
    {
        var first = new List<SelectedComment>();
        foreach (var comment in Found(sliced, comments).Where(c => c.IsPraise))
        {
            var place = first.FindIndex(c => (comment.Order, comment.Hash).CompareTo((c.Order, c.Hash)) < 0);
            if (place >= 0 || first.Count < most)
            {
                first.Insert(place < 0 ? first.Count : place, comment);
                first.RemoveRange(Math.Min(most, first.Count), Math.Max(0, first.Count - most));
            }
        }

        return first;
    }

    private static IEnumerable<SelectedComment> Found(Sliced sliced, IReadOnlyList<TableComment> comments)
    {
        var surveys = sliced.Surveys.ToDictionary(s => s.Id);
        var (slice, filter) = (sliced.Slice, sliced.Here.Filter);
        var units = slice.Advisor is null && slice.Unit is { } unit && unit != sliced.Chart.Top ? sliced.Chart.Subtree(unit) : null;
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
                yield return new SelectedComment(comment, survey, CommentOrder.IsPraise(comment.Question, comment.Nps));
            }
        }
    }

    /// <summary>His own, of a survey that wants his self-image first: not even where he looks at more than himself.</summary>
    private static bool IsPending(Sliced sliced, TableComment comment) =>
        comment.Advisor == sliced.Scope.Own && sliced.OwnPending.Contains(comment.Survey);
}

internal sealed record SelectedComment(TableComment Comment, Survey Survey, bool IsPraise)
{
    /// <summary>Completed; null in confidential mode.</summary>
    public int? Minutes => Survey.Confidentiality == ConfidentialityMode.Confidential ? null : Comment.Minutes;

    /// <summary>Praise before others, the newest before older ones.</summary>
    public long Order => (IsPraise ? 0L : 1L << 40) - (Minutes ?? int.MinValue);

    /// <summary>Made of the text alone: from anything else a participant could be guessed.</summary>
    public ulong Hash => Mark.Of($"{Comment.Survey}", Comment.Question.Id, Comment.Text);

    public string Name => Hash.ToString("x16", CultureInfo.InvariantCulture);
}
