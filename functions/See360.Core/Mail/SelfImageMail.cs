using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Mail;

/// <summary>Asks an advisor for the self-image, in sales management's own name.</summary>
public sealed class SelfImageMail(MailTemplates templates, MailLinks links, MailIds ids, TimeProvider clock)
{
    /// <param name="participant">The advisor's place in the self-image batch.</param>
    /// <param name="sender">Who pressed send; null for the automatic run: then sales management as such signs.</param>
    public MailMessage Compose(Institute institute, Survey survey, Participant participant, Employee advisor, Employee? sender)
    {
        var now = clock.GetUtcNow();
        var language = participant.Language;
        var invitedAt = participant.InvitedAt ?? now;
        var values = new MailValues(institute, language, links.Host)
            .About(survey)
            .SentTo(participant, invitedAt)
            .ValidUntil(survey, invitedAt)
            .Set("anrede", Greeting.Of(language, advisor))
            .Set("absender", SalesManagement.Name(language))
            .Set("intern", true)
            .Set("umfragelink", links.Survey(institute, participant.Id))
            .Set("widerspruchslink", links.Objection(institute, participant.Id));
        if (sender is not null)
        {
            values.SignedBy(sender);
        }

        var letter = templates.Fill(MailKind.SelfImage, language, values.All);
        return new MailMessage(
            ids.For(institute.Number, SendKind.SelfImage, participant.Id),
            Envelope.From(institute, sender?.FullName ?? SalesManagement.Name(language)),
            Envelope.To(participant.Email, advisor.FirstName, advisor.LastName),
            sender is null ? Envelope.ReplyToBank(institute) : Envelope.ReplyTo(sender),
            letter.Subject,
            letter.Html,
            letter.Text,
            [],
            [.. Envelope.Unsubscribe(links.OneClickUnsubscribe(institute, participant.Id)), Envelope.NoOutOfOffice, MailKinds.Of(SendKind.SelfImage)],
            now,
            institute.Id);
    }
}
