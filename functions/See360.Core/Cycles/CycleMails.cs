using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>A cycle's mails from the product's letters.</summary>
public sealed class CycleMails(
    InvitationMail invitation, ReminderMail reminder, SelfImageMail selfImage, NewsletterMail newsletter, IFileStore files) : ICycleMails
{
    public async ValueTask<MailMessage> InvitationAsync(
        Institute institute, Survey survey, Participant customer, Employee advisor, CancellationToken cancel = default) =>
        invitation.Compose(await ToCustomerAsync(institute, survey, customer, advisor, cancel));

    public async ValueTask<MailMessage> ReminderAsync(
        Institute institute, Survey survey, Participant customer, Employee advisor, int number, CancellationToken cancel = default) =>
        reminder.Compose(await ToCustomerAsync(institute, survey, customer, advisor, cancel), number);

    public ValueTask<MailMessage> SelfImageAsync(
        Institute institute, Survey survey, Participant request, Employee advisor, CancellationToken cancel = default) =>
        ValueTask.FromResult(selfImage.Compose(institute, survey, request, advisor, sender: null));

    public ValueTask<MailMessage> NewsletterAsync(
        Institute institute, Survey survey, ParticipantId recipient, Employee advisor, int newAnswers, CancellationToken cancel = default) =>
        ValueTask.FromResult(newsletter.Compose(institute, survey, recipient, advisor, newAnswers));

    private async ValueTask<CustomerMail> ToCustomerAsync(
        Institute institute, Survey survey, Participant customer, Employee advisor, CancellationToken cancel) =>
        new(institute, survey, customer, advisor, await new AdvisorPhotos(files).ReadAsync(advisor, cancel));
}
