using See360.Core.Institutes;
using See360.Core.Results.Slices;
using See360.Core.Storage;

namespace See360.Core.Results.Exports;

/// <summary>Who has taken what along: the newest first, part by part.</summary>
public sealed class ListExports(ExportRecords records)
{
    public const int Take = 50;

    /// <param name="after">What the part before said is next; null for the first part.</param>
    /// <exception cref="BadInput">No part has ended there.</exception>
    public async Task<ExportPart> RunAsync(InstituteId institute, string? after = null, CancellationToken cancel = default)
    {
        if (after is not null && !ExportRecords.IsRow(after))
        {
            throw new BadInput("after", "after-unknown", SliceTexts.AfterUnknown);
        }

        var items = new List<ExportEntry>();
        string? last = null;
        var range = new RowRange(after is null ? null : after + RecordKey.Smallest, Take: Take + 1);
        await foreach (var entry in records.Exports.RangeAsync(ExportRecords.Partition(institute), range, cancel))
        {
            if (items.Count == Take)
            {
                return new ExportPart(items, last);
            }

            items.Add(entry.Value);
            last = entry.Row;
        }

        return new ExportPart(items, null);
    }
}

/// <param name="Next">Where the next part begins; null: this was the last one.</param>
public sealed record ExportPart(IReadOnlyList<ExportEntry> Items, string? Next);
