namespace See360.Core.Results.Views;

/// <summary>Names of comments for a page: made of the texts alone. The same text twice is numbered.</summary>
internal static class CommentIds
{
    /// <summary>One after the other, as far as somebody asks.</summary>
    public static IEnumerable<string> Of(IEnumerable<SelectedComment> comments)
    {
        var seen = new Dictionary<ulong, int>();
        foreach (var comment in comments)
        {
            var again = seen[comment.Hash] = seen.GetValueOrDefault(comment.Hash) + 1;
            yield return again > 1 ? $"{comment.Name}-{again}" : comment.Name;
        }
    }
}
