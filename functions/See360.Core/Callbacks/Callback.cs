using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Callbacks;

/// <summary>A customer's wish to be called (*Rückruf anfordern*), and what the bank has done about it. Holds what the
/// customer wrote for this call, and nothing of what was answered: also in a confidential survey.</summary>
/// <param name="Advisor">User name: whose customer it is.</param>
/// <param name="Revision">1, 2, …; who marks it names the one on the screen, so that nobody closes a wish unread.</param>
/// <param name="Done">Null while it is open.</param>
/// <param name="Steps">What happened, oldest first; the latest <see cref="MostSteps"/>.</param>
public sealed record Callback(
    ParticipantId Participant,
    CycleId Cycle,
    string Advisor,
    string Phone,
    string Note,
    DateTimeOffset WishedAt,
    int Revision,
    CallbackDone? Done,
    IReadOnlyList<CallbackStep> Steps)
{
    public const int MostSteps = 30;

    /// <summary>The same wish again, while nobody has called yet, changes nothing; any other one is open (again).</summary>
    public static Callback Wish(Callback? known, Participant customer, string phone, string note, DateTimeOffset now)
    {
        if (known is { Done: null } && known.Phone == phone && known.Note == note)
        {
            return known;
        }

        var callback = known ?? new Callback(customer.Id, customer.Cycle!.Value, customer.Advisor, phone, note, now, 0, null, []);
        var words = note.Length == 0 ? phone : $"{phone}, {note}";
        return callback.Next(new CallbackStep(CallbackStepKind.Wished, now, "", words)) with { Phone = phone, Note = note, WishedAt = now, Done = null };
    }

    public Callback Close(string by, string note, DateTimeOffset now) =>
        Next(new CallbackStep(CallbackStepKind.Done, now, by, note)) with { Done = new CallbackDone(by, now, note) };

    public Callback Reopen(string by, DateTimeOffset now) => Next(new CallbackStep(CallbackStepKind.Reopened, now, by, "")) with { Done = null };

    private Callback Next(CallbackStep step) => this with { Revision = Revision + 1, Steps = [.. Steps.TakeLast(MostSteps - 1), step] };
}

/// <param name="By">User name.</param>
/// <param name="Note">What came of it, in short; may be empty.</param>
public sealed record CallbackDone(string By, DateTimeOffset At, string Note);

public enum CallbackStepKind
{
    Wished,
    Done,
    Reopened,
}

/// <param name="By">User name; empty for the customer.</param>
/// <param name="Text">Telephone number and wish, or the note of who has called.</param>
public sealed record CallbackStep(CallbackStepKind Kind, DateTimeOffset At, string By, string Text);

public sealed class CallbackRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: participant, so that they lie in the order of the weeks.</summary>
    public Table<Callback> Callbacks { get; } = new(store, "callbacks");

    public static string Partition(InstituteId institute) => institute.ToString();

    public async Task<Callback?> FindAsync(InstituteId institute, ParticipantId participant, CancellationToken cancel = default) =>
        (await Callbacks.ReadAsync(Partition(institute), participant.ToString(), cancel))?.Value;

    /// <summary>Those of a year, by the week of the import: a few for every hundred answers.</summary>
    public Task<List<Callback>> OfAYearAsync(InstituteId institute, DateTimeOffset now, CancellationToken cancel = default) =>
        Callbacks.ListAsync(Partition(institute), new RowRange(IsoWeek.Of(DateOnly.FromDateTime(now.UtcDateTime)).Plus(-53).ToString()), cancel);
}
