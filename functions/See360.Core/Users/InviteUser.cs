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
        var outcome = await mailer.SendAsync(mail.Compose(bank, name, employee, token, expiresAt, isRenewal), cancel);
        if (outcome is not (MailOutcome.Accepted or MailOutcome.Unclear))
        {
            await ForgetAsync(institute, name, hash, cancel);
            throw NotSent(outcome);
        }

        return true;
    }

    /// <summary>The address is to be checked only if it is to blame: a server that is busy says nothing about it.</summary>
    private static RuleBroken NotSent(MailOutcome outcome) => outcome switch
    {
        MailOutcome.Refused { RecipientIsBad: true } => new RuleBroken("mail-not-accepted", new LocalizedText(
            "Der Aktivierungslink konnte nicht versendet werden: Der Mailserver kennt die Adresse nicht. Bitte prüfen Sie die Adresse und senden Sie dann einen neuen Link.",
            "The activation link could not be sent: the mail server does not know the address. Please check the address, then send a new link.")),
        MailOutcome.Refused => new RuleBroken("mail-not-accepted", new LocalizedText(
            "Der Mailserver hat den Aktivierungslink abgelehnt, nicht wegen der Adresse. Bitte wenden Sie sich an Ihre Mail-Administration und senden Sie danach einen neuen Link.",
            "The mail server has refused the activation link, not because of the address. Please ask your mail administrators, then send a new link.")),
        MailOutcome.Deferred { Code: MailOutcome.Deferred.OutboxUnavailable } => new RuleBroken("mail-deferred", new LocalizedText(
            "Der Aktivierungslink konnte nicht versendet werden: Der Postausgang kann gerade nicht geschrieben werden. Bitte lassen Sie prüfen, ob der Datenträger voll ist, und senden Sie dann einen neuen Link.",
            "The activation link could not be sent: the outbox can't be written now. Please have somebody check whether the disk is full, then send a new link.")),
        _ => new RuleBroken("mail-deferred", new LocalizedText(
            "Der Mailserver nimmt den Aktivierungslink gerade nicht an. Bitte senden Sie in einigen Minuten einen neuen Link.",
            "The mail server does not take the activation link now. Please send a new link in some minutes.")),
    };

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
