using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Contacts;

/// <summary>
/// What is known of a customer number or a mail address, under its keyed hash: outlives the erasure of the person.
/// The same record answers quarantine, objection and bounces.
/// </summary>
/// <param name="ClaimedBy">Who was last invited under this key: a second invitation within the quarantine is refused
/// unless it is for the same participant.</param>
/// <param name="ClaimedAt">When (UTC).</param>
/// <param name="SoftBounces">Transient failures in a row.</param>
/// <param name="ClaimedBefore">The claim that this one has replaced, so that it can be given back.</param>
public sealed record Contact(
    ParticipantId? ClaimedBy = null,
    DateTimeOffset? ClaimedAt = null,
    DateTimeOffset? ObjectedAt = null,
    DateTimeOffset? UndeliverableAt = null,
    string? UndeliverableReason = null,
    int SoftBounces = 0,
    ContactClaim? ClaimedBefore = null)
{
    public Contact Claim(ParticipantId by, DateTimeOffset now) => this with
    {
        ClaimedBy = by,
        ClaimedAt = now,
        ClaimedBefore = ClaimedBy is { } before && ClaimedAt is { } at ? new ContactClaim(before, at) : null,
    };

    /// <summary>As it was before this participant was to be invited; another one's claim stays.</summary>
    public Contact Release(ParticipantId by) =>
        ClaimedBy == by ? this with { ClaimedBy = ClaimedBefore?.By, ClaimedAt = ClaimedBefore?.At, ClaimedBefore = null } : this;
}

public sealed record ContactClaim(ParticipantId By, DateTimeOffset At);

public sealed class ContactRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: <see cref="ContactKeys"/>. Only ever read by key.</summary>
    public Table<Contact> Contacts { get; } = new(store, "contacts");

    public static string Partition(InstituteId institute) => institute.ToString();
}
