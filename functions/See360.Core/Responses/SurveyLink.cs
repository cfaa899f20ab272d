using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Tokens;

namespace See360.Core.Responses;

/// <summary>What can be done with a survey link now.</summary>
public enum LinkState
{
    /// <summary>The invitation has not left yet, or the survey has not been published.</summary>
    NotOpen,

    /// <summary>Answers can be given and changed.</summary>
    Open,

    /// <summary>The token's life is over; what was answered is final.</summary>
    Expired,

    /// <summary>The person has objected to surveys of this institute.</summary>
    Objected,
}

/// <summary>Where a token leads.</summary>
/// <param name="Survey">Null if the participant belongs to none that is known.</param>
/// <param name="ExpiresAt">Null before the invitation.</param>
public sealed record SurveyLink(Institute Institute, Participant Participant, Survey? Survey, LinkState State, DateTimeOffset? ExpiresAt)
{
    /// <summary>The cycle that invited; only of a link that is or was open.</summary>
    public CycleId Cycle => Participant.Cycle ?? throw new InvalidOperationException("Not invited yet.");

    public string ResponsePartition => ResponseRecords.Partition(Institute.Id, Cycle, Participant.Kind);

    public string ResponseRow => Participant.Id.ToString();

    /// <exception cref="RuleBroken">Answers are not taken in this state.</exception>
    public SurveyLink RequireOpen() => State switch
    {
        LinkState.Open => this,
        LinkState.NotOpen => throw new RuleBroken("survey-not-open", SurveyTexts.NotOpen),
        LinkState.Expired => throw new RuleBroken("survey-expired", SurveyTexts.Expired),
        _ => throw new RuleBroken("survey-objected", SurveyTexts.Objected),
    };
}

/// <summary>Reads tokens. Every use case of the survey page begins here.</summary>
public sealed class SurveyLinks(
    SurveyTokens tokens, SurveyLookup lookup, ParticipantRecords participants, ContactRecords contacts, CycleRecords cycles, ContactKeys keys,
    TimeProvider clock)
{
    /// <summary>No link lives shorter (<see cref="SurveyRuleChecks"/>), so no cycle is closed earlier after an invitation.</summary>
    private static readonly TimeSpan _neverClosedBefore = TimeSpan.FromDays(7);

    /// <returns>Null for a token that this installation did not make, and for a participant who was erased or withdrawn.</returns>
    public async Task<SurveyLink?> FindAsync(string token, CancellationToken cancel = default)
    {
        if (!tokens.TryRead(token, out var subject)
            || await lookup.InstituteAsync(subject.InstituteNumber, cancel) is not { } institute
            || (await participants.ReadAsync(institute.Id, subject.Participant, cancel))?.Value is not { } participant
            || participant.State == ParticipantState.Withdrawn)
        {
            return null;
        }

        var survey = (participant.Cycle?.Survey ?? participant.Survey) is { } id
            ? await lookup.SurveyAsync(institute.Id, id, cancel)
            : null;
        var expiresAt = survey is null ? null : participant.InvitedAt + TimeSpan.FromDays(survey.Rules.TokenLifeDays);
        return new SurveyLink(institute, participant, survey, await StateAsync(), expiresAt);

        async Task<LinkState> StateAsync()
        {
            if (participant.Kind != ParticipantKind.Test && await HasObjectedAsync(institute.Id, participant, cancel))
            {
                return LinkState.Objected;
            }

            if (participant.Cycle is null || expiresAt is null || survey!.Version == 0)
            {
                return LinkState.NotOpen;
            }

            return clock.GetUtcNow() < expiresAt && !await IsClosedAsync(institute.Id, participant, cancel) ? LinkState.Open : LinkState.Expired;
        }
    }

    /// <summary>What was answered in a closed cycle is final, also if the survey's links live longer now than when it was closed: results are
    /// released and folded that count on it.</summary>
    private async Task<bool> IsClosedAsync(InstituteId institute, Participant participant, CancellationToken cancel) =>
        clock.GetUtcNow() >= participant.InvitedAt + _neverClosedBefore && participant.Kind != ParticipantKind.Test
        && await cycles.Cycles.ReadAsync(CycleRecords.Partition(institute), participant.Cycle!.Value.ToString(), cancel) is { Value.ClosedAt: not null };

    private async Task<bool> HasObjectedAsync(InstituteId institute, Participant participant, CancellationToken cancel)
    {
        foreach (var row in ContactRows(keys, institute, participant))
        {
            if (await contacts.Contacts.ReadAsync(ContactRecords.Partition(institute), row, cancel) is { Value.ObjectedAt: not null })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Under which keys the person is known: customer number, address, or both; of somebody erased as they were kept.</summary>
    internal static IEnumerable<string> ContactRows(ContactKeys keys, InstituteId institute, Participant participant)
    {
        foreach (var row in participant.ContactRows ?? [])
        {
            yield return row;
        }

        if (participant.CustomerNumber.Length > 0)
        {
            yield return keys.OfCustomerNumber(institute, participant.CustomerNumber);
        }

        if (participant.Email.Length > 0)
        {
            yield return keys.OfEmail(institute, participant.Email);
        }
    }
}
