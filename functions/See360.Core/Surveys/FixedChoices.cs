using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>The choices that a kind of question always has, so that their ids mean the same in every survey.</summary>
public static class FixedChoices
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unknown = "unknown";

    public static IReadOnlyList<Choice> YesNo { get; } =
    [
        new(Yes, new LocalizedText("ja", "yes")),
        new(No, new LocalizedText("nein", "no")),
    ];

    public static IReadOnlyList<Choice> Fcr { get; } =
    [
        .. YesNo,
        new(Unknown, new LocalizedText("weiß nicht", "don't know")),
    ];

    /// <summary>Null for kinds whose choices the survey sets, and for kinds without choices.</summary>
    public static IReadOnlyList<Choice>? Of(QuestionKind kind) => kind switch
    {
        QuestionKind.YesNo => YesNo,
        QuestionKind.Fcr => Fcr,
        _ => null,
    };

    /// <summary>What can be chosen for the question: its own choices, else those of its kind; empty if it has none.</summary>
    public static IReadOnlyList<Choice> For(Question question) => question.Choices ?? Of(question.Kind) ?? [];
}
