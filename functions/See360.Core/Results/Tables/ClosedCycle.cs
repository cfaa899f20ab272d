using See360.Core.Cycles;

namespace See360.Core.Results.Tables;

/// <summary>A closed cycle: its blocks and its totals alone. Comments are read when they are asked for.</summary>
internal sealed class ClosedCycle : CycleFacts
{
    public ClosedCycle(Cycle cycle, string key, CycleBlocks blocks, CycleTotals totals)
        : base(cycle, key)
    {
        (Blocks, State) = (blocks, StateOf(totals));
        Mark = blocks.Mark + MarkOf(State);
    }

    public override bool Final => true;

    public override CycleBlocks Blocks { get; }

    public override CycleState State { get; }

    public override IReadOnlyList<SelfImageAsk> Asks => [];

    public override ulong Mark { get; }
}
