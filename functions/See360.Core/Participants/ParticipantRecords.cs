using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Participants;

public sealed class ParticipantRecords(IRecordStore store)
{
    /// <summary>Partition: <c>institute|batch</c>; row: ordinal in the batch (D7). A week's batches are a handful of
    /// partitions; nothing ever scans an institute's whole life.</summary>
    public Table<Participant> Participants { get; } = new(store, "participants");

    /// <summary>The stock of a survey: who is confirmed, ready and not yet taken into a cycle. Partition:
    /// <c>institute|survey</c>; row: <c>advisor|participant</c>, so that a dose can be spread over advisors by reading a
    /// few rows of each. A row is deleted when its participant has been taken up.</summary>
    public Table<Waiting> Waiting { get; } = new(store, "waiting");

    public static string Partition(InstituteId institute, BatchId batch) => $"{institute}|{batch}";

    public static string WaitingPartition(InstituteId institute, SurveyId survey) => $"{institute}|{survey}";

    public static string WaitingRow(string advisor, ParticipantId participant) => $"{RecordKey.Encode(advisor)}|{participant}";

    public Task<Versioned<Participant>?> ReadAsync(InstituteId institute, ParticipantId id, CancellationToken cancel = default) =>
        Participants.ReadAsync(Partition(institute, id.Batch), id.Row, cancel);
}

/// <summary>A place in a survey's stock.</summary>
public sealed record Waiting(ParticipantId Participant, string Advisor);
