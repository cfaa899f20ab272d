using See360.Core.Concepts;
using See360.Core.Organisation;

namespace See360.Core.Cycles;

/// <summary>
/// Tells advisors that there are new answers, at most once a week however many surveys they take part in: the first
/// cycle of the week whose newsletter is due looks at the answers of all cycles that can still bring some. A
/// newsletter covers the seven days up to the institute's start of the week, so that no answer is told twice or never.
/// </summary>
public sealed class NewsletterUnit(CycleRecords cycles, OrganisationRecords organisation, Newsletters newsletters, Dispatch dispatch, TimeProvider clock)
    : ICycleUnit
{
    public CycleStepKind Kind => CycleStepKind.Newsletter;

    public async Task<UnitResult> DoAsync(CycleContext context, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (ConceptRules.Lock(context.Institute, now) is not null)
        {
            // The pages show what a newsletter would have told; waiting would hold up the end of the cycle.
            return UnitResult.Finished;
        }

        var (week, _) = SendWeek.LastStart(context.Institute, now);
        var counts = await newsletters.NewAnswersAsync(context.Institute, week, cancel);
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
                outgoing.Add(newsletters.Mail(context, week, employee, count));
            }
        }

        var sent = await dispatch.SendAsync(CycleRecords.NewsletterPartition(context.Institute.Id, week), outgoing, context.Worker, cancel);
        await RetryTimes.NoteNewslettersAsync(cycles, context, sent, cancel);
        return sent.Any(s => s.Send is null)
            ? new UnitResult(false, context.Cursor, now.AddMinutes(1))
            : new UnitResult(false, next[^1].Key);
    }
}
