using See360.Core.Cycles;

namespace See360.Core.Results.Tables;

/// <summary>A closed cycle: its blocks and its totals alone. Comments are read when they are asked for.</summary>
internal sealed class ClosedCycle : CycleFacts
{
    public ClosedCycle(Cycle cycle, string key, CycleBlocks blocks, CycleTotals totals, bool folded = false)
        : base(cycle, key)
    {
        (Blocks, State, Folded) = (blocks, StateOf(totals), folded);
        Mark = blocks.Mark + MarkOf(State);
    }

    public override bool Final => true;

    public override CycleBlocks Blocks { get; }

    public override CycleState State { get; }

    public override IReadOnlyList<SelfImageAsk> Asks => [];

    public override ulong Mark { get; }

    /// <summary>It was read from a segment: so are its comments.</summary>
    public bool Folded { get; }
}
