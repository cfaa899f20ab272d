namespace See360.Core.Results.Views;

/// <summary>Names of comments for a page: made of the texts alone. The same text twice is numbered.</summary>
internal static class CommentIds
{
    public static IReadOnlyList<string> Of(IEnumerable<SelectedComment> comments)
    {
        var seen = new Dictionary<string, int>();
        return [.. comments.Select(c => (seen[c.Shuffled] = seen.GetValueOrDefault(c.Shuffled) + 1) is > 1 and var again ? $"{c.Shuffled}-{again}" : c.Shuffled)];
    }
}
