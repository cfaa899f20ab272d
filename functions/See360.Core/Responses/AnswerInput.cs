using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>What a device sends.</summary>
/// <param name="Revision">The revision that it has seen; 0 if there was none.</param>
/// <param name="Answers">Only those that it has changed since; null takes one back.</param>
/// <param name="Version">The survey version that it shows; null: whatever is in force.</param>
public sealed record AnswerInput(int Revision, IReadOnlyDictionary<string, Answer?> Answers, Language Language, int? Version = null);

/// <summary>What became of it.</summary>
/// <param name="Sheet">As stored now; null for an unknown link.</param>
/// <param name="Conflicts">Not empty: nothing was written, because another device has changed these answers since.</param>
/// <param name="Missing">Not empty: not completed, because these required questions have no answer.</param>
/// <param name="OthersChanged">Stored answers of another device that the sender has not seen are in the sheet.</param>
public sealed record AnswerOutcome(
    SheetAnswers? Sheet,
    IReadOnlyList<string> Conflicts,
    IReadOnlyDictionary<string, LocalizedText> Missing,
    bool OthersChanged = false)
{
    internal static AnswerOutcome UnknownLink { get; } = new(null, [], new Dictionary<string, LocalizedText>());
}
