using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <param name="Invitations">In the ledger and not skipped: also one that is only claimed, since its mail may be on its way.</param>
/// <param name="Sent">Those that the carrier has accepted.</param>
/// <param name="Waves">Of all cycles since the import: whether anything may have happened to its rows.</param>
/// <param name="IsSending">A wave is still inviting.</param>
public sealed record ImportLeft(int Invitations, int Sent, int Waves, bool IsSending);

/// <summary>Asks the ledger how much of an import has left the house.</summary>
public sealed class ImportSends(CycleRecords cycles)
{
    /// <summary>Reads the ledger's records of this import, in the cycles since it came.</summary>
    public async Task<ImportLeft> OfAsync(InstituteId institute, Import import, CancellationToken cancel = default)
    {
        var (invitations, sent, waves, isSending) = (0, 0, 0, false);
        await foreach (var cycle in cycles.SinceAsync(institute, import.Id.Week, cancel))
        {
            waves += cycle.Value.Waves.Count;
            isSending |= cycle.Value is { ClosedAt: null, Waves: [.., { InvitedAt: null }] };
            await foreach (var send in InvitationsAsync(institute, cycle.Value, import, cancel))
            {
                invitations++;
                sent += send.State == SendState.Sent ? 1 : 0;
            }
        }

        return new ImportLeft(invitations, sent, waves, isSending);
    }

    /// <summary>True as soon as one of its invitations is found: one record for each cycle since the import, as a rule.</summary>
    public async Task<bool> AnyAsync(InstituteId institute, Import import, CancellationToken cancel = default)
    {
        await foreach (var cycle in cycles.SinceAsync(institute, import.Id.Week, cancel))
        {
            await foreach (var _ in InvitationsAsync(institute, cycle.Value, import, cancel))
            {
                return true;
            }
        }

        return false;
    }

    private async IAsyncEnumerable<Send> InvitationsAsync(
        InstituteId institute, Cycle cycle, Import import, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var ofBatch = RowRange.Prefix($"{SendKind.Invitation}|{import.Id}-");
        await foreach (var send in cycles.Sends.RangeAsync(CycleRecords.SendPartition(institute, cycle.Id), ofBatch, cancel))
        {
            if (send.Value.State != SendState.Skipped)
            {
                yield return send.Value;
            }
        }
    }
}
