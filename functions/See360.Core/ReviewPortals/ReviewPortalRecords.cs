using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.ReviewPortals;

public sealed class ReviewPortalRecords(IRecordStore store)
{
    /// <summary>Former decisions on the review links; the latest stands in the institute's record. Partition: institute;
    /// row: 999,999 − number (D6). Never changed once written.</summary>
    public Table<ReviewLinksDecision> Decisions { get; } = new(store, "reviewLinksDecisions");

    public static string Partition(InstituteId institute) => institute.ToString();
}
