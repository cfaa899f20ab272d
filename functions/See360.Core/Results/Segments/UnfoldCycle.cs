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

    /// <summary>So long it is good for further changes.</summary>
    private static readonly TimeSpan _goodFor = TimeSpan.FromHours(1);

    /// <summary>Before the first change, and again before each that follows.</summary>
    public async Task BeforeAsync(InstituteId institute, CycleId cycle, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        ResultSegment? former = null;
        await UpdateAsync(institute, cycle, known =>
        {
            former = known?.Cycles.Contains(cycle) == true ? known : null;
            return former is null && known?.Unfolded.GetValueOrDefault(cycle) is { } said && now - said.At < _goodFor ? known : Unfolded(known, cycle, now, 0);
        }, cancel);
        foreach (var file in (SegmentFile?[])[former?.Facts, former?.Comments])
        {
            if (file is not null)
            {
                await files.DeleteAsync(file.Name, cancel);
            }
        }
    }

    /// <summary>After the last change, so that other processes read the cycle again. If it is not said, they do so the next day.</summary>
    public Task AfterAsync(InstituteId institute, CycleId cycle, CancellationToken cancel = default) =>
        UpdateAsync(institute, cycle, known => Unfolded(known, cycle, clock.GetUtcNow(), 1), cancel);

    private Task UpdateAsync(InstituteId institute, CycleId cycle, Func<ResultSegment?, ResultSegment> change, CancellationToken cancel) =>
        records.Segments.UpdateAsync(SegmentRecords.Partition(institute), SegmentMonth.Of(cycle.Week).ToString(), change, cancel);

    private static ResultSegment Unfolded(ResultSegment? known, CycleId cycle, DateTimeOffset now, int changes)
    {
        var segment = known ?? ResultSegment.Empty;
        var unfolded = new Dictionary<CycleId, Unfolded>(segment.Unfolded);
        unfolded[cycle] = new Unfolded(now, (unfolded.GetValueOrDefault(cycle)?.Changes ?? 0) + changes);
        return (segment.Cycles.Contains(cycle) ? segment.Dropped() : segment) with { Unfolded = unfolded, Complete = false };
    }
}
