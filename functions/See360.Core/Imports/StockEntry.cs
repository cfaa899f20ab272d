using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <summary>Brings accepted rows into the stock: the conversation is claimed first, and whose conversation another
/// participant holds already becomes a Dublette; then the place in the survey's stock is taken.</summary>
public sealed class StockEntry(ImportRecords imports, ImportRowKeys rowKeys, ParticipantRecords participants)
{
    /// <returns>The state of each row afterwards.</returns>
    public async Task<IReadOnlyList<ParticipantState>> EnterAsync(
        InstituteId institute, Import import, IReadOnlyList<Versioned<Participant>> rows, CancellationToken cancel = default)
    {
        var taken = await ClaimAsync(institute, rows, cancel);
        await PlaceAsync(institute, [.. rows.Where(r => !taken.Contains(r.Value.Id)).Select(r => r.Value)], cancel);
        foreach (var row in rows.Where(r => taken.Contains(r.Value.Id)))
        {
            await participants.Participants.ReplaceAsync(ParticipantRecords.Partition(institute, import.Id), row, Rejected(row.Value, import), cancel);
        }

        return [.. rows.Select(r => taken.Contains(r.Value.Id) ? ParticipantState.Duplicate : r.Value.State)];
    }

    private static Participant Rejected(Participant participant, Import import) => participant with
    {
        State = ParticipantState.Duplicate,
        Reason = ReasonCodes.ImportedBefore,
        NotBefore = null,
        Raw = participant.Raw ?? RawFields.Of(participant, import),
    };

    /// <returns>Whose conversation belongs to somebody else.</returns>
    private async Task<HashSet<ParticipantId>> ClaimAsync(InstituteId institute, IReadOnlyList<Versioned<Participant>> rows, CancellationToken cancel)
    {
        var taken = new ConcurrentBag<ParticipantId>();
        var writes = new List<Task>();
        foreach (var group in rows.GroupBy(r => ImportRowKeys.Partition(institute, r.Value)))
        {
            // Two rows of one file can't be one conversation (twice-in-file), but the store takes no row twice.
            var claims = group.Select(r => (r.Value.Id, Row: rowKeys.Row(institute, r.Value))).ToLookup(c => c.Row);
            foreach (var again in claims.SelectMany(same => same.Skip(1)))
            {
                taken.Add(again.Id);
            }

            // In the order of the keys, so that neighbours are written together.
            foreach (var chunk in claims.Select(same => same.First()).OrderBy(c => c.Row, StringComparer.Ordinal).Chunk(IRecordStore.MaxBatch))
            {
                writes.Add(InsertMissingAsync(imports.Rows, group.Key, chunk, c => c.Row, c => new KnownRow(c.Id), (c, found) =>
                {
                    if (found.Participant != c.Id)
                    {
                        taken.Add(c.Id);
                    }
                }, cancel));
            }
        }

        await Task.WhenAll(writes);
        return [.. taken];
    }

    private Task PlaceAsync(InstituteId institute, IReadOnlyList<Participant> accepted, CancellationToken cancel) => Task.WhenAll(
        from survey in accepted.GroupBy(p => p.Survey!.Value)
        from chunk in survey.Chunk(IRecordStore.MaxBatch)
        select InsertMissingAsync(
            participants.Waiting, ParticipantRecords.WaitingPartition(institute, survey.Key), chunk,
            p => ParticipantRecords.WaitingRow(p.Advisor, p.Id, p.NotBefore ?? default),
            p => new Waiting(p.Id, p.Advisor, p.NotBefore ?? default), (_, _) => { }, cancel));

    /// <summary>Inserts what is not there yet. The usual case is one write; only after a conflict is each key looked at.</summary>
    private static async Task InsertMissingAsync<TItem, TRecord>(
        Table<TRecord> table, string partition, IReadOnlyList<TItem> items, Func<TItem, string> row, Func<TItem, TRecord> record,
        Action<TItem, TRecord> alreadyThere, CancellationToken cancel)
        where TRecord : class
    {
        var missing = items.ToList();
        while (missing.Count > 0
            && !(await table.WriteAsync(partition, [.. missing.Select(item => Table<TRecord>.Insert(row(item), record(item)))], cancel)).Written)
        {
            var found = await Task.WhenAll(missing.Select(item => table.ReadAsync(partition, row(item), cancel)));
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] is { } there)
                {
                    alreadyThere(missing[i], there.Value);
                }
            }

            missing = [.. missing.Where((_, i) => found[i] is null)];
        }
    }
}
