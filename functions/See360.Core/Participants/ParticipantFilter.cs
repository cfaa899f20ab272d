namespace See360.Core.Participants;

/// <summary>Whom a list shows.</summary>
/// <param name="Week">Of the import; null: the last half year.</param>
/// <param name="State">Null: every one.</param>
/// <param name="Answered">Only who has answered.</param>
/// <param name="WishesCall">Only who has asked for a call and is still to be called.</param>
/// <param name="Words">Each of them must occur in name, address or customer number, or in the advisor's user name: before
/// its @, unless the word has one, because what comes after it is the bank's and would find everybody.</param>
public sealed record ParticipantFilter(
    IsoWeek? Week = null, ParticipantState? State = null, bool Answered = false, bool WishesCall = false, string Words = "")
{
    private readonly string[] _words = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the participant's own record says.</summary>
    public bool Fits(Participant participant) =>
        (State is null || participant.State == State)
        && (!Answered || participant.InvitedAt is not null)
        && (_words.Length == 0 || Occur(participant));

    private bool Occur(Participant participant)
    {
        var customer = $"{PersonName.Of(participant)}\n{participant.Email}\n{participant.CustomerNumber}";
        return Array.TrueForAll(_words, word =>
            customer.Contains(word, StringComparison.CurrentCultureIgnoreCase)
            || (word.Contains('@', StringComparison.Ordinal) ? participant.Advisor : participant.Advisor.Split('@')[0])
                .Contains(word, StringComparison.CurrentCultureIgnoreCase));
    }
}
