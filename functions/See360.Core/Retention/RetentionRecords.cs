using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Retention;

public sealed class RetentionRecords(IRecordStore store)
{
    /// <summary>How far the erasing is. Partition: institute; row: the name of the walk.</summary>
    public Table<RetentionProgress> Progress { get; } = new(store, "retentionProgress");

    /// <summary>What was deleted when. Partition: institute; row: <see cref="RunRow"/>. Kept for good: proof of deletion.</summary>
    public Table<RetentionRun> Runs { get; } = new(store, "retentionRuns");

    public static string Partition(InstituteId institute) => institute.ToString();

    /// <summary>The newest first.</summary>
    public static string RunRow(DateTimeOffset startedAt) =>
        (9_999_999_999_999 - startedAt.ToUnixTimeMilliseconds()).ToString("D13", CultureInfo.InvariantCulture);
}

/// <param name="From">The first week of which not all units have been looked at.</param>
/// <param name="Looks">By unit: those that are to be looked at again, and those from <paramref name="From"/> on that are done with.</param>
/// <param name="DoneOn">On which day everything that was due had been done; null while that goes on.</param>
/// <param name="LookOn">With <paramref name="DoneOn"/>: the day on which to look again, because something can be due.</param>
public sealed record RetentionProgress(IsoWeek From, IReadOnlyDictionary<string, RetentionLook> Looks, DateOnly? DoneOn = null, DateOnly? LookOn = null);

/// <param name="On">When to look again; null: nothing is left.</param>
/// <param name="After">Looked at up to this row, and to go on behind it; null: from the beginning.</param>
/// <param name="NextSoFar">What the rows up to there said about looking again.</param>
public sealed record RetentionLook(DateOnly? On, string? After = null, DateOnly? NextSoFar = null);
