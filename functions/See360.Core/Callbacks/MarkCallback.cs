using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Callbacks;

/// <param name="Done">False: not done after all.</param>
/// <param name="Note">Of who has called.</param>
/// <param name="Revision">The one that was on the screen.</param>
public sealed record CallbackMark(bool Done, string Note, int Revision);

/// <summary>Marks a wish as done, or as open again.</summary>
public sealed class MarkCallback(CallbackRecords callbacks, TimeProvider time)
{
    public const int MaxNote = 500;

    private static readonly LocalizedText NoteTooLong = new(
        $"Bitte kürzen Sie die Notiz auf höchstens {MaxNote} Zeichen.", $"Please shorten the note to at most {MaxNote} characters.");

    private static readonly LocalizedText Changed = new(
        "Dieser Rückrufwunsch hat sich inzwischen geändert. Bitte sehen Sie ihn sich noch einmal an.",
        "This wish for a call has changed in the meantime. Please look at it once more.");

    /// <returns>As it stands afterwards; null if there is none, or none that the viewer may see.</returns>
    /// <exception cref="BadInput">Too long a note.</exception>
    /// <exception cref="RuleBroken">Somebody else, or the customer, was faster.</exception>
    public async Task<Callback?> RunAsync(
        InstituteId institute, CallbackViewer viewer, ParticipantId participant, CallbackMark mark, CancellationToken cancel = default)
    {
        var note = WrittenText.Clean(mark.Note);
        if (note.Length > MaxNote)
        {
            throw new BadInput("note", "note-too-long", NoteTooLong);
        }

        var marked = await callbacks.Callbacks.UpdateAsync(CallbackRecords.Partition(institute), participant.ToString(), stored =>
            stored is null || !viewer.MaySee(stored) || IsSoAlready(stored, viewer, mark, note) ? stored
            : stored.Revision != mark.Revision ? throw new RuleBroken("callback-changed", Changed)
            : mark.Done ? stored.Close(viewer.UserName, note, time.GetUtcNow())
            : stored.Reopen(viewer.UserName, time.GetUtcNow()), cancel);
        return marked is not null && viewer.MaySee(marked) ? marked : null;
    }

    /// <summary>A request that is repeated after a lost answer does no harm.</summary>
    private static bool IsSoAlready(Callback stored, CallbackViewer viewer, CallbackMark mark, string note) => mark.Done
        ? stored.Done is { } done && done.By == viewer.UserName && done.Note == note
        : stored.Done is null && stored.Steps[^1].Kind == CallbackStepKind.Reopened && stored.Revision == mark.Revision + 1;
}
