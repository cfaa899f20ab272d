using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Responses;
using See360.Core.Texts;

namespace See360.Core.Participants;

/// <summary>What happened to a participant, oldest first. Put together from what is stored anyway; scores and comments
/// are no part of it.</summary>
public static class ParticipantHistory
{
    private static readonly LocalizedText Confirmed = new("Import bestätigt", "Import confirmed");
    private static readonly LocalizedText Undone = new("Import zurückgenommen", "Import undone");
    private static readonly LocalizedText Invited = new("Eingeladen", "Invited");
    private static readonly LocalizedText Reminded = new("Erinnert", "Reminded");
    private static readonly LocalizedText Bounced = new("Mail als unzustellbar zurückgekommen", "Mail came back as undeliverable");
    private static readonly LocalizedText Opened = new("Umfrage geöffnet", "Survey opened");
    private static readonly LocalizedText Started = new("Erste Antwort gespeichert", "First answer saved");
    private static readonly LocalizedText Answered = new("Umfrage abgeschlossen", "Survey completed");
    private static readonly LocalizedText Objected = new("Befragungen widersprochen", "Objected to surveys");

    public static IReadOnlyList<HistoryEntry> Of(
        Participant participant, Import import, ParticipantNames names, Opening? opening, Response? response, DateTimeOffset? objectedAt,
        IReadOnlyList<Send> sends)
    {
        HistoryEntry?[] entries =
        [
            new(import.At, "imported", Imported(import.FileName), names.Person(import.By)),
            Entry(import.ConfirmedAt, "confirmed", Confirmed, names.Person(import.ConfirmedBy ?? "")),
            Entry(import.UndoneAt, "undone", Undone),
            Entry(participant.InvitedAt, "invited", Invited),
            .. sends.Where(s => s.State == SendState.Sent && s.Kind is SendKind.Reminder1 or SendKind.Reminder2 or SendKind.Reminder3)
                .Select(s => Entry(s.DoneAt, "reminded", Reminded)),
            .. sends.Select(s => Entry(s.BouncedAt, "bounced", Bounced)),
            Entry(opening?.At, "opened", Opened),
            Entry(response?.StartedAt, "started", Started),
            Entry(response?.CompletedAt, "answered", Answered),
            Entry(response?.Callback?.At, "callbackWished", Callback(response?.Callback)),
            Entry(objectedAt, "objected", Objected),
        ];
        return [.. entries.OfType<HistoryEntry>().OrderBy(e => e.At)];
    }

    private static HistoryEntry? Entry(DateTimeOffset? at, string kind, LocalizedText text, string by = "") =>
        at is { } instant ? new HistoryEntry(instant, kind, text, by) : null;

    private static LocalizedText Imported(string fileName) => new($"Eingelesen aus „{fileName}“", $"Read from “{fileName}”");

    /// <summary>Whoever calls back needs the number and what the customer wrote.</summary>
    private static LocalizedText Callback(CallbackRequest? callback)
    {
        var words = string.Join(", ", new[] { callback?.Phone ?? "", callback?.Note ?? "" }.Where(w => w.Length > 0));
        return words.Length == 0
            ? new LocalizedText("Wünscht einen Rückruf", "Wishes a call")
            : new LocalizedText($"Wünscht einen Rückruf: {words}", $"Wishes a call: {words}");
    }
}

/// <param name="Kind">Stable: imported, confirmed, undone, invited, reminded, bounced, opened, started, answered,
/// callbackWished, objected.</param>
/// <param name="By">Name of the person, or empty for the product itself.</param>
public sealed record HistoryEntry(DateTimeOffset At, string Kind, LocalizedText Text, string By);
