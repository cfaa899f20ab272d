using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Results.Facts;

namespace See360.Core.Results.Tables;

/// <summary>What the memory holds of one cycle: as long as it is open (<see cref="OpenCycle"/>) and afterwards (<see cref="ClosedCycle"/>).</summary>
internal abstract class CycleFacts(Cycle cycle, string key)
{
    public Cycle Cycle => cycle;

    public CycleId Id => cycle.Id;

    public string Key => key;

    /// <summary>The cycle is closed: nothing of it changes any more but by retention.</summary>
    public abstract bool Final { get; }

    /// <summary>Customers' sheets and those of self-images lie in blocks of their own. The same objects until one of them changes.</summary>
    public abstract CycleBlocks Blocks { get; }

    public abstract CycleState State { get; }

    public abstract IReadOnlyList<SelfImageAsk> Asks { get; }

    /// <summary>Fingerprint of all of this and of the comments, the same in every process.</summary>
    public abstract ulong Mark { get; }

    protected CycleState StateOf(CycleTotals totals, FactNames names) => new(
        Id, Final, cycle.Waves.Count > 0 ? cycle.Waves.Max(w => w.StartedAt) : cycle.StartedAt,
        InColumns(totals, names));

    protected static CycleTotals InColumns(CycleTotals totals, FactNames names) => totals with { ByAdvisor = AdvisorReturns.Of(totals.ByAdvisor, names.Advisors) };

    protected static ulong MarkOf(CycleState state)
    {
        var totals = state.Totals;
        var mark = Results.Mark.Add(Results.Mark.Add(Results.Mark.Begin, state.Id.ToString()), state.LastSentAt.UtcTicks);
        foreach (var number in (ReadOnlySpan<int>)
            [state.Closed ? 1 : 0, totals.Invited, totals.Delivered, totals.Bounced, totals.Opened, totals.Started, totals.Answered, totals.Declined])
        {
            mark = Results.Mark.Add(mark, number);
        }

        return Results.Mark.End(mark) + (totals.ByAdvisor is AdvisorReturns returns ? returns.MarkOf(mark) : 0);
    }
}

/// <param name="Mark">Fingerprint of the sheets with their comments.</param>
internal sealed record CycleBlocks(IReadOnlyList<FactBlock> Customers, IReadOnlyList<FactBlock> SelfImages, ulong Mark)
{
    public IEnumerable<FactBlock> All => Customers.Concat(SelfImages);

    public static CycleBlocks Of(IEnumerable<StoredSheet> sheets, FactNames names)
    {
        var builders = new SortedDictionary<(bool SelfImage, int Version), FactBlockBuilder>();
        var mark = 0UL;
        foreach (var sheet in sheets)
        {
            if (sheet.Fact is { } fact)
            {
                var place = (fact.Marks.HasFlag(SheetMarks.SelfImage), sheet.Plan.Version);
                if (!builders.TryGetValue(place, out var builder))
                {
                    builders[place] = builder = new FactBlockBuilder(sheet.Plan.Survey, sheet.Plan.Version, sheet.Plan.Columns, names);
                }

                builder.Add(fact);
                mark += sheet.Mark;
            }
        }

        return new CycleBlocks(Built(selfImage: false), Built(selfImage: true), mark);

        FactBlock[] Built(bool selfImage) => [.. builders.Where(b => b.Key.SelfImage == selfImage).Select(b => b.Value.Build())];
    }
}
