using See360.Core.Institutes;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>Makes an account without a password; <see cref="InviteUser"/> lets its owner choose one.</summary>
public sealed class CreateUser(UserRecords users)
{
    /// <param name="roles">Given by the operator: imports of employees leave them.</param>
    /// <exception cref="BadInput">Not a user name.</exception>
    /// <exception cref="RuleBroken">There is one already.</exception>
    public async Task<User> RunAsync(InstituteId institute, string userName, IReadOnlyList<Role> roles, CancellationToken cancel = default)
    {
        if (!UserNames.TryFold(userName, out var name) || name.AsSpan().Count('@') != 1)
        {
            throw new BadInput("userName", "user-name-invalid", new LocalizedText(
                "Der Benutzername ist die E-Mail-Adresse der Person. Bitte geben Sie eine vollständige Adresse an.",
                "The user name is the person's e-mail address. Please give a complete address."));
        }

        var user = new User(name, roles, Active: true, SecurityStamps.New(), Granted: roles);
        if (!await users.Users.InsertAsync(UserRecords.Partition(institute), UserRecords.Row(name), user, cancel))
        {
            throw new RuleBroken("user-exists", new LocalizedText(
                "Diesen Benutzer gibt es schon. Senden Sie ihm einen neuen Aktivierungslink, wenn er sich nicht anmelden kann.",
                "This user exists already. Send a new activation link if the person can't sign in."));
        }

        return user;
    }
}
