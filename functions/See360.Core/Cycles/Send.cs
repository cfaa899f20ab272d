using System.Text.Json.Serialization;
using See360.Core.Mail;
using See360.Core.Participants;

namespace See360.Core.Cycles;

public enum SendKind
{
    Invitation,
    Reminder1,
    Reminder2,
    Reminder3,
    SelfImage,
    Newsletter,
}

public enum SendState
{
    /// <summary>Inserted before the send: whoever finds it unmarked takes it up again.</summary>
    Claimed,

    /// <summary>The carrier has accepted the mail, or (reason <c>unclear</c>) has it perhaps: either way it is not sent again.</summary>
    Sent,

    /// <summary>Not sent, by rule; <see cref="Send.Reason"/> says which.</summary>
    Skipped,

    /// <summary>The carrier said not now; tried again at <see cref="Send.NextTryAt"/> until 72 h after the claim.</summary>
    Deferred,

    /// <summary>Refused for good, or deferred for 72 h.</summary>
    Failed,
}

/// <summary>
/// The ledger: one record per (cycle, kind, recipient), inserted before the mail leaves and marked after. It is also
/// the contact log. Partition: <c>institute|cycle</c>; row: <c>kind|participant</c>.
/// </summary>
/// <param name="MailId"><see cref="Mail.MailMessage.Id"/>.</param>
/// <param name="Wave">The wave of the cycle that it belongs to.</param>
/// <param name="Worker">Who holds the claim; another worker leaves it alone until the lease is over.</param>
/// <param name="DeliveredAt">When the recipient's mail server took it, where the carrier reports that.</param>
/// <param name="Advisor">User name, for the fair spread and for the newsletter.</param>
public sealed record Send(
    SendKind Kind,
    ParticipantId Participant,
    string MailId,
    int Wave,
    string Advisor,
    SendState State,
    DateTimeOffset ClaimedAt,
    DateTimeOffset? DoneAt = null,
    string Reason = "",
    string Detail = "",
    int Tries = 0,
    DateTimeOffset? NextTryAt = null,
    DateTimeOffset? BouncedAt = null,
    string Worker = "",
    DateTimeOffset? DeliveredAt = null)
{
    /// <summary>What the carrier said of a mail that it has not plainly taken, as it said it; else empty. A later end for
    /// another reason (a rule, a lock) keeps the old words in <see cref="Detail"/>, where they explain nothing.</summary>
    [JsonIgnore]
    public string CarrierMessage => (State, Reason) switch
    {
        (SendState.Deferred, "deferred" or MailOutcome.Deferred.OutboxUnavailable) or
        (SendState.Failed, "refused" or "undeliverable" or "deferred-too-long") or
        (SendState.Sent, "unclear") => Detail.Trim(),
        _ => "",
    };
}
