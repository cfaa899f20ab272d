using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>Looks once more right before a mail leaves that had to wait for its turn. A limit per minute or a slow server
/// holds a mail back for minutes, and what was allowed when its unit began may be forbidden by then: the agreement or
/// the approval was withdrawn, the person has objected.</summary>
public sealed class LastLook(
    InstituteRecords institutes, SurveyRecords surveys, ParticipantRecords participants, OrganisationRecords organisation, ContactClaims contacts,
    TimeProvider clock)
{
    /// <returns>Null: it may leave.</returns>
    public async Task<MailOutcome.Withheld?> AskAsync(Outgoing mail, CancellationToken cancel = default)
    {
        var institute = await institutes.GetAsync(mail.Context.Institute.Id, cancel);
        var now = clock.GetUtcNow();
        if (mail.Kind == SendKind.Newsletter)
        {
            return ConceptRules.Lock(institute, now) is { } code ? new MailOutcome.Withheld(code, ForGood: true) : null;
        }

        var survey = await surveys.FindAsync(institute.Id, mail.Context.Survey.Id, cancel) ?? mail.Context.Survey;
        if (SendingRules.Locks(institute, survey, now) is [var locked, ..])
        {
            return new MailOutcome.Withheld(locked, ForGood: false);
        }

        return mail.Kind == SendKind.SelfImage ? null : await ToCustomerAsync(institute.Id, survey, mail.Participant, now, cancel);
    }

    private async Task<MailOutcome.Withheld?> ToCustomerAsync(
        InstituteId institute, Survey survey, ParticipantId id, DateTimeOffset now, CancellationToken cancel)
    {
        if ((await participants.ReadAsync(institute, id, cancel))?.Value is not { } person)
        {
            return new MailOutcome.Withheld("withdrawn", ForGood: true);
        }

        var advisor = await organisation.EmployeeAsync(institute, person.Advisor, cancel);
        var (byNumber, byEmail) = await contacts.KnownAsync(institute, person, cancel);
        var verdict = SendingRules.Remind(new SendCase(survey, person, advisor, byNumber, byEmail, now));
        return verdict.Allowed ? null : new MailOutcome.Withheld(verdict.Reason, ForGood: true);
    }
}
