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
public sealed record FactTable(FactNames Names, IReadOnlyList<FactBlock> Blocks)
{
    public static FactTable Empty { get; } = new(new FactNames(), []);

    public int Sheets => Blocks.Sum(b => b.Count);
}
