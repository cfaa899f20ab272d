using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>The mails of a cycle, composed; their ids are those of <see cref="MailIds"/>.</summary>
public interface ICycleMails
{
    ValueTask<MailMessage> InvitationAsync(Institute institute, Survey survey, Participant customer, Employee advisor, CancellationToken cancel = default);

    /// <param name="number">1 to 3.</param>
    ValueTask<MailMessage> ReminderAsync(Institute institute, Survey survey, Participant customer, Employee advisor, int number, CancellationToken cancel = default);

    ValueTask<MailMessage> SelfImageAsync(Institute institute, Survey survey, Participant request, Employee advisor, CancellationToken cancel = default);

    /// <param name="survey">One of those that brought answers.</param>
    /// <param name="newAnswers">1 or more.</param>
    ValueTask<MailMessage> NewsletterAsync(
        Institute institute, Survey survey, ParticipantId recipient, Employee advisor, int newAnswers, CancellationToken cancel = default);
}
