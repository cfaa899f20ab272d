using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Cycles;

/// <summary>Goes on with what bounces have stopped. The bounce rule does not stop the same cycle a second time: a person
/// has looked at it.</summary>
public sealed class ResumeCycles(CycleRecords cycles, CycleBell bell)
{
    /// <returns>How many cycles go on.</returns>
    public async Task<int> RunAsync(InstituteId institute, IsoWeek since, CancellationToken cancel = default)
    {
        var paused = new List<CycleId>();
        await foreach (var cycle in cycles.SinceAsync(institute, since, cancel))
        {
            if (cycle.Value.PausedAt is not null)
            {
                paused.Add(cycle.Value.Id);
            }
        }

        foreach (var id in paused)
        {
            await cycles.Cycles.UpdateAsync(CycleRecords.Partition(institute), id.ToString(),
                cycle => cycle is null ? null : cycle with { PausedAt = null }, cancel);
        }

        bell.Ring();
        return paused.Count;
    }
}
