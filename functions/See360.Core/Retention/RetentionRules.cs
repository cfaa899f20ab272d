using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Retention;

/// <summary>From which day on something is to be gone. A period is counted in the days and months of the institute's zone from the day
/// on which it begins; its last day is kept whole, so neither the hour nor the change of the clocks matters.</summary>
public static class RetentionRules
{
    /// <summary>Who waits in the stock of a strategic survey keeps his data: they are what he will be invited with.</summary>
    public static bool IsWaiting(Participant participant, Survey? survey) =>
        survey?.Kind == SurveyKind.Strategic && ConfirmImport.IsAccepted(participant);

    /// <summary>After the link has expired; of who was never invited, as if the invitation had left on the day of the import.</summary>
    /// <param name="survey">Of the participant; null: none is known, and so there was never a link.</param>
    /// <returns>Null as long as he waits in a stock.</returns>
    public static DateOnly? ParticipantDueOn(Participant participant, DateTimeOffset importedAt, Survey? survey, Institute bank)
    {
        if (participant.InvitedAt is null && IsWaiting(participant, survey))
        {
            return null;
        }

        var expired = (participant.InvitedAt ?? importedAt).AddDays(survey?.Rules.TokenLifeDays ?? 0);
        return ParticipantDueOn(bank.DayOf(expired), Periods(bank));
    }

    /// <param name="expiredOn">The link's last day.</param>
    public static DateOnly ParticipantDueOn(DateOnly expiredOn, RetentionPeriods periods) => expiredOn.AddDays(periods.ParticipantDays + 1);

    /// <param name="completedOn">Of a draft the day on which it was last saved.</param>
    public static DateOnly AnswerDueOn(DateOnly completedOn, RetentionPeriods periods) => completedOn.AddMonths(periods.AnswerMonths).AddDays(1);

    public static DateOnly LogDueOn(DateOnly writtenOn, RetentionPeriods periods) => writtenOn.AddMonths(periods.LogMonths).AddDays(1);

    /// <summary>As a log, but not before the longest quarantine is over: until then it says who may not be asked again.</summary>
    public static DateOnly ClaimDueOn(DateOnly claimedOn, RetentionPeriods periods, IEnumerable<Survey> surveys)
    {
        var quarantine = claimedOn.AddDays(surveys.Select(s => s.Rules.QuarantineDays).DefaultIfEmpty(0).Max() + 1);
        var log = LogDueOn(claimedOn, periods);
        return log > quarantine ? log : quarantine;
    }

    public static RetentionPeriods Periods(Institute bank) => bank.Retention ?? RetentionPeriods.Default;
}
