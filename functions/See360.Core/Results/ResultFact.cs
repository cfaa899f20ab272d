using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>One completed answer sheet, as results read it: small enough to hold an institute's year in memory, and
/// without the name of who gave it.</summary>
/// <param name="Kind">Customer or self-image; test answers never become facts.</param>
/// <param name="ByInterviewer">Entered by a telephone agent: shown apart.</param>
/// <param name="CompletedAt">UTC, the first completion; a later change does not move it.</param>
public sealed record ResultFact(
    ParticipantId Participant,
    ParticipantKind Kind,
    bool ByInterviewer,
    CycleId Cycle,
    int Version,
    string Advisor,
    string Unit,
    string Segment,
    string Channel,
    DateTimeOffset CompletedAt,
    IReadOnlyList<FactAnswer> Answers);

/// <summary>The answer to one question; exactly one of the forms, as in <see cref="Answer"/>.</summary>
/// <param name="Choice">The chosen choice of FCR, yes/no and single choice.</param>
public readonly record struct FactAnswer(AskedQuestion Question, int? Score = null, string? Choice = null, string? Text = null, bool CannotJudge = false);

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
