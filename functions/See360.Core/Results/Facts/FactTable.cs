namespace See360.Core.Results.Facts;

/// <summary>The names behind the numbers in the blocks of one institute.</summary>
public sealed class FactNames
{
    public TextCodes Advisors { get; } = new();

    public TextCodes Units { get; } = new();

    public TextCodes Segments { get; } = new();

    public TextCodes Channels { get; } = new();
}

/// <summary>All answer sheets of an institute at one moment; never changes.</summary>
public sealed class FactTable(FactNames names, IReadOnlyList<FactBlock> blocks)
{
    /// <summary>First and last minute of each block, side by side: a page by week asks for them hundreds of times.</summary>
    private readonly (int First, int Last)[] _spans = [.. blocks.Select(b => b.Count == 0 ? (int.MaxValue, int.MinValue) : (b.Minutes[0], b.Minutes[^1]))];

    public static FactTable Empty { get; } = new(new FactNames(), []);

    public FactNames Names => names;

    public IReadOnlyList<FactBlock> Blocks => blocks;

    public int Sheets => blocks.Sum(b => b.Count);

    /// <summary>Those that may hold a sheet that the filter takes.</summary>
    internal List<FactBlock> BlocksFor(FactFilter filter)
    {
        var found = new List<FactBlock>();
        for (var i = 0; i < _spans.Length; i++)
        {
            if (_spans[i].Last >= filter.From && _spans[i].First < filter.To && filter.Takes(blocks[i]))
            {
                found.Add(blocks[i]);
            }
        }

        return found;
    }
}
