using See360.Core.Users;

namespace See360.Core.Organisation;

/// <summary>Which people a list shows.</summary>
/// <param name="Words">Each must occur in name, number, user name, function or unit; empty: everybody.</param>
/// <param name="Unit">Number of a unit, with all below it; null: all.</param>
/// <param name="Left">True: only who has left; false: only who has not; null: both.</param>
/// <param name="Account">Only people whose account is in this state; null: all.</param>
/// <param name="NoAccount">Only people who have no account.</param>
public sealed record PeopleFilter(string Words = "", string? Unit = null, bool? Left = null, AccountState? Account = null, bool NoAccount = false);
