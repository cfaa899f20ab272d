using See360.Core.Responses;
using See360.Core.Texts;

namespace See360.Core.Tests.Responses;

/// <summary>What devices send, in few words.</summary>
internal static class AnswerInputs
{
    public static AnswerInput Seen(int revision, params (string Question, Answer? Answer)[] answers) =>
        new(revision, answers.ToDictionary(a => a.Question, a => a.Answer), Language.De);

    public static Answer Score(int score) => new(Score: score);

    public static Answer Text(string text) => new(Text: text);
}
