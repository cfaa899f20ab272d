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

    /// <summary>What is left when sheets are taken away that are in it.</summary>
    /// <param name="part">Of the same grouping.</param>
    internal FactCount<TKey> Without(FactCount<TKey> part)
    {
        var rest = new FactCount<TKey>(Grouping) { Sheets = Sheets - part.Sheets };
        foreach (var (count, times) in new[] { (this, 1), (part, -1) })
        {
            for (var place = 0; place < count._tallies.Count; place++)
            {
                if (count._tallies[place] is { } tally)
                {
                    rest.At(place).Add(tally, times);
                }
            }
        }

        return rest;
    }

    internal Tally At(int place)
    {
        while (_tallies.Count <= place)
        {
            _tallies.Add(null);
        }

        return _tallies[place] ??= new Tally();
    }
}
