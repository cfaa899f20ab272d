using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Imports;

/// <summary>Asks the ledger whether an import has left the house.</summary>
public sealed class ImportSends(CycleRecords cycles)
{
    /// <summary>True if one of its invitations stands in the ledger and was not skipped: also one that is only claimed,
    /// since its mail may be on its way. Reads one record for each cycle since the import, as a rule.</summary>
    public async Task<bool> AnyAsync(InstituteId institute, Import import, CancellationToken cancel = default)
    {
        await foreach (var cycle in cycles.SinceAsync(institute, import.Id.Week, cancel))
        {
            var ofBatch = RowRange.Prefix($"{SendKind.Invitation}|{import.Id}-");
            await foreach (var send in cycles.Sends.RangeAsync(CycleRecords.SendPartition(institute, cycle.Value.Id), ofBatch, cancel))
            {
                if (send.Value.State != SendState.Skipped)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
