using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>A week's newsletters: who gets one, what it tells, the mail. The same for whoever sends or tries them again.</summary>
public sealed class Newsletters(CycleRecords cycles, ResponseRecords responses, SurveyRecords surveys, ICycleMails mails, MailIds ids)
{
    /// <summary>The longest token life, in weeks: an older cycle brings no new answer.</summary>
    private const int WeeksBack = 14;

    /// <summary>Completed customers' answers per advisor in the seven days before the week's start. Not of confidential
    /// surveys: an advisor with few customers would learn who has answered, and when.</summary>
    public async Task<Dictionary<string, int>> NewAnswersAsync(Institute institute, IsoWeek week, CancellationToken cancel = default)
    {
        var counts = new Dictionary<string, int>();
        var (since, until) = (SendWeek.StartOf(institute, week.Plus(-1)), SendWeek.StartOf(institute, week));
        await foreach (var cycle in cycles.SinceAsync(institute.Id, week.Plus(-WeeksBack), cancel))
        {
            if (cycle.Value.ClosedAt < since
                || await surveys.FindAsync(institute.Id, cycle.Value.Id.Survey, cancel) is not { Confidentiality: ConfidentialityMode.Personal })
            {
                continue;
            }

            await foreach (var response in responses.Responses.RangeAsync(ResponseRecords.Partition(institute.Id, cycle.Value.Id), default, cancel))
            {
                if (response.Value is { Kind: ParticipantKind.Customer, CompletedAt: { } at } && at >= since && at < until)
                {
                    counts[response.Value.Advisor] = counts.GetValueOrDefault(response.Value.Advisor) + 1;
                }
            }
        }

        return counts;
    }

    /// <param name="count">1 or more.</param>
    public Outgoing Mail(CycleContext context, IsoWeek week, Employee employee, int count)
    {
        var recipient = new ParticipantId(new BatchId(week, BatchKind.Newsletter, 1), employee.Number);
        var mailId = ids.For(context.Institute.Number, SendKind.Newsletter, recipient);
        return new Outgoing(context, SendKind.Newsletter, recipient, mailId, 0, employee.UserName,
            stop => mails.NewsletterAsync(context.Institute, context.Survey, recipient, employee, count, stop));
    }
}
