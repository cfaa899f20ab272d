using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Concepts;

public sealed class ConceptRecords(IRecordStore store)
{
    /// <summary>Former decisions on the authorisation concept; the latest stands in the institute's record.
    /// Partition: institute; row: 999,999 − number (D6). Never changed once written.</summary>
    public Table<ConceptDecision> Decisions { get; } = new(store, "conceptDecisions");

    public static string Partition(InstituteId institute) => institute.ToString();
}
