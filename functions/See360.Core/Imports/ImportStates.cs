using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <param name="Counts">Rows by state.</param>
/// <param name="Left">Invitations that have left or are on their way.</param>
/// <param name="Sent">Those of them that the carrier has accepted.</param>
public sealed record ImportNow(IReadOnlyDictionary<ParticipantState, int> Counts, int Left, int Sent);

/// <summary>How the rows of an import stand now: once it is confirmed, the cycles change them. The rows are counted only
/// when a wave is through, and once for each wave; while mails are leaving, the ledger alone says how far it is.</summary>
public sealed class ImportStates(ImportSends sends, ParticipantRecords participants)
{
    private const int MostRemembered = 500;

    private readonly ConcurrentDictionary<(InstituteId, BatchId), (string Of, IReadOnlyDictionary<ParticipantState, int> Counts)> _counted = new();

    public async Task<ImportNow> ReadAsync(InstituteId institute, Import import, CancellationToken cancel = default)
    {
        if (import.ConfirmedAt is null)
        {
            return new ImportNow(import.Counts, 0, 0);
        }

        var left = await sends.OfAsync(institute, import, cancel);
        var counts = left.Waves == 0 && import.UndoneAt is null ? import.Counts
            : left.IsSending ? Sending(import.Counts, left.Invitations)
            : await CountedAsync(institute, import, $"{left.Invitations} {left.Waves} {import.UndoneAt:O}", cancel);

        // The contact log is kept for a year; that somebody was invited stands in his own record.
        var invited = Math.Max(left.Invitations, left.IsSending ? 0 : counts.GetValueOrDefault(ParticipantState.Invited));
        return new ImportNow(counts, invited, left.Invitations == 0 ? invited : left.Sent);
    }

    private static Dictionary<ParticipantState, int> Sending(IReadOnlyDictionary<ParticipantState, int> confirmed, int invitations)
    {
        var counts = confirmed.ToDictionary();
        counts[ParticipantState.Ready] = Math.Max(0, confirmed.GetValueOrDefault(ParticipantState.Ready) - invitations);
        counts[ParticipantState.Invited] = invitations;
        return counts;
    }

    private async Task<IReadOnlyDictionary<ParticipantState, int>> CountedAsync(InstituteId institute, Import import, string of, CancellationToken cancel)
    {
        if (_counted.TryGetValue((institute, import.Id), out var known) && known.Of == of)
        {
            return known.Counts;
        }

        var counts = new Dictionary<ParticipantState, int>();
        await foreach (var row in participants.Participants.RangeAsync(ParticipantRecords.Partition(institute, import.Id), RowRange.All, cancel))
        {
            counts[row.Value.State] = counts.GetValueOrDefault(row.Value.State) + 1;
        }

        if (_counted.Count >= MostRemembered)
        {
            _counted.Clear();
        }

        _counted[(institute, import.Id)] = (of, counts);
        return counts;
    }
}
