using See360.Core.Callbacks;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Responses;
using See360.Core.Texts;

namespace See360.Core.Participants;

/// <summary>What happened to a participant, oldest first. Put together from what is stored anyway; scores and comments
/// are no part of it.</summary>
public static class ParticipantHistory
{
    private static readonly LocalizedText Confirmed = new("Import übernommen", "Import taken over");
    private static readonly LocalizedText Undone = new("Import zurückgenommen", "Import withdrawn");
    private static readonly LocalizedText Invited = new("Eingeladen", "Invited");
    private static readonly LocalizedText Reminded = new("Erinnert", "Reminded");
    private static readonly LocalizedText Delivered = new("Mail zugestellt", "Mail delivered");
    private static readonly LocalizedText Bounced = new("Mail als unzustellbar zurückgekommen", "Mail came back as undeliverable");
    private static readonly LocalizedText Opened = new("Umfrage geöffnet", "Survey opened");
    private static readonly LocalizedText Started = new("Erste Antwort gespeichert", "First answer saved");
    private static readonly LocalizedText Answered = new("Umfrage abgeschlossen", "Survey completed");
    private static readonly LocalizedText Wishes = new("Wünscht einen Rückruf", "Wishes a call");
    private static readonly LocalizedText Called = new("Rückruf erledigt", "Call done");
    private static readonly LocalizedText CallReopened = new("Rückruf wieder offen", "Call open again");
    private static readonly LocalizedText Objected = new("Befragungen widersprochen", "Objected to surveys");

    /// <param name="zone">The institute's: it decides days.</param>
    /// <param name="isConfidential">What the customer did on the survey page then has its day alone: the time would help
    /// to tell whose an answer is. Such entries stand at the end of their day.</param>
    public static IReadOnlyList<HistoryEntry> Of(
        Participant participant, Import import, ParticipantNames names, Opening? opening, Response? response, DateTimeOffset? objectedAt,
        IReadOnlyList<Send> sends, Callback? callback, TimeZoneInfo zone, bool isConfidential)
    {
        Moment?[] moments =
        [
            Entry(import.At, "imported", Imported(import.FileName), names.Person(import.By)),
            Entry(import.ConfirmedAt, "confirmed", Confirmed, names.Person(import.ConfirmedBy ?? "")),
            Entry(import.UndoneAt, "undone", Undone),
            Entry(participant.InvitedAt, "invited", Invited),
            .. sends.Where(s => s.State == SendState.Sent && s.Kind is SendKind.Reminder1 or SendKind.Reminder2 or SendKind.Reminder3)
                .Select(s => Entry(s.DoneAt, "reminded", Reminded)),
            .. sends.Select(s => Entry(s.DeliveredAt, "delivered", Delivered)),
            .. sends.Select(s => Entry(s.BouncedAt, "bounced", Bounced)),
            OnSurvey(opening?.At, "opened", Opened),
            OnSurvey(response?.StartedAt, "started", Started),
            OnSurvey(response?.CompletedAt, "answered", Answered),
            .. (callback?.Steps ?? []).Select(CallbackStep),
            Entry(objectedAt, "objected", Objected),
        ];
        return
        [
            .. moments.OfType<Moment>().Select(m => new HistoryEntry(Day(m.At), m.DayOnly ? null : m.At, m.Kind, m.Text, m.By))
                .OrderBy(e => e.On).ThenBy(e => e.At ?? DateTimeOffset.MaxValue),
        ];

        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

        Moment? CallbackStep(CallbackStep step) => step.Kind switch
        {
            CallbackStepKind.Wished => OnSurvey(step.At, "callbackWished", WithWords(Wishes, step.Text)),
            CallbackStepKind.Done => Entry(step.At, "callbackDone", WithWords(Called, step.Text), names.Person(step.By)),
            _ => Entry(step.At, "callbackReopened", CallReopened, names.Person(step.By)),
        };

        Moment? OnSurvey(DateTimeOffset? at, string kind, LocalizedText text) =>
            Entry(at, kind, text) is { } moment ? moment with { DayOnly = isConfidential } : null;
    }

    private static Moment? Entry(DateTimeOffset? at, string kind, LocalizedText text, string by = "") =>
        at is { } instant ? new Moment(instant, kind, text, by) : null;

    private static LocalizedText Imported(string fileName) => new($"Eingelesen aus „{fileName}“", $"Read from “{fileName}”");

    private static LocalizedText WithWords(LocalizedText text, string words) =>
        words.Length == 0 ? text : new LocalizedText($"{text.De}: {words}", $"{text.En}: {words}");

    private sealed record Moment(DateTimeOffset At, string Kind, LocalizedText Text, string By, bool DayOnly = false);
}

/// <param name="On">In the institute's zone.</param>
/// <param name="At">Null where only the day may be known.</param>
/// <param name="Kind">Stable: imported, confirmed, undone, invited, reminded, delivered, bounced, opened, started, answered,
/// callbackWished, callbackDone, callbackReopened, objected.</param>
/// <param name="By">Name of the person, or empty for the product itself.</param>
public sealed record HistoryEntry(DateOnly On, DateTimeOffset? At, string Kind, LocalizedText Text, string By);
