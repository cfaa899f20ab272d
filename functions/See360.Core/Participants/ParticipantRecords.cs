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
    /// <c>institute|survey</c>; row: <c>advisor|not before|participant</c>, so that a dose can be spread over advisors
    /// by reading a few rows of each, and so that who is in quarantine lies behind those who are due. A row is deleted
    /// when its participant's send is marked in the ledger: it is the cycle's durable work list.</summary>
    public Table<Waiting> Waiting { get; } = new(store, "waiting");

    public static string Partition(InstituteId institute, BatchId batch) => $"{institute}|{batch}";

    public static string WaitingPartition(InstituteId institute, SurveyId survey) => $"{institute}|{survey}";

    /// <param name="notBefore">The first day on which it may be taken up; default: at once.</param>
    public static string WaitingRow(string advisor, ParticipantId participant, DateOnly notBefore = default) =>
        $"{RecordKey.Encode(advisor)}|{Day(notBefore)}|{participant}";

    /// <summary>The rows of one advisor that are due on a day.</summary>
    public static RowRange WaitingDue(string advisor, DateOnly today, int take) =>
        new($"{RecordKey.Encode(advisor)}|", $"{RecordKey.Encode(advisor)}|{Day(today.AddDays(1))}", take);

    public Task<Versioned<Participant>?> ReadAsync(InstituteId institute, ParticipantId id, CancellationToken cancel = default) =>
        Participants.ReadAsync(Partition(institute, id.Batch), id.Row, cancel);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A place in a survey's stock.</summary>
public sealed record Waiting(ParticipantId Participant, string Advisor, DateOnly NotBefore = default);
