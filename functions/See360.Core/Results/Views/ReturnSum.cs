using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>Mails that left in a period and what became of them, of weeks that are no longer running.</summary>
internal readonly record struct ReturnSum(int Sent, int Bounced, int Answered)
{
    public Measure Rate => Share.ResponseRate(Answered, Sent, Bounced);

    public static ReturnSum Of(Sliced sliced, SlicePart part)
    {
        var surveys = sliced.Surveys.Select(s => s.Id).ToHashSet();
        var sum = default(ReturnSum);
        foreach (var cycle in sliced.Table.Cycles)
        {
            if (surveys.Contains(cycle.Id.Survey) && part.Period.Holds(cycle.LastSentAt) && !ReturnByWeek.IsRunning(cycle.LastSentAt, sliced.Now))
            {
                sum = Plus(sum, Of(cycle, part.Advisors));
            }
        }

        return sum;
    }

    /// <summary>Of one cycle, as far as its mails were in the name of those advisors.</summary>
    public static ReturnSum Of(CycleState cycle, Func<string, bool>? advisors)
    {
        if (advisors is null)
        {
            return new ReturnSum(cycle.Totals.Invited, cycle.Totals.Bounced, cycle.Totals.Answered);
        }

        var sum = default(ReturnSum);
        foreach (var (advisor, own) in cycle.Totals.ByAdvisor ?? new Dictionary<string, Cycles.AdvisorReturn>())
        {
            sum = advisors(advisor) ? Plus(sum, new ReturnSum(own.Invited, own.Bounced, own.Answered)) : sum;
        }

        return sum;
    }

    public static ReturnSum Plus(ReturnSum a, ReturnSum b) => new(a.Sent + b.Sent, a.Bounced + b.Bounced, a.Answered + b.Answered);
}
