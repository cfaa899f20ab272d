namespace See360.Core.Imports.Reading;

/// <summary>A column that a kind of file may have.</summary>
/// <param name="Name">As our templates write it.</param>
/// <param name="Synonyms">What other systems write, the surest first.</param>
/// <param name="Required">Without it the file is refused as a whole.</param>
public sealed record ColumnName(string Name, IReadOnlyList<string> Synonyms, bool Required = false);

/// <summary>The columns of a kind of file. A column's place in the list is its number everywhere else.</summary>
/// <param name="enoughForHeader">A line with so many known columns is the header.</param>
public sealed class ColumnSet(int enoughForHeader, IReadOnlyList<ColumnName> columns)
{
    private readonly Dictionary<string, (int Column, int Rank)> _byName = Names(columns);

    public IReadOnlyList<ColumnName> Columns => columns;

    public int EnoughForHeader => enoughForHeader;

    /// <summary>Which field of a record holds each column, −1 where the file has none. Of two headers that mean the
    /// same column the surer synonym wins, then the first.</summary>
    /// <param name="own">The institute's own names, folded, and the column that each stands for.</param>
    public int[] Match(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string>? own = null)
    {
        var places = new int[columns.Count];
        var ranks = new int[columns.Count];
        Array.Fill(places, -1);
        for (var field = 0; field < headers.Count; field++)
        {
            var folded = TextFolding.Fold(headers[field]);
            var known = own is not null && own.TryGetValue(folded, out var meant)
                ? (Column: Find(meant), Rank: -1)
                : _byName.TryGetValue(folded, out var found) ? found : (Column: -1, Rank: 0);
            if (known.Column >= 0 && (places[known.Column] < 0 || known.Rank < ranks[known.Column]))
            {
                (places[known.Column], ranks[known.Column]) = (field, known.Rank);
            }
        }

        return places;
    }

    /// <summary>Whether a header stands for one of the columns.</summary>
    /// <param name="own">As in <see cref="Match"/>.</param>
    public bool Knows(string header, IReadOnlyDictionary<string, string>? own = null) =>
        TextFolding.Fold(header) is var folded && (_byName.ContainsKey(folded) || own?.ContainsKey(folded) == true);

    /// <summary>The number of a column by the name that our templates give it, or −1.</summary>
    public int Find(string name) => _byName.TryGetValue(TextFolding.Fold(name), out var found) ? found.Column : -1;

    private static Dictionary<string, (int Column, int Rank)> Names(IReadOnlyList<ColumnName> columns)
    {
        var names = new Dictionary<string, (int, int)>();
        for (var column = 0; column < columns.Count; column++)
        {
            names.TryAdd(TextFolding.Fold(columns[column].Name), (column, 0));
            for (var rank = 0; rank < columns[column].Synonyms.Count; rank++)
            {
                names.TryAdd(TextFolding.Fold(columns[column].Synonyms[rank]), (column, rank + 1));
            }
        }

        return names;
    }
}
