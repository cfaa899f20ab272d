using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Users;

/// <summary>Sends a user the link with which a password is chosen, for the first time or anew. A former link is of no
/// use from then on; a present password is, until the new one is chosen.</summary>
public sealed class InviteUser(
    UserRecords users, InstituteRecords institutes, OrganisationRecords organisation, ActivationMail mail, IMailer mailer, TimeProvider time)
{
    /// <returns>False if there is no such user, or an inactive one.</returns>
    /// <exception cref="RuleBroken">The account is locked, or the mail was not accepted.</exception>
    public async Task<bool> RunAsync(InstituteId institute, string userName, CancellationToken cancel = default)
    {
        if (!UserNames.TryFold(userName, out var name) || await users.FindAsync(institute, name, cancel) is not { Active: true } account)
        {
            return false;
        }

        if (account.Locked is not null)
        {
            throw new RuleBroken("account-locked", new LocalizedText(
                "Dieser Zugang ist gesperrt. Bitte entsperren Sie ihn zuerst, dann kann ein neuer Link gesendet werden.",
                "This account is locked. Please unlock it first, then a new link can be sent."));
        }

        var token = ActivationToken.New();
        var expiresAt = time.GetUtcNow() + ActivationToken.Life;
        var hash = ActivationToken.Hash(token)!;
        await RememberAsync(institute, name, hash, expiresAt, cancel);

        // Somebody who had a link or a password knows the account, and may still have the former mail.
        var isRenewal = account.PasswordHash is not null || account.ActivationHash is not null;
        var bank = await institutes.GetAsync(institute, cancel);
        var employee = await organisation.EmployeeAsync(institute, name, cancel);
        if (await mailer.SendAsync(mail.Compose(bank, name, employee, token, expiresAt, isRenewal), cancel) is not (MailOutcome.Accepted or MailOutcome.Unclear))
        {
            await ForgetAsync(institute, name, hash, cancel);
            throw new RuleBroken("mail-not-accepted", new LocalizedText(
                "Der Aktivierungslink konnte nicht versendet werden. Bitte prüfen Sie die Adresse und versuchen Sie es später noch einmal.",
                "The activation link could not be sent. Please check the address and try again later."));
        }

        return true;
    }

    private async Task RememberAsync(InstituteId institute, string userName, string hash, DateTimeOffset expiresAt, CancellationToken cancel)
    {
        var partition = UserRecords.Partition(institute);
        string? former = null;
        await users.Activations.InsertAsync(partition, hash, new Activation(userName, expiresAt), cancel);
        await users.Users.UpdateAsync(
            partition,
            UserRecords.Row(userName),
            user =>
            {
                former = user?.ActivationHash;
                return user is not { MaySignIn: true } ? null : user with { ActivationHash = hash, ActivationUntil = expiresAt };
            },
            cancel);
        if (former is not null)
        {
            await DeleteAsync(partition, former, cancel);
        }
    }

    private async Task ForgetAsync(InstituteId institute, string userName, string hash, CancellationToken cancel)
    {
        var partition = UserRecords.Partition(institute);
        await users.Users.UpdateAsync(
            partition, UserRecords.Row(userName), user => user?.ActivationHash == hash ? user with { ActivationHash = null, ActivationUntil = null } : user, cancel);
        await DeleteAsync(partition, hash, cancel);
    }

    private async Task DeleteAsync(string partition, string hash, CancellationToken cancel)
    {
        if (await users.Activations.ReadAsync(partition, hash, cancel) is { } activation)
        {
            await users.Activations.WriteAsync(partition, [Table<Activation>.Delete(activation)], cancel);
        }
    }
}
