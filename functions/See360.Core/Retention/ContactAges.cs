using See360.Core.Contacts;

namespace See360.Core.Retention;

/// <summary>What is left of a contact when claims have grown old.</summary>
public static class ContactAges
{
    /// <returns>Null if nothing is left that anybody needs; the same if nothing is old.</returns>
    public static Contact? Without(Contact contact, Func<DateTimeOffset, bool> isOver)
    {
        var after = contact;
        if (after.ClaimedBefore is { } before && isOver(before.At))
        {
            after = after with { ClaimedBefore = null };
        }

        if (after.ClaimedAt is { } claimed && isOver(claimed))
        {
            after = after with { ClaimedBy = null, ClaimedAt = null, ClaimedBefore = null, SoftBounces = 0 };
        }

        return after is { ClaimedAt: null, ObjectedAt: null, UndeliverableAt: null } ? null : after;
    }
}
