using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Results.Segments;

/// <summary>
/// What is folded of one month's closed cycles: files that are written once and never changed. A cycle that is listed is read from them, every other
/// one from its records; since this record is replaced whole, each answer counts once, whatever happens in between. Partition: institute; row: month of
/// the Monday of the cycle's week.
/// </summary>
/// <param name="Facts">The codes; null: nothing is folded.</param>
/// <param name="Comments">What was written in words, of the same cycles.</param>
/// <param name="Cycles">Those in the files.</param>
/// <param name="Unfolded">Cycles of which something is or was being deleted or changed, and when that was last said: they are read from their records and
/// not folded for a while.</param>
/// <param name="Complete">Nothing of this month is left to be folded; false: it is looked at each hour.</param>
public sealed record ResultSegment(
    SegmentFile? Facts,
    SegmentFile? Comments,
    IReadOnlyList<CycleId> Cycles,
    IReadOnlyDictionary<CycleId, DateTimeOffset> Unfolded,
    bool Complete)
{
    public static ResultSegment Empty { get; } = new(null, null, [], new Dictionary<CycleId, DateTimeOffset>(), Complete: false);

    /// <summary>Everything of it is read from the records until it is folded anew.</summary>
    public ResultSegment Dropped() => this with { Facts = null, Comments = null, Cycles = [], Complete = false };
}

/// <param name="Hash">SHA-256 of its bytes, in hexadecimal digits.</param>
public sealed record SegmentFile(string Name, string Hash);

public sealed class SegmentRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: month (<c>2026-11</c>).</summary>
    public Table<ResultSegment> Segments { get; } = new(store, "resultSegments");

    public static string Partition(InstituteId institute) => institute.ToString();
}
