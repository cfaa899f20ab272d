using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Results.Exports;

/// <summary>Who has taken what along: the newest first.</summary>
public sealed class ListExports(ExportRecords records)
{
    public const int Most = 200;

    public Task<List<ExportEntry>> RunAsync(InstituteId institute, CancellationToken cancel = default) =>
        records.Exports.ListAsync(ExportRecords.Partition(institute), new RowRange(Take: Most), cancel);
}
