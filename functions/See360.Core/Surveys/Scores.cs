using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>Which scores a question takes. Only rating questions follow the survey's scale.</summary>
public static class Scores
{
    /// <summary>1–5, "gar nicht gut" to "sehr gut": every shipped rating question begins with "Wie gut …".</summary>
    public static RatingScale OneToFive { get; } =
        new(1, 5, new LocalizedText("gar nicht gut", "not well at all"), new LocalizedText("sehr gut", "very well"));

    public static RatingScale Nps { get; } =
        new(0, 10, new LocalizedText("äußerst unwahrscheinlich", "not at all likely"), new LocalizedText("äußerst wahrscheinlich", "extremely likely"));

    public static RatingScale Csat { get; } =
        new(1, 5, new LocalizedText("sehr unzufrieden", "very dissatisfied"), new LocalizedText("sehr zufrieden", "very satisfied"));

    /// <summary>Levels of a *Reifegrad* question.</summary>
    public const int Levels = 7;

    /// <summary>The scales that a survey may have for its rating questions.</summary>
    public static bool IsAllowed(RatingScale scale) => (scale.Min, scale.Max) is (1, 5) or (1, 6) or (1, 7) or (0, 10);

    /// <summary>Lowest and highest score of the question, or null if it takes none.</summary>
    public static (int Min, int Max)? Of(QuestionKind kind, RatingScale scale) => kind switch
    {
        QuestionKind.Rating => (scale.Min, scale.Max),
        QuestionKind.Nps => (Nps.Min, Nps.Max),
        QuestionKind.Csat => (Csat.Min, Csat.Max),
        QuestionKind.Level => (1, Levels),
        _ => null,
    };
}
