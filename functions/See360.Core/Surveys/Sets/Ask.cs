using See360.Core.Texts;

namespace See360.Core.Surveys.Sets;

/// <summary>The words in which sets are written down, so that a set reads as a list of questions.</summary>
internal static class Ask
{
    public static LocalizedText Text(string de, string en) => new(de, en);

    /// <summary>A rating question. It begins with "Wie gut …", since the scale runs from "gar nicht gut" to "sehr gut".
    /// <c>{{berater}}</c> stands as the subject only: "Herr Klein" would be "Herrn Klein" in any other case.</summary>
    public static Question Rating(
        string id, BusinessField field, CompetitiveFactor factor, string de, string en, string selfDe, string selfEn, IReadOnlyList<Branch>? then = null) =>
        new(id, QuestionKind.Rating, Text(de, en), Field: field, Factor: factor, SelfText: Text(selfDe, selfEn), Branches: then);

    public static Question FreeText(string id, string de, string en, LocalizedText? help = null, IReadOnlyList<Branch>? then = null) =>
        new(id, QuestionKind.FreeText, Text(de, en), Help: help, Branches: then);

    public static Question One(string id, string de, string en, IReadOnlyList<Choice> choices, IReadOnlyList<Branch>? then = null) =>
        new(id, QuestionKind.SingleChoice, Text(de, en), Choices: choices, Branches: then);

    public static Question Several(string id, string de, string en, params IReadOnlyList<Choice> choices) =>
        new(id, QuestionKind.MultipleChoice, Text(de, en), Choices: choices);

    public static Question Level(string id, string de, string en, params IReadOnlyList<LocalizedText> anchors) =>
        new(id, QuestionKind.Level, Text(de, en), Anchors: anchors);

    public static Choice Choice(string id, string de, string en) => new(id, Text(de, en));

    /// <summary>Low scores go on to the next question, everything else, also no answer, to this one.</summary>
    public static IReadOnlyList<Branch> IfLowElse(string next, string otherwise) => [new Branch(next, MaxScore: 2), new Branch(otherwise)];

    /// <summary>One way only, whatever is answered.</summary>
    public static IReadOnlyList<Branch> Then(string id) => [new Branch(id)];
}
