using See360.Core.Cycles;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>Mails that left in a period and what became of them, of weeks that are no longer running.</summary>
internal readonly record struct ReturnSum(int Sent, int Bounced, int Answered)
{
    public Measure Rate => Share.ResponseRate(Answered, Sent, Bounced);

    public static ReturnSum Of(Sliced sliced, SlicePart part) =>
        Cycles(sliced, part).Aggregate(default(ReturnSum), (sum, cycle) => Plus(sum, Of(cycle, part.Advisors)));

    /// <summary>By user name.</summary>
    public static Dictionary<string, ReturnSum> ByAdvisor(Sliced sliced, SlicePart part)
    {
        var sums = new Dictionary<string, ReturnSum>();
        foreach (var (advisor, own) in Cycles(sliced, part).SelectMany(c => c.Totals.ByAdvisor ?? new Dictionary<string, AdvisorReturn>()))
        {
            sums[advisor] = Plus(sums.GetValueOrDefault(advisor), new ReturnSum(own.Invited, own.Bounced, own.Answered));
        }

        return sums;
    }

    /// <summary>Of one cycle, as far as its mails were in the name of those advisors.</summary>
    public static ReturnSum Of(CycleState cycle, Func<string, bool>? advisors)
    {
        if (advisors is null)
        {
            return new ReturnSum(cycle.Totals.Invited, cycle.Totals.Bounced, cycle.Totals.Answered);
        }

        var sum = default(ReturnSum);
        foreach (var (advisor, own) in cycle.Totals.ByAdvisor ?? new Dictionary<string, AdvisorReturn>())
        {
            sum = advisors(advisor) ? Plus(sum, new ReturnSum(own.Invited, own.Bounced, own.Answered)) : sum;
        }

        return sum;
    }

    public static ReturnSum Plus(ReturnSum a, ReturnSum b) => new(a.Sent + b.Sent, a.Bounced + b.Bounced, a.Answered + b.Answered);

    /// <summary>Invitations by user name, of running weeks too.</summary>
    public static Dictionary<string, int> Invited(Sliced sliced, SlicePart part) => sliced.Table.Cycles
        .Where(c => part.Takes(c.Id.Survey) && part.Period.Holds(c.LastSentAt))
        .SelectMany(c => c.Totals.ByAdvisor ?? new Dictionary<string, AdvisorReturn>())
        .Where(a => part.Advisors?.Invoke(a.Key) != false)
        .GroupBy(a => a.Key, a => a.Value.Invited)
        .ToDictionary(g => g.Key, g => g.Sum());

    private static IEnumerable<CycleState> Cycles(Sliced sliced, SlicePart part) => sliced.Table.Cycles.Where(c =>
        part.Takes(c.Id.Survey) && part.Period.Holds(c.LastSentAt) && !ReturnByWeek.IsRunning(c.LastSentAt, sliced.Now));
}
