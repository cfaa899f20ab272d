using See360.Core.Cycles;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>*Rücklauf* of a slice, by send week, newest first.</summary>
public sealed record SliceReturnView(ResultHead Head, IReadOnlyList<SliceReturnWeek> Weeks, SliceReturnTotal Total);

/// <summary>The funnel of one send week, in persons.</summary>
/// <param name="Opened">Null: was not kept for a part of the institute in that week; so are the others that can be null.</param>
/// <param name="Rate">Answered / delivered, 0–1; null if nothing was delivered.</param>
/// <param name="Running">Younger than 14 days, counted from its last wave: more answers will come.</param>
public sealed record SliceReturnWeek(
    IsoWeek Week, int Sent, int Delivered, int Bounced, int? Opened, int? Started, int Answered, int? Declined, double? Rate, double? Low, double? High, bool Running);

/// <param name="Rate">Without the weeks that are still running.</param>
public sealed record SliceReturnTotal(int Sent, int Delivered, int Bounced, int? Opened, int? Started, int Answered, int? Declined, double? Rate, double? Low, double? High);

internal static class SliceReturn
{
    private static readonly LocalizedText _notKept = new(
        "Geöffnet, begonnen und abgelehnt sind für ältere Wochen nur für das ganze Institut bekannt.",
        "Opened, started and declined are known of older weeks for the whole institute only.");

    public static SliceReturnView Of(Sliced sliced)
    {
        var surveys = sliced.Surveys.Select(s => s.Id).ToHashSet();
        var cycles = sliced.Table.Cycles.Where(c => surveys.Contains(c.Id.Survey) && sliced.Here.Period.Holds(c.LastSentAt)).ToList();
        var wanted = sliced.Here.Advisors is { } advisors ? sliced.Table.Facts.Names.Advisors.Where(advisors) : null;
        var weeks = cycles
            .GroupBy(c => c.Id.Week)
            .OrderByDescending(w => w.Key)
            .Select(w => (Week: w.Key, Sum: w.Select(c => Part(sliced, c, wanted)).Aggregate(new AdvisorReturn(0, 0, 0, 0, 0, 0), Plus), Running: w.Any(c => ReturnByWeek.IsRunning(c.LastSentAt, sliced.Now))))
            .Where(w => w.Sum.Invited > 0)
            .ToList();
        var all = weeks.Select(w => w.Sum).Aggregate(new AdvisorReturn(0, 0, 0, 0, 0, 0), Plus);
        var rate = ReturnSum.Of(sliced, sliced.Here).Rate;
        return new SliceReturnView(
            HeadOf.Slice(sliced, SliceCount.Of(sliced), [.. NotesOf.Return(sliced), .. all.Opened is null ? [_notKept] : Array.Empty<LocalizedText>()]),
            [.. weeks.Select(w => Week(w.Week, w.Sum, w.Running))],
            new SliceReturnTotal(
                all.Invited, all.Invited - all.Bounced, all.Bounced, all.Opened, all.Started, all.Answered, all.Declined, rate.Value, rate.Low, rate.High));
    }

    private static SliceReturnWeek Week(IsoWeek week, AdvisorReturn sum, bool running)
    {
        var rate = Share.ResponseRate(sum.Answered, sum.Invited, sum.Bounced);
        return new SliceReturnWeek(
            week, sum.Invited, sum.Invited - sum.Bounced, sum.Bounced, sum.Opened, sum.Started, sum.Answered, sum.Declined, rate.Value, rate.Low, rate.High, running);
    }

    private static AdvisorReturn Part(Sliced sliced, CycleState cycle, CodeSet? wanted) => wanted is null
        ? new AdvisorReturn(
            cycle.Totals.Invited, cycle.Totals.Bounced, cycle.Totals.Answered, cycle.Totals.Opened, cycle.Totals.Started, cycle.Totals.Declined)
        : AdvisorReturns.Of(cycle.Totals.ByAdvisor, sliced.Table.Facts.Names.Advisors).Sum(wanted);

    private static AdvisorReturn Plus(AdvisorReturn a, AdvisorReturn b) => new(
        a.Invited + b.Invited, a.Bounced + b.Bounced, a.Answered + b.Answered, a.Opened + b.Opened, a.Started + b.Started, a.Declined + b.Declined);
}
