using System.Text.Json.Serialization;
using See360.Core.Texts;

namespace See360.Core.Surveys;

public enum SurveyKind
{
    /// <summary>*anlassbezogen*: after a conversation.</summary>
    EventBased,

    /// <summary>*strategisch, ohne Anlass*: n customers a week out of a larger stock.</summary>
    Strategic,
}

public enum ConfidentialityMode
{
    /// <summary>*personalisiert*: the advisor sees the answer and who gave it.</summary>
    Personal,

    /// <summary>*vertraulich*: only from a minimum number of answers on.</summary>
    Confidential,
}

/// <summary>A survey of one institute. Partition: institute; row: survey.</summary>
/// <param name="Number">1 to 9,999 within the institute; stands in tokens.</param>
/// <param name="ImportNames">What exports may write in their column Umfrage; matched without case and umlauts.</param>
/// <param name="Version">The published version; 0 before the first publication.</param>
/// <param name="ApprovedAt">Null: no mail leaves.</param>
/// <param name="SetId">The question set that it was made from.</param>
/// <param name="ApprovalDecided">The latest decision on the approval; null: none, or only an approval from before they were kept.</param>
public sealed record Survey(
    SurveyId Id,
    int Number,
    SurveyKind Kind,
    LocalizedText Name,
    IReadOnlyList<string> ImportNames,
    int Version,
    SurveyRules Rules,
    ConfidentialityMode Confidentiality,
    bool AsksSelfImage,
    string SetId,
    DateTimeOffset? ApprovedAt = null,
    string? ApprovedBy = null,
    ApprovalDecision? ApprovalDecided = null)
{
    /// <summary>True if it is published and approved, so that its mails may leave.</summary>
    [JsonIgnore]
    public bool IsLive => Version > 0 && ApprovedAt is not null;
}

/// <summary>The sending rules of a survey.</summary>
/// <param name="Reminders">0 to 3.</param>
/// <param name="ReminderGapDays">Days between invitation and reminder, and between reminders; 1 to 28.</param>
/// <param name="TokenLifeDays">Days from invitation until the link expires; 7 to 90.</param>
/// <param name="QuarantineDays">Days in which the same customer number or address is not asked again by any survey.</param>
/// <param name="EventMaxAgeDays">A conversation older than this is no longer an occasion: a warning.</param>
/// <param name="WeeklyDose">Strategic surveys: customers a week; null for event-based ones.</param>
public sealed record SurveyRules(
    int Reminders = 1,
    int ReminderGapDays = 7,
    int TokenLifeDays = 28,
    int QuarantineDays = 90,
    int EventMaxAgeDays = 30,
    int? WeeklyDose = null);

/// <summary>A published, immutable questionnaire; every answer belongs to the version that it was given to.
/// Partition: <c>institute|survey</c>; row: version (D4).</summary>
/// <param name="RatingScale">Highest step and lowest step of the rating questions.</param>
public sealed record SurveyVersion(
    SurveyId Survey,
    int Number,
    DateTimeOffset PublishedAt,
    RatingScale RatingScale,
    LocalizedText Introduction,
    LocalizedText Thanks,
    IReadOnlyList<Question> Questions);

/// <summary>The steps of rating questions, 1–5, 1–6, 1–7 or 0–10, and what its ends mean.</summary>
public sealed record RatingScale(int Min, int Max, LocalizedText MinLabel, LocalizedText MaxLabel);

public enum QuestionKind
{
    /// <summary>Steps of the survey's <see cref="RatingScale"/>, with *kann ich nicht beurteilen*.</summary>
    Rating,

    /// <summary>0–10, the likelihood to recommend.</summary>
    Nps,

    /// <summary>1–5 satisfaction.</summary>
    Csat,

    /// <summary>First contact resolution: choices <c>yes</c>, <c>no</c>, <c>unknown</c>.</summary>
    Fcr,
    SingleChoice,
    MultipleChoice,

    /// <summary>Choices <c>yes</c> and <c>no</c>.</summary>
    YesNo,
    FreeText,

    /// <summary>*Infobox*: a text, no answer.</summary>
    Info,

    /// <summary>Seven anchored levels, current and desired (*Reifegrad*).</summary>
    Level,
}

/// <summary>A question of a version.</summary>
/// <param name="Id">Stable across versions and surveys made from the same set: 1 to 40 characters a–z 0–9 and hyphen.</param>
/// <param name="Text">As the customer reads it. <c>{{berater}}</c> stands for the advisor ("Frau Berg").</param>
/// <param name="SelfText">As the advisor reads it in the self-image survey; null: not asked there.</param>
/// <param name="Anchors">Of a <see cref="QuestionKind.Level"/> question: its seven levels, lowest first.</param>
/// <param name="Branches">Tried in order after the answer; the first that fits decides where to go, else the next question.</param>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    LocalizedText Text,
    LocalizedText? Help = null,
    BusinessField? Field = null,
    CompetitiveFactor? Factor = null,
    bool Required = false,
    IReadOnlyList<Choice>? Choices = null,
    IReadOnlyList<LocalizedText>? Anchors = null,
    LocalizedText? SelfText = null,
    IReadOnlyList<Branch>? Branches = null);

public sealed record Choice(string Id, LocalizedText Text);

/// <summary>A jump forward. All conditions given must hold: a score in [MinScore, MaxScore], one of the choices, or
/// *kann ich nicht beurteilen*.</summary>
/// <param name="GoTo">Id of a later question, or <see cref="End"/>.</param>
public sealed record Branch(string GoTo, int? MinScore = null, int? MaxScore = null, IReadOnlyList<string>? AnyChoice = null, bool? CannotJudge = null)
{
    public const string End = "end";
}
