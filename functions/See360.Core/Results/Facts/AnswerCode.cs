using See360.Core.Surveys;

namespace See360.Core.Results.Facts;

/// <summary>One answer in one byte: 0 not answered, 1 *kann ich nicht beurteilen*, then the score + 2 (0 to 10 are 2 to 12) or the place
/// of the choice + 2. So a mask of zeros takes an answer out, and a byte minus 2, not below 0, is its score.</summary>
public static class AnswerCode
{
    public const byte None = 0;
    public const byte CannotJudge = 1;
    public const byte First = 2;

    /// <summary>Codes of scores lie below this one.</summary>
    public const int Scores = 16;

    /// <summary>Further choices of one question can't be told apart; no survey has as many.</summary>
    public const int MostChoices = 254;

    /// <param name="score">0 to 10.</param>
    public static byte OfScore(int score) => (byte)(score + First);

    /// <param name="place">Of the choice within its question, from 0.</param>
    public static byte OfChoice(int place) => (byte)(Math.Min(place, MostChoices - 1) + First);

    public static int Score(int code) => code - First;

    /// <summary>Codes of an FCR question: its choices are the same everywhere.</summary>
    public static byte OfFixed(QuestionKind kind, string choice) =>
        OfChoice(FixedChoices.Of(kind)!.TakeWhile(c => c.Id != choice).Count());
}
