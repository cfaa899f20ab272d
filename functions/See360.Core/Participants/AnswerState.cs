using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Participants;

/// <summary>How far the answer of somebody invited is. Says nothing of what was answered.</summary>
public enum AnswerState
{
    /// <summary>Invited, nothing saved yet.</summary>
    Open,

    /// <summary>Something saved, not sent.</summary>
    Started,

    Answered,

    /// <summary>The link's life is over without an answer.</summary>
    Expired,

    /// <summary>Objected instead of answering.</summary>
    Objected,
}

public static class AnswerStates
{
    /// <returns>Null for somebody who has not been invited.</returns>
    public static AnswerState? Of(Participant participant, Survey? survey, Response? response, bool hasObjected, DateTimeOffset now)
    {
        if (participant.InvitedAt is null)
        {
            return null;
        }

        if (response?.CompletedAt is not null)
        {
            return AnswerState.Answered;
        }

        if (hasObjected)
        {
            return AnswerState.Objected;
        }

        if (ExpiresAt(participant, survey) <= now)
        {
            return AnswerState.Expired;
        }

        return response is null ? AnswerState.Open : AnswerState.Started;
    }

    /// <summary>When the link expires; null before the invitation.</summary>
    public static DateTimeOffset? ExpiresAt(Participant participant, Survey? survey) =>
        survey is null ? null : participant.InvitedAt + TimeSpan.FromDays(survey.Rules.TokenLifeDays);
}
