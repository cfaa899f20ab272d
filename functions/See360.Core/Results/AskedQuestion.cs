using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>A question with what is needed to measure it; one object for all answers to it in a version.</summary>
/// <param name="Scale">Of a score: its lowest and highest step; null for questions without scores.</param>
public sealed record AskedQuestion(SurveyId Survey, Question Question, ScoreScale? Scale)
{
    public static AskedQuestion Of(SurveyVersion version, Question question) => new(
        version.Survey,
        question,
        Scores.Of(question.Kind, version.RatingScale) is { } scale ? new ScoreScale(scale.Min, scale.Max) : null);
}

/// <summary>Answers on different scales are never put into one mean.</summary>
public readonly record struct ScoreScale(int Min, int Max)
{
    public bool Holds(int score) => score >= Min && score <= Max;
}
