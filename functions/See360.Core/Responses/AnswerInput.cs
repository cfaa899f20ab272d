using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>What a device sends.</summary>
/// <param name="Revision">The revision that it has seen; 0 if there was none.</param>
/// <param name="Answers">Only those that it has changed since; null takes one back.</param>
/// <param name="Version">The survey version that it shows; null: whatever is in force.</param>
public sealed record AnswerInput(int Revision, IReadOnlyDictionary<string, Answer?> Answers, Language Language, int? Version = null);

/// <summary>What became of it.</summary>
/// <param name="Sheet">As stored now; null for an unknown link and for an answer that can't be completed yet.</param>
/// <param name="Conflicts">Not empty: nothing was written, because another device has changed these answers since.</param>
/// <param name="OthersChanged">The sheet may hold answers of another device that the sender has not seen.</param>
/// <param name="Missing">Not empty: nothing was written, because these required questions have no answer.</param>
public sealed record AnswerOutcome(
    SheetAnswers? Sheet, IReadOnlyList<string> Conflicts, bool OthersChanged, IReadOnlyDictionary<string, LocalizedText>? Missing = null)
{
    internal static AnswerOutcome UnknownLink { get; } = new(null, [], OthersChanged: false);

    internal static AnswerOutcome Incomplete(IEnumerable<string> questions) =>
        UnknownLink with { Missing = questions.ToDictionary(id => id, _ => SurveyTexts.AnswerMissing) };
}
