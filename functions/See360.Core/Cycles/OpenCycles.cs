using See360.Core.Institutes;

namespace See360.Core.Cycles;

/// <summary>The cycles of an institute in which something is still to be done, oldest first.</summary>
public sealed class OpenCycles(CycleRecords cycles, TimeProvider clock)
{
    public async Task<IReadOnlyList<Cycle>> ListAsync(Institute institute, CancellationToken cancel = default)
    {
        var week = IsoWeek.Of(clock.GetUtcNow(), institute.TimeZone);
        var open = new List<Cycle>();
        await foreach (var cycle in cycles.SinceAsync(institute.Id, week.Plus(-CycleRecords.WeeksOpen), cancel))
        {
            if (!cycle.Value.IsOver)
            {
                open.Add(cycle.Value);
            }
        }

        return open;
    }
}
