using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>The mails of a cycle, composed.</summary>
public interface ICycleMails
{
    ValueTask<MailMessage> InvitationAsync(Institute institute, Survey survey, Participant customer, Employee advisor, string mailId, CancellationToken cancel = default);

    ValueTask<MailMessage> ReminderAsync(Institute institute, Survey survey, Participant customer, Employee advisor, string mailId, CancellationToken cancel = default);

    ValueTask<MailMessage> SelfImageAsync(Institute institute, Survey survey, Participant request, Employee advisor, string mailId, CancellationToken cancel = default);

    /// <param name="newAnswers">1 or more.</param>
    ValueTask<MailMessage> NewsletterAsync(Institute institute, Employee advisor, int newAnswers, string mailId, CancellationToken cancel = default);
}
