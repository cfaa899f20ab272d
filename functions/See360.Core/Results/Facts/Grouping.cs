using System.Runtime.CompilerServices;
using See360.Core.Surveys;

namespace See360.Core.Results.Facts;

/// <summary>Which columns are measured together: the questions of a factor, those of a factor within a field, one question. A column may
/// be in several groups. Every group is of one scale, because means over different ones would say nothing. One object serves all
/// institutes and all threads.</summary>
public sealed class Grouping<TKey>
    where TKey : notnull
{
    private readonly Func<FactColumn, IEnumerable<TKey>> _groupsOf;
    private readonly bool _kept;
    private readonly Lock _lock = new();
    private readonly Dictionary<(TKey, ScoreScale?), int> _places = [];
    private readonly ConditionalWeakTable<IReadOnlyList<FactColumn>, Layout> _layouts = [];
    private volatile (TKey Key, ScoreScale? Scale)[] _keys = [];

    /// <param name="groupsOf">The groups of a column; the same for the same column.</param>
    /// <param name="kept">What is counted of whole blocks is kept with them: for the few that many pages ask for.</param>
    public Grouping(Func<FactColumn, IEnumerable<TKey>> groupsOf, bool kept = false) => (_groupsOf, _kept) = (groupsOf, kept);

    internal int Count => _keys.Length;

    internal (TKey Key, ScoreScale? Scale) Key(int place) => _keys[place];

    /// <summary>Each customer's sums over these columns fit a byte, and so vectors.</summary>
    internal static bool FitsVectors(int[] columns, ScoreScale scale) => columns.Length * (scale.Max + 1) <= byte.MaxValue;

    /// <summary>For the columns of one version.</summary>
    internal Layout Of(IReadOnlyList<FactColumn> columns) => _layouts.GetValue(columns, Make);

    private Layout Make(IReadOnlyList<FactColumn> columns)
    {
        lock (_lock)
        {
            return Arrange(columns);
        }
    }

    private Layout Arrange(IReadOnlyList<FactColumn> columns)
    {
        var members = new SortedDictionary<int, List<int>>();
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var key in _groupsOf(columns[column]))
            {
                var place = Place((key, columns[column].Asked.Scale));
                (members.TryGetValue(place, out var list) ? list : members[place] = []).Add(column);
            }
        }

        var wanted = members.Values.SelectMany(m => m).ToHashSet();
        var groups = members.Select(m => new Group(m.Key, [.. m.Value])).ToList();
        return new Layout(
            groups, Highest(columns), [.. columns.Select((_, column) => wanted.Contains(column))],
            _kept && groups.TrueForAll(g => _keys[g.Place].Scale is not { } scale || FitsVectors(g.Columns, scale)));
    }

    private int Place((TKey, ScoreScale?) key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            place = _places[key] = _keys.Length;
            _keys = [.. _keys, key];
        }

        return place;
    }

    /// <summary>The highest code that a column can hold and that is counted.</summary>
    private static int[] Highest(IReadOnlyList<FactColumn> columns) =>
    [
        .. columns.Select(c => c.Asked.Scale is { } scale ? AnswerCode.OfScore(scale.Max)
            : c.Part == ColumnPart.Chosen ? AnswerCode.OfChoice(1)
            : Math.Min((byte)(AnswerCode.Scores - 1), AnswerCode.OfChoice(FixedChoices.For(c.Asked.Question).Count - 1))),
    ];

    /// <param name="Columns">Places among the columns of the version.</param>
    internal sealed record Group(int Place, int[] Columns);

    /// <param name="Highest">By column.</param>
    /// <param name="Wanted">By column: it is in a group.</param>
    /// <param name="Kept">What is counted of a whole block is kept with it.</param>
    internal sealed record Layout(IReadOnlyList<Group> Groups, int[] Highest, bool[] Wanted, bool Kept);
}
