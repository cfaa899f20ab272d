namespace See360.Move;

/// <summary>Two streams in ordinal order of their keys, walked together.</summary>
internal static class SideBySide
{
    /// <returns>Each key of either side once, with what has it; at least one of the two is there.</returns>
    public static async IAsyncEnumerable<(T? Source, T? Target)> WalkAsync<T>(IAsyncEnumerable<T> source, IAsyncEnumerable<T> target, Func<T, string> key)
        where T : class
    {
        await using var sources = source.GetAsyncEnumerator();
        await using var targets = target.GetAsyncEnumerator();
        var (left, right) = (await NextAsync(sources), await NextAsync(targets));
        while (left is not null || right is not null)
        {
            var order = left is null ? 1 : right is null ? -1 : string.CompareOrdinal(key(left), key(right));
            yield return (order <= 0 ? left : null, order >= 0 ? right : null);
            left = order <= 0 ? await NextAsync(sources) : left;
            right = order >= 0 ? await NextAsync(targets) : right;
        }
    }

    private static async Task<T?> NextAsync<T>(IAsyncEnumerator<T> items)
        where T : class => await items.MoveNextAsync() ? items.Current : null;
}
