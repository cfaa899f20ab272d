using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>A cycle that answers still come to. Replaced when the cycle is read again; changed in place by a single answer, only under the memory's
/// gate. What it has given out never changes.</summary>
internal sealed class OpenCycle(Cycle cycle, string key, FactNames names, SortedList<string, StoredSheet> sheets, CycleLedger ledger) : CycleFacts(cycle, key)
{
    private CycleBlocks? _blocks;
    private CycleState? _state;
    private ulong? _mark;

    public override bool Final => false;

    public override CycleBlocks Blocks => _blocks ??= CycleBlocks.Of(sheets.Values, names);

    public override CycleState State =>
        _state ??= StateOf(Funnel.OfSheets(ledger.Invitations, sheets.Values.Select(s => s.Funnel), ledger.Openings, ledger.Objections), names);

    public override IReadOnlyList<SelfImageAsk> Asks => ledger.Asks;

    public override ulong Mark => _mark ??= Blocks.Mark + MarkOf(State) + ledger.AsksMark;

    public IReadOnlyDictionary<string, StoredSheet> Sheets => sheets;

    public CycleLedger Ledger => ledger;

    public TableComment[] Comments() => [.. sheets.Values.SelectMany(s => s.Comments)];

    /// <param name="sheet">Null: the answer sheet is gone.</param>
    public void Put(string row, StoredSheet? sheet)
    {
        if (sheet is not null)
        {
            sheets[row] = sheet;
        }
        else
        {
            sheets.Remove(row);
        }

        (_blocks, _state, _mark) = (null, null, null);
    }
}

/// <summary>What an open cycle's funnel is counted of, besides its answer sheets.</summary>
internal sealed record CycleLedger(
    IReadOnlyList<Funnel.Invitation> Invitations, IReadOnlyList<ParticipantId> Openings, IReadOnlyList<ParticipantId> Objections, IReadOnlyList<SelfImageAsk> Asks)
{
    public ulong AsksMark { get; } = Asks.Aggregate(0UL, (sum, ask) =>
        sum + Mark.End(Mark.Add(Mark.Add(Mark.Add(Mark.Begin, ask.Participant.ToString()), ask.Advisor), ask.AskedAt.UtcTicks)));
}
