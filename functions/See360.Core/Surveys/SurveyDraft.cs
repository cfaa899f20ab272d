using System.Globalization;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Surveys;

/// <summary>A questionnaire as it is being worked on; publishing makes a <see cref="SurveyVersion"/> of it.
/// Partition: institute; row: the survey's number (D4), which only one survey can ever have.</summary>
public sealed record SurveyDraft(
    SurveyId Survey,
    RatingScale RatingScale,
    LocalizedText Introduction,
    LocalizedText Thanks,
    IReadOnlyList<Question> Questions)
{
    public static string Row(int surveyNumber) => surveyNumber.ToString("D4", CultureInfo.InvariantCulture);

    public SurveyVersion ToVersion(int number, DateTimeOffset at) => new(Survey, number, at, RatingScale, Introduction, Thanks, Questions);

    public static SurveyDraft Of(SurveyVersion version) =>
        new(version.Survey, version.RatingScale, version.Introduction, version.Thanks, version.Questions);

    /// <summary>True if a customer would see no difference.</summary>
    public bool SaysTheSameAs(SurveyDraft other) => RecordJson.Write(this).Span.SequenceEqual(RecordJson.Write(other).Span);
}

/// <summary>Which survey has a number. Partition: institute; row: number (D4). Never deleted: a number that once
/// stood in tokens is not given to another survey.</summary>
public sealed record SurveyNumber(SurveyId Survey);
