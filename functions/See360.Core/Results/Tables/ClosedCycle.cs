using See360.Core.Cycles;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>A closed cycle: its blocks and its totals alone. Comments are read when they are asked for.</summary>
internal sealed class ClosedCycle : CycleFacts
{
    public ClosedCycle(Cycle cycle, string key, CycleBlocks blocks, CycleTotals totals, FactNames names, bool folded = false)
        : base(cycle.Totals is { } stored ? cycle with { Totals = InColumns(stored, names) } : cycle, key)
    {
        (Blocks, State, Folded) = (blocks, StateOf(Cycle.Totals ?? totals, names), folded);
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
