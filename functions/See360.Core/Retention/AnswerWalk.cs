using See360.Core.Institutes;
using See360.Core.Responses;
using See360.Core.Results.Segments;

namespace See360.Core.Retention;

/// <summary>Answer sheets with their comments, and who has opened the survey. The cycle's totals stay. Pages that look at the present year and
/// the one before are told all the same.</summary>
internal sealed class AnswerWalk(CycleUnits units, ResponseRecords responses, UnfoldCycle unfold, ResponseFeed feed) : IRetentionWalk
{
    public string Name => "answers";

    public RetentionClass Class => RetentionClass.Answers;

    public Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel) => units.FirstAsync(institute, cancel);

    public IAsyncEnumerable<RetentionUnit> UnitsAsync(RetentionContext context, IsoWeek from, CancellationToken cancel) =>
        units.FromAsync(context, from, cycle => RetentionRules.AnswerDueOn(context.Bank.DayOf(cycle.StartedAt), context.Periods), cancel);

    public async Task<RetentionStep> DoAsync(RetentionContext context, string unit, string? after, CancellationToken cancel)
    {
        if (await units.ReadAsync(context, unit, cancel) is not { } cycle)
        {
            return new RetentionStep(null);
        }

        DateOnly? next = null;
        var partition = ResponseRecords.Partition(context.Bank.Id, cycle.Id);
        foreach (var of in (string[])[partition, ResponseRecords.Partition(context.Bank.Id, cycle.Id, Participants.ParticipantKind.Test)])
        {
            var gone = new List<Response>();
            var (left, more) = await DeleteRows.DueAsync(
                context, responses.Responses, of, RetentionItem.Answers,
                response => RetentionRules.AnswerDueOn(context.Bank.DayOf(response.CompletedAt ?? response.SavedAt), context.Periods),
                async rows =>
                {
                    await unfold.BeforeAsync(context.Bank.Id, cycle.Id, cancel);
                    gone.AddRange(rows.Select(r => r.Value));
                },
                cancel);
            foreach (var response in gone)
            {
                feed.Announce(new ResponseNews(context.Bank.Id, response.Cycle, response.Participant));
            }

            next = RetentionContext.Earlier(next, left);
            if (more)
            {
                return new RetentionStep(null, More: true);
            }
        }

        var (opened, openingsLeft) = await DeleteRows.DueAsync(
            context, responses.Openings, partition, RetentionItem.Openings,
            opening => RetentionRules.AnswerDueOn(context.Bank.DayOf(opening.At), context.Periods), null, cancel);
        return new RetentionStep(RetentionContext.Earlier(next, opened), More: openingsLeft);
    }
}
