namespace See360.Core.Results.Facts;

/// <summary>What a pass has counted.</summary>
public sealed class FactCount<TKey>
    where TKey : notnull
{
    private readonly List<Tally?> _tallies = [];

    internal FactCount(Grouping<TKey> grouping) => Grouping = grouping;

    /// <summary>Answer sheets.</summary>
    public int Sheets { get; internal set; }

    internal Grouping<TKey> Grouping { get; }

    public IEnumerable<(TKey Key, ScoreScale? Scale, Tally Tally)> Groups => _tallies
        .Select((tally, place) => (Grouping.Key(place).Key, Grouping.Key(place).Scale, Tally: tally!))
        .Where(g => g.Tally is not null);

    internal Tally At(int place)
    {
        while (_tallies.Count <= place)
        {
            _tallies.Add(null);
        }

        return _tallies[place] ??= new Tally();
    }
}
