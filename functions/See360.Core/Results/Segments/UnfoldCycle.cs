using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Results.Segments;

/// <summary>
/// For whoever deletes or changes answers of a closed cycle. First the cycle is said to be unfolded: its month's files are dropped and deleted, and it is
/// read from its records. A folding that has looked at the month before finds it changed and gives up; one that looks later leaves the cycle alone for
/// <see cref="RestsFor"/>. So nothing that is being deleted gets into a file, whoever is killed when.
/// </summary>
public sealed class UnfoldCycle(SegmentRecords records, IFileStore files, TimeProvider clock)
{
    /// <summary>So long after it was last said a cycle is not folded: longer than any change can take.</summary>
    public static readonly TimeSpan RestsFor = TimeSpan.FromDays(1);

    /// <summary>So long afterwards other processes read the cycle once more: whatever was done is done by then.</summary>
    public static readonly TimeSpan SettlesAfter = TimeSpan.FromMinutes(5);

    /// <summary>So long it is good for further changes.</summary>
    private static readonly TimeSpan _goodFor = TimeSpan.FromMinutes(1);

    /// <summary>Before each change, or each batch of changes.</summary>
    public async Task BeforeAsync(InstituteId institute, CycleId cycle, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        ResultSegment? former = null;
        await records.Segments.UpdateAsync(
            SegmentRecords.Partition(institute), SegmentMonth.Of(cycle.Week).ToString(),
            known =>
            {
                former = known?.Cycles.Contains(cycle) == true ? known : null;
                return former is null && known?.Unfolded.TryGetValue(cycle, out var said) == true && now - said < _goodFor ? known : Unfolded(known, cycle, now);
            },
            cancel);
        foreach (var file in (SegmentFile?[])[former?.Facts, former?.Comments])
        {
            if (file is not null)
            {
                await files.DeleteAsync(file.Name, cancel);
            }
        }
    }

    private static ResultSegment Unfolded(ResultSegment? known, CycleId cycle, DateTimeOffset now)
    {
        var segment = known ?? ResultSegment.Empty;
        var unfolded = new Dictionary<CycleId, DateTimeOffset>(segment.Unfolded) { [cycle] = now };
        return (segment.Cycles.Contains(cycle) ? segment.Dropped() : segment) with { Unfolded = unfolded, Complete = false };
    }
}
