using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Storage;

namespace See360.Core.Results.Tables;

/// <summary>Reads an institute's cycles from its records: always a whole partition or a single record, never across weeks.</summary>
internal sealed class CycleReader(InstituteId institute, SheetPlans plans, CycleRecords cycles, ResponseRecords responses)
{
    /// <param name="names">Those that their mails by advisor are kept under.</param>
    public async Task<List<Versioned<Cycle>>> CyclesAsync(IsoWeek from, FactNames names, CancellationToken cancel)
    {
        var found = new List<Versioned<Cycle>>();
        await foreach (var record in cycles.Cycles.StoredRangeAsync(CycleRecords.Partition(institute), new RowRange(from.ToString()), cancel))
        {
            found.Add(new Versioned<Cycle>(CycleJson.Read(record.Body.Span, names.Advisors), record.Row, record.Version));
        }

        return found;
    }

    /// <summary>The cycle's record was read before, so what is read now of one that was closed is final. Of a closed cycle the ledger is not read:
    /// its totals are stored.</summary>
    /// <param name="known">What was read of it before: of that only what has changed is taken up.</param>
    /// <param name="ledger">Whether the ledger of an open cycle is read again, too.</param>
    public async Task<CycleFacts> ReadAsync(Cycle cycle, string key, OpenCycle? known, bool ledger, FactNames names, CancellationToken cancel)
    {
        var sheets = new SortedList<string, StoredSheet>(known?.Sheets.Count ?? 0, StringComparer.Ordinal);
        await foreach (var record in responses.Responses.StoredRangeAsync(Partition(cycle.Id), cancel: cancel))
        {
            sheets.Add(record.Row, known?.Sheets.GetValueOrDefault(record.Row) is { } same && same.Record == record.Version
                ? same
                : await SheetAsync(cycle.Id, record, names, cancel));
        }

        if (cycle is { ClosedAt: not null, Totals: { } totals })
        {
            return new ClosedCycle(cycle, key, CycleBlocks.Of(sheets.Values, names), totals, names);
        }

        var open = new OpenCycle(cycle, key, names, sheets, known is not null && !ledger ? known.Ledger : await LedgerAsync(cycle.Id, names, cancel));
        return cycle.ClosedAt is null ? open : new ClosedCycle(cycle, key, open.Blocks, open.State.Totals, names);
    }

    /// <summary>Takes one answer sheet up as it is stored now.</summary>
    public async Task UpdateAsync(OpenCycle cycle, ParticipantId participant, FactNames names, CancellationToken cancel)
    {
        var row = participant.ToString();
        var record = await responses.Responses.ReadStoredAsync(Partition(cycle.Id), row, cancel);
        cycle.Put(row, record is null ? null : await SheetAsync(cycle.Id, record, names, cancel));
    }

    /// <summary>Everything that is kept of a closed cycle.</summary>
    public async Task<FoldedCycle> FoldAsync(CycleId cycle, FactNames names, CancellationToken cancel)
    {
        var sheets = new List<StoredSheet>();
        await foreach (var record in responses.Responses.StoredRangeAsync(Partition(cycle), cancel: cancel))
        {
            sheets.Add(await SheetAsync(cycle, record, names, cancel));
        }

        return new FoldedCycle(cycle, CycleBlocks.Of(sheets, names), [.. sheets.SelectMany(s => s.Comments)]);
    }

    public async Task<TableComment[]> CommentsAsync(CycleId cycle, FactNames names, CancellationToken cancel) =>
        (await FoldAsync(cycle, names, cancel)).Comments;

    private string Partition(CycleId cycle) => ResponseRecords.Partition(institute, cycle);

    private async ValueTask<StoredSheet> SheetAsync(CycleId cycle, StoredRecord record, FactNames names, CancellationToken cancel)
    {
        if (StoredSheet.Of(record, cycle, plans, names) is { } sheet)
        {
            return sheet;
        }

        var response = RecordJson.Read<Response>(record.Body.Span);
        return StoredSheet.Of(record.Version, response, await plans.OfAsync(cycle.Survey, response.Version, cancel), names);
    }

    private async Task<CycleLedger> LedgerAsync(CycleId cycle, FactNames names, CancellationToken cancel)
    {
        var (invitations, asks) = (new List<Funnel.Invitation>(), new List<SelfImageAsk>());
        foreach (var kind in new[] { SendKind.Invitation, SendKind.SelfImage })
        {
            await foreach (var send in cycles.Sends.RangeAsync(CycleRecords.SendPartition(institute, cycle), RowRange.Prefix($"{kind}|"), cancel))
            {
                if (kind == SendKind.Invitation)
                {
                    invitations.Add(Funnel.Invitation.Of(send.Value) with { Advisor = names.Advisors.Once(send.Value.Advisor) });
                }
                else if (send.Value.State == SendState.Sent)
                {
                    asks.Add(new SelfImageAsk(cycle, send.Value.Participant, send.Value.Advisor, send.Value.DoneAt ?? send.Value.ClaimedAt));
                }
            }
        }

        var openings = await responses.Openings.ListAsync(Partition(cycle), cancel: cancel);
        var objections = await responses.Objections.ListAsync(Partition(cycle), cancel: cancel);
        return new CycleLedger(invitations, [.. openings.Select(o => o.Participant)], [.. objections.Select(o => o.Participant)], asks);
    }
}
