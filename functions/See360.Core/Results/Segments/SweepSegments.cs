using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Results.Segments;

/// <summary>Deletes segment files that no record names: a host was killed between writing them and naming them, or between naming others and deleting
/// them. Young ones are left alone, for somebody may be about to name them.</summary>
public sealed class SweepSegments(SegmentRecords records, IFileStore files, TimeProvider clock)
{
    /// <summary>Longer than a folding takes. If one takes longer, its file is found missing and is made anew.</summary>
    public static readonly TimeSpan Spares = TimeSpan.FromHours(2);

    public async Task RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var old = new List<string>();
        await foreach (var name in files.ListAsync(SegmentNames.Prefix(institute), cancel))
        {
            if (SegmentNames.MadeAt(institute, name) is { } at && clock.GetUtcNow() - at > Spares)
            {
                old.Add(name);
            }
        }

        // Read after the list: what is named by then is wanted.
        var named = new HashSet<string>();
        await foreach (var month in records.Segments.RangeAsync(SegmentRecords.Partition(institute), default, cancel))
        {
            named.UnionWith(((SegmentFile?[])[month.Value.Facts, month.Value.Comments]).OfType<SegmentFile>().Select(f => f.Name));
        }

        foreach (var name in old.Where(name => !named.Contains(name)))
        {
            await files.DeleteAsync(name, cancel);
        }
    }
}
