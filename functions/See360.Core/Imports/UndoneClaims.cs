using System.Collections.Concurrent;
using See360.Core.Contacts;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Imports;

/// <summary>Contacts without the claims of who was withdrawn. A claim is given back by the undo, or by the unit that has made
/// it too late; if the process ends before that, nobody comes back to it, and it must hold up nobody. To be used for one
/// piece of work: it remembers which imports are undone.</summary>
public sealed class UndoneClaims(ImportRecords imports, ParticipantRecords participants, InstituteId institute)
{
    private readonly ConcurrentDictionary<BatchId, bool> _undone = new();

    public async Task<Contact> WithoutAsync(Contact contact, CancellationToken cancel = default)
    {
        while (contact.ClaimedBy is { } by && await IsWithdrawnAsync(by, cancel))
        {
            contact = contact.Release(by);
        }

        return contact;
    }

    private async Task<bool> IsWithdrawnAsync(ParticipantId id, CancellationToken cancel) =>
        id.Batch.Kind == BatchKind.Import && await IsUndoneAsync(id.Batch, cancel)
        && (await participants.ReadAsync(institute, id, cancel))?.Value is { State: ParticipantState.Withdrawn };

    /// <summary>An import is marked before its rows are withdrawn; most claims are of imports that never were undone.</summary>
    private async Task<bool> IsUndoneAsync(BatchId batch, CancellationToken cancel)
    {
        if (_undone.TryGetValue(batch, out var known))
        {
            return known;
        }

        return _undone[batch] = (await imports.Imports.ReadAsync(ImportRecords.Partition(institute), batch.ToString(), cancel))?.Value.State == ImportState.Undone;
    }
}
