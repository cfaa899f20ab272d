using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Mail;

/// <summary>What a mail to a customer is made of.</summary>
/// <param name="Photo">Shown only if the advisor's record says that they agreed to it.</param>
public sealed record CustomerMail(
    Institute Institute,
    Survey Survey,
    Participant Participant,
    Employee Advisor,
    Photo? Photo = null)
{
    internal MailMessage Compose(MailKind kind, SendKind send, MailTemplates templates, MailLinks links, MailIds ids, DateTimeOffset now)
    {
        var id = ids.For(Institute.Number, send, Participant.Id);
        var invitedAt = Participant.InvitedAt ?? now;
        var image = Photo is not null && Advisor.PhotoConsentAt is not null
            ? new InlineImage($"photo.{id}@{Institute.MailDomain}", Photo.ContentType, Photo.Bytes)
            : null;
        var values = new MailValues(Institute, Participant.Language, links.Host)
            .About(Survey)
            .SignedBy(Advisor)
            .SentTo(Participant, invitedAt)
            .ValidUntil(Survey, invitedAt)
            .Set("berater", Advisor.FullName)
            .Set("foto", image?.ContentId ?? "")
            .Set("fotoAlt", Advisor.FullName)
            .Set("letzteErinnerung", send - SendKind.Reminder1 + 1 >= Survey.Rules.Reminders)
            .Set("umfragelink", links.Survey(Institute, Participant.Id))
            .Set("widerspruchslink", links.Objection(Institute, Participant.Id));
        var letter = templates.Fill(kind, Participant.Language, values.All);
        return new MailMessage(
            id,
            Envelope.From(Institute, Advisor.FullName),
            Envelope.To(Participant.Email, Participant.FirstName, Participant.LastName),
            Envelope.ReplyTo(Advisor),
            letter.Subject,
            letter.Html,
            letter.Text,
            image is null ? [] : [image],
            // A letter in a person's name carries no Auto-Submitted: a reply to it reaches that person.
            [.. Envelope.Unsubscribe(links.OneClickUnsubscribe(Institute, Participant.Id)), Envelope.NoOutOfOffice, MailKinds.Of(send)],
            now,
            Institute.Id);
    }
}

/// <summary>The invitation, in the advisor's name and first person.</summary>
public sealed class InvitationMail(MailTemplates templates, MailLinks links, MailIds ids, TimeProvider clock)
{
    public MailMessage Compose(CustomerMail mail) => mail.Compose(MailKind.Invitation, SendKind.Invitation, templates, links, ids, clock.GetUtcNow());
}

/// <summary>The reminder: the same sender, the same link, a text of its own.</summary>
public sealed class ReminderMail(MailTemplates templates, MailLinks links, MailIds ids, TimeProvider clock)
{
    /// <param name="number">1 to 3.</param>
    public MailMessage Compose(CustomerMail mail, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 3);
        return mail.Compose(MailKind.Reminder, SendKind.Reminder1 + (number - 1), templates, links, ids, clock.GetUtcNow());
    }
}
