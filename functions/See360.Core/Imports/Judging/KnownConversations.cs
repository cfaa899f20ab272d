using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports.Judging;

/// <summary>Which of a file's conversations have been confirmed before. As <see cref="KnownContacts"/>: keys one by one
/// in a weekly file, the whole month as one range in a large one.</summary>
public sealed class KnownConversations(ImportRecords records, ImportRowKeys keys, InstituteId institute)
{
    private const int KeysBeforeRange = 2000;
    private const int AtOnce = 32;

    private readonly Dictionary<string, int> _keysRead = [];
    private readonly Dictionary<string, HashSet<UInt128>> _months = [];

    public async Task<bool[]> OfAsync(IReadOnlyList<Participant> participants, CancellationToken cancel)
    {
        var known = new bool[participants.Count];
        var unread = new List<(int Index, string Partition)>();
        for (var i = 0; i < known.Length; i++)
        {
            if (participants[i].State == ParticipantState.Ready)
            {
                var partition = ImportRowKeys.Partition(institute, participants[i]);
                if (await MonthAsync(partition, cancel) is { } month)
                {
                    known[i] = month.Count > 0 && month.Contains(Short(keys.Row(institute, participants[i])));
                }
                else
                {
                    unread.Add((i, partition));
                }
            }
        }

        foreach (var chunk in unread.Chunk(AtOnce))
        {
            await Task.WhenAll(chunk.Select(async item =>
                known[item.Index] = await records.Rows.ReadAsync(item.Partition, keys.Row(institute, participants[item.Index]), cancel) is not null));
        }

        return known;
    }

    /// <summary>The month as a whole, once it has been asked for often enough; null before.</summary>
    private async Task<HashSet<UInt128>?> MonthAsync(string partition, CancellationToken cancel)
    {
        if (_months.TryGetValue(partition, out var month))
        {
            return month;
        }

        var asked = _keysRead[partition] = _keysRead.GetValueOrDefault(partition) + 1;
        if (asked <= KeysBeforeRange)
        {
            return null;
        }

        month = [];
        await foreach (var row in records.Rows.RangeAsync(partition, RowRange.All, cancel))
        {
            month.Add(Short(row.Row));
        }

        return _months[partition] = month;
    }

    private static UInt128 Short(string key) => UInt128.Parse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
