using System.Text.Json.Serialization;
using See360.Core.Participants;

namespace See360.Core.Cycles;

/// <summary>A survey's weekly cycle (*Wochenlauf*). Partition: institute; row: <see cref="CycleId"/>, so that the
/// recent weeks are one range.</summary>
/// <param name="Waves">Each press of *Absenden* and each automatic start in the week is a wave; most cycles have one.</param>
/// <param name="PausedAt">Set when bounces pass 10 % of a wave; a person resumes it.</param>
/// <param name="ClosedAt">Set when the last token has expired; the totals stay.</param>
/// <param name="NewsletterRetryAt">When the next deferred newsletter is tried again. A newsletter is the bank's and not the
/// cycle's: neither a pause nor the end of the cycle holds it up, and it holds up neither.</param>
public sealed record Cycle(
    CycleId Id,
    DateTimeOffset StartedAt,
    IReadOnlyList<Wave> Waves,
    DateTimeOffset? PausedAt = null,
    string? PauseReason = null,
    DateTimeOffset? NextRetryAt = null,
    DateTimeOffset? NewsletterAt = null,
    DateTimeOffset? ClosedAt = null,
    CycleTotals? Totals = null,
    DateTimeOffset? NewsletterRetryAt = null)
{
    /// <summary>Nothing is left to be done, not even a deferred newsletter.</summary>
    [JsonIgnore]
    public bool IsOver => ClosedAt is not null && NewsletterRetryAt is null;
}

/// <param name="Number">1, 2, …</param>
/// <param name="StartedBy">User name, or empty for the automatic start.</param>
/// <param name="InvitedAt">When its last invitation unit was done; null while inviting.</param>
/// <param name="SelfImagesAskedAt">When the advisors concerned had been asked.</param>
/// <param name="RemindersDone">0 up to the survey's number of reminders.</param>
/// <param name="Sent">Invitations that the carrier has accepted, counted after each unit of work: good enough for the
/// bounce rule; the exact figures come from the ledger.</param>
/// <param name="Bounced">Invitations refused because the address is bad.</param>
public sealed record Wave(
    int Number,
    DateTimeOffset StartedAt,
    string StartedBy,
    DateTimeOffset? InvitedAt = null,
    DateTimeOffset? SelfImagesAskedAt = null,
    int RemindersDone = 0,
    int Sent = 0,
    int Bounced = 0);

/// <summary>The funnel of a cycle, in persons.</summary>
/// <param name="ByAdvisor">By user name, for the advisor's own return rate; nobody else is shown it.</param>
public sealed record CycleTotals(
    int Invited,
    int Delivered,
    int Bounced,
    int Opened,
    int Started,
    int Answered,
    int Declined,
    IReadOnlyDictionary<string, AdvisorReturn>? ByAdvisor = null);

/// <summary>One advisor's part of a cycle's funnel, in persons.</summary>
/// <param name="Opened">Null in cycles that were closed before this was kept; so are those after it.</param>
public sealed record AdvisorReturn(int Invited, int Bounced, int Answered, int? Opened = null, int? Started = null, int? Declined = null);
