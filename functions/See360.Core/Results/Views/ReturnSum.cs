using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>Mails that left in a period and what became of them, of weeks that are no longer running.</summary>
internal readonly record struct ReturnSum(int Sent, int Bounced, int Answered)
{
    public Measure Rate => Share.ResponseRate(Answered, Sent, Bounced);

    public static ReturnSum Of(Sliced sliced, SlicePart part)
    {
        var (sum, wanted) = (default(ReturnSum), Wanted(sliced, part));
        foreach (var cycle in Cycles(sliced, part).Where(c => !IsRunning(sliced, c)))
        {
            sum = Plus(sum, Of(sliced, cycle, wanted));
        }

        return sum;
    }

    /// <summary>By period, and whether more answers will come to mails of it: to any, whoever sent them.</summary>
    /// <param name="periods">One after the other.</param>
    public static IReadOnlyList<(ReturnSum Sum, bool Running)> ByPeriod(Sliced sliced, SlicePart part, IReadOnlyList<ResultPeriod> periods)
    {
        var (sums, wanted) = (new (ReturnSum Sum, bool Running)[periods.Count], Wanted(sliced, part));
        foreach (var cycle in sliced.Table.Cycles)
        {
            var place = Place(periods, cycle.LastSentAt);
            if (place < 0)
            {
                continue;
            }

            if (IsRunning(sliced, cycle))
            {
                sums[place].Running = true;
            }
            else if (part.Takes(cycle.Id.Survey))
            {
                sums[place].Sum = Plus(sums[place].Sum, Of(sliced, cycle, wanted));
            }
        }

        return sums;
    }

    /// <summary>By the number of the advisor's name, of whomever the part is about.</summary>
    /// <param name="running">With mails to which more answers will come.</param>
    public static ReturnSum[] ByAdvisor(Sliced sliced, SlicePart part, bool running = false)
    {
        var sums = new (int Invited, int Bounced, int Answered)[sliced.Table.Facts.Names.Advisors.Texts.Count];
        foreach (var cycle in Cycles(sliced, part).Where(c => running || !IsRunning(sliced, c)))
        {
            var returns = Returns(sliced, cycle);
            if (returns.Count > 0 && returns.Advisors[^1] >= sums.Length)
            {
                Array.Resize(ref sums, returns.Advisors[^1] + 1);
            }

            returns.AddTo(sums);
        }

        return Array.ConvertAll(sums, s => new ReturnSum(s.Invited, s.Bounced, s.Answered));
    }

    public static ReturnSum Plus(ReturnSum a, ReturnSum b) => new(a.Sent + b.Sent, a.Bounced + b.Bounced, a.Answered + b.Answered);

    /// <param name="wanted">Numbers of the advisors whose mails count; null: all mails of the cycle do.</param>
    private static ReturnSum Of(Sliced sliced, CycleState cycle, CodeSet? wanted)
    {
        if (wanted is null)
        {
            return new ReturnSum(cycle.Totals.Invited, cycle.Totals.Bounced, cycle.Totals.Answered);
        }

        Span<int> sums = stackalloc int[3];
        Returns(sliced, cycle).Sum(wanted, sums);
        return new ReturnSum(sums[0], sums[1], sums[2]);
    }

    private static AdvisorReturns Returns(Sliced sliced, CycleState cycle) => AdvisorReturns.Of(cycle.Totals.ByAdvisor, sliced.Table.Facts.Names.Advisors);

    private static IEnumerable<CycleState> Cycles(Sliced sliced, SlicePart part) =>
        sliced.Table.Cycles.Where(c => part.Takes(c.Id.Survey) && part.Period.Holds(c.LastSentAt));

    private static bool IsRunning(Sliced sliced, CycleState cycle) => ReturnByWeek.IsRunning(cycle.LastSentAt, sliced.Now);

    private static CodeSet? Wanted(Sliced sliced, SlicePart part) => part.Advisors is { } advisors ? sliced.Table.Facts.Names.Advisors.Where(advisors) : null;

    private static int Place(IReadOnlyList<ResultPeriod> periods, DateTimeOffset at)
    {
        var (low, high) = (0, periods.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = periods[middle].End <= at ? (middle + 1, high) : (low, middle);
        }

        return low < periods.Count && periods[low].Holds(at) ? low : -1;
    }
}
