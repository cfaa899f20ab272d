using See360.Core.Concepts;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Cycles;

/// <summary>
/// Tells advisors that there are new answers, at most once a week however many surveys they take part in: the first
/// cycle of the week whose newsletter is due looks at the answers of all cycles that can still bring some. A
/// newsletter covers the seven days up to the institute's start of the week, so that no answer is told twice or never.
/// </summary>
public sealed class NewsletterUnit(
    CycleRecords cycles,
    OrganisationRecords organisation,
    ResponseRecords responses,
    SurveyRecords surveys,
    Dispatch dispatch,
    ICycleMails mails,
    TimeProvider clock) : ICycleUnit
{
    /// <summary>The longest token life, in weeks: an older cycle brings no new answer.</summary>
    private const int WeeksBack = 14;

    /// <summary>In the mail's id in place of a survey: whichever cycle takes the newsletter up, it is the same mail.</summary>
    private static readonly SurveyId _newsletter = SurveyId.Parse("newsletter");

    public CycleStepKind Kind => CycleStepKind.Newsletter;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (ConceptRules.Lock(context.Institute, now) is not null)
        {
            // The pages show what a newsletter would have told; waiting would hold up the end of the cycle.
            return UnitResult.Finished;
        }

        var (week, until) = SendWeek.LastStart(context.Institute, now);
        var counts = await NewAnswersAsync(context, week, until, cancel);
        var next = counts.Where(c => context.Cursor is null || string.CompareOrdinal(c.Key, context.Cursor) > 0)
            .OrderBy(c => c.Key, StringComparer.Ordinal).Take(ICycleUnit.Recipients).ToList();
        if (next.Count == 0)
        {
            return UnitResult.Finished;
        }

        var outgoing = new List<Outgoing>();
        foreach (var (name, count) in next)
        {
            if (await organisation.EmployeeAsync(context.Institute.Id, name, cancel) is { Active: true } employee)
            {
                outgoing.Add(Mail(context, week, employee, count));
            }
        }

        var sent = await dispatch.SendAsync(CycleRecords.NewsletterPartition(context.Institute.Id, week), outgoing, context.Worker, cancel);
        return sent.Any(s => s.Send is null)
            ? new UnitResult(false, context.Cursor, now.AddMinutes(1))
            : new UnitResult(false, next[^1].Key);
    }

    /// <summary>Completed customers' answers per advisor in the week before. Not of confidential surveys: an advisor with few
    /// customers would learn who has answered, and when.</summary>
    private async Task<Dictionary<string, int>> NewAnswersAsync(CycleContext context, IsoWeek week, DateTimeOffset until, CancellationToken cancel)
    {
        var counts = new Dictionary<string, int>();
        var since = SendWeek.StartOf(context.Institute, week.Plus(-1));
        await foreach (var cycle in cycles.SinceAsync(context.Institute.Id, week.Plus(-WeeksBack), cancel))
        {
            if (cycle.Value.ClosedAt < since
                || await surveys.FindAsync(context.Institute.Id, cycle.Value.Id.Survey, cancel) is not { Confidentiality: ConfidentialityMode.Personal })
            {
                continue;
            }

            await foreach (var response in responses.Responses.RangeAsync(ResponseRecords.Partition(context.Institute.Id, cycle.Value.Id), default, cancel))
            {
                if (response.Value is { Kind: ParticipantKind.Customer, CompletedAt: { } at } && at >= since && at < until)
                {
                    counts[response.Value.Advisor] = counts.GetValueOrDefault(response.Value.Advisor) + 1;
                }
            }
        }

        return counts;
    }

    private Outgoing Mail(CycleContext context, IsoWeek week, Employee employee, int count)
    {
        var recipient = new ParticipantId(new BatchId(week, BatchKind.Newsletter, 1), employee.Number);
        var occasion = new CycleId(week, _newsletter);
        var mailId = MailIds.For(context.Institute.Id, occasion, SendKind.Newsletter, recipient);
        return new Outgoing(context, SendKind.Newsletter, recipient, mailId, 0, employee.UserName,
            stop => mails.NewsletterAsync(context.Institute, context.Survey, occasion, recipient, employee, count, stop));
    }
}
