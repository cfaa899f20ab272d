namespace See360.Core.Retention;

/// <summary>How long an institute keeps what (Art. 5 (1) e GDPR). Days and months of the institute's calendar: kept is the whole last day.</summary>
/// <param name="ParticipantDays">Who a participant is: after the link has expired, 1 to 180.</param>
/// <param name="AnswerMonths">What was answered, under a pseudonym: after the completion, 1 to 120.</param>
/// <param name="LogMonths">The contact log and what recognises a conversation: 12 to 120, so that who a mail went to is never forgotten
/// before the person is erased.</param>
public sealed record RetentionPeriods(int ParticipantDays = 90, int AnswerMonths = 36, int LogMonths = 12)
{
    public static RetentionPeriods Default { get; } = new();
}
