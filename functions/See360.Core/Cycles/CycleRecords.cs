using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

public sealed class CycleRecords(IRecordStore store)
{
    /// <summary>The longest token life in weeks, and a little: no older cycle has anything left to do.</summary>
    public const int WeeksOpen = 15;

    /// <summary>Partition: institute; row: cycle.</summary>
    public Table<Cycle> Cycles { get; } = new(store, "cycles");

    /// <summary>Partition: <c>institute|cycle</c>, for newsletters <c>institute|week|newsletter</c>; row:
    /// <c>kind|participant</c>.</summary>
    public Table<Send> Sends { get; } = new(store, "sends");

    /// <summary>Which weeks have had their automatic start. Partition: institute; row: week.</summary>
    public Table<WeekStart> WeekStarts { get; } = new(store, "weekStarts");

    /// <summary>When each advisor was last asked for a self-image. Partition: <c>institute|survey</c>; row: employee number (D7).</summary>
    public Table<SelfImageRequest> SelfImages { get; } = new(store, "selfImages");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string SendPartition(InstituteId institute, CycleId cycle) => $"{institute}|{cycle}";

    public static string NewsletterPartition(InstituteId institute, IsoWeek week) => $"{institute}|{week}|newsletter";

    public static string SelfImagePartition(InstituteId institute, SurveyId survey) => $"{institute}|{survey}";

    public static string SelfImageRow(int employeeNumber) => employeeNumber.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>Cycles from a week on, oldest first.</summary>
    public IAsyncEnumerable<Versioned<Cycle>> SinceAsync(InstituteId institute, IsoWeek week, CancellationToken cancel = default) =>
        Cycles.RangeAsync(Partition(institute), new RowRange(week.ToString()), cancel);

    public static string SendRow(SendKind kind, ParticipantId participant) => $"{kind}|{participant}";
}

public sealed record WeekStart(DateTimeOffset At);

public sealed record SelfImageRequest(ParticipantId Participant, DateTimeOffset AskedAt);
