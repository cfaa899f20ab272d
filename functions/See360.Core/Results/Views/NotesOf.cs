using See360.Core.Results.Slices;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>Sentences that several views have in common.</summary>
internal static class NotesOf
{
    /// <summary>What the ledger of mails does not know.</summary>
    public static IEnumerable<LocalizedText> Return(Sliced sliced)
    {
        if (sliced.Slice is { Segment: not null } or { Channel: not null } or { Version: not null })
        {
            yield return ViewTexts.ReturnNotNarrowed;
        }

        if (sliced.IsPart && !sliced.IsOwn)
        {
            yield return ViewTexts.ReturnByToday;
        }
    }
}
