using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Cycles;

public sealed class CycleRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: cycle.</summary>
    public Table<Cycle> Cycles { get; } = new(store, "cycles");

    /// <summary>Partition: <c>institute|cycle</c>; row: <c>kind|participant</c>.</summary>
    public Table<Send> Sends { get; } = new(store, "sends");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string SendPartition(InstituteId institute, CycleId cycle) => $"{institute}|{cycle}";

    public static string SendRow(SendKind kind, ParticipantId participant) => $"{kind}|{participant}";
}
