using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using See360.Core.Storage;
using See360.Testing;

namespace See360.Core.Tests.Retention;

/// <summary>Knows of whom something is stored: looks for the mark <c>zqNNNNNx</c> in each key and body as it is written. Says the same as
/// reading everything would, and can be asked every day of four years.</summary>
internal sealed partial class MarkedStore : IRecordStore, IRecordPartitions
{
    private readonly InMemoryRecordStore _store = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Table, string Partition, string Row), int[]> _rows = [];
    private readonly Dictionary<int, int> _people = [];

    public IReadOnlyCollection<int> People => _people.Keys;

    public static string Mark(int person) => person.ToString("'zq'00000'x'", CultureInfo.InvariantCulture);

    public static int[] In(string text) => [.. Marks().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct()];

    public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) =>
        _store.ReadAsync(table, partition, row, cancel);

    public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
        _store.RangeAsync(table, partition, range, cancel);

    public IAsyncEnumerable<string> PartitionsAsync(string table, string prefix, CancellationToken cancel = default) =>
        _store.PartitionsAsync(table, prefix, cancel);

    public async Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default)
    {
        var result = await _store.WriteAsync(table, partition, changes, cancel);
        lock (_lock)
        {
            foreach (var change in result.Written ? changes : [])
            {
                Note((table, partition, change.Row), In($"{partition} {change.Row} {Encoding.UTF8.GetString(RecordBatch.Body(change).Span)}"));
            }
        }

        return result;
    }

    private void Note((string, string, string) key, int[] people)
    {
        foreach (var before in _rows.GetValueOrDefault(key, []))
        {
            if (--_people[before] == 0)
            {
                _people.Remove(before);
            }
        }

        _rows.Remove(key);
        if (people.Length > 0)
        {
            _rows[key] = people;
        }

        foreach (var person in people)
        {
            _people[person] = _people.GetValueOrDefault(person) + 1;
        }
    }

    [GeneratedRegex("zq([0-9]{5})x", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
