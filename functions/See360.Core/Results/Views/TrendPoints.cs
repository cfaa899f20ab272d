using System.Globalization;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

public enum TrendStep
{
    Week,
    Month,

    /// <summary>Twelve calendar months, ending with each month.</summary>
    Rolling,
}

/// <summary>A slice cut along its days.</summary>
internal static class TrendPoints
{
    private const int RollingMonths = 12;

    private static readonly string[] _monthsDe = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
    private static readonly string[] _monthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Every step of the period in which there could be an answer, also those without one; the first and the last may be cut.</summary>
    /// <param name="grouping">What is counted; null: all that the slice's figures need.</param>
    public static IReadOnlyList<TrendPart> Of(Sliced sliced, TrendStep step, Grouping<MeasureKey>? grouping = null)
    {
        var period = sliced.Here.Period;
        if (sliced.First is not { } first)
        {
            return [];
        }

        var (from, to) = (period.From > first ? period.From : first, period.To < sliced.Today ? period.To : sliced.Today);
        if (from > to)
        {
            return [];
        }

        var starts = Starts(step == TrendStep.Rolling ? new DateOnly(from.Year, from.Month, 1).AddMonths(1 - RollingMonths) : from, to, step);
        var parts = Counted(sliced, starts, to, step, grouping ?? MeasureKey.GroupingOfParts(sliced.Slice));
        return step == TrendStep.Rolling ? Rolling(parts, sliced.Language) : parts;
    }

    private static List<DateOnly> Starts(DateOnly from, DateOnly to, TrendStep step)
    {
        var starts = new List<DateOnly> { from };
        while (true)
        {
            var last = starts[^1];
            var next = step == TrendStep.Week ? IsoWeek.Of(last).Monday.AddDays(7) : new DateOnly(last.Year, last.Month, 1).AddMonths(1);
            if (next > to)
            {
                return starts;
            }

            starts.Add(next);
        }
    }

    private static List<TrendPart> Counted(Sliced sliced, List<DateOnly> starts, DateOnly to, TrendStep step, Grouping<MeasureKey> grouping)
    {
        var bounds = starts.Append(to.AddDays(1)).Select(day => FactTime.Of(ResultPeriod.Midnight(day, sliced.Zone))).ToList();
        var filter = sliced.Here.Filter with { From = bounds[0], To = bounds[^1] };
        var counts = FactSplit.ByPeriod(sliced.Table.Facts, filter, grouping, bounds);
        var periods = starts.Select((from, n) => sliced.Of(from, n + 1 < starts.Count ? starts[n + 1].AddDays(-1) : to)).ToList();
        var mails = ReturnSum.ByPeriod(sliced, sliced.Here, periods);
        return
        [
            .. periods.Select((period, n) => new TrendPart(
                period.From, period.To, step == TrendStep.Week ? Week(IsoWeek.Of(period.To), sliced.Language) : Month(period.To, sliced.Language),
                period.To >= sliced.Today || mails[n].Running, Headline.Of(counts[n], sliced.Slice), mails[n].Sum)),
        ];
    }

    private static List<TrendPart> Rolling(List<TrendPart> months, Language language)
    {
        var parts = new List<TrendPart>();
        for (var end = RollingMonths - 1; end < months.Count; end++)
        {
            var (sum, mails) = (new Headline(), default(ReturnSum));
            foreach (var month in months.Skip(end - RollingMonths + 1).Take(RollingMonths))
            {
                sum.Add(month.Count);
                mails = ReturnSum.Plus(mails, month.Return);
            }

            var (first, last) = (months[end - RollingMonths + 1], months[end]);
            parts.Add(new TrendPart(first.From, last.To, RollingLabel(last.To, language), last.Running, sum, mails));
        }

        return parts;
    }

    private static string Week(IsoWeek week, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{(language == Language.En ? "Week" : "KW")} {week.Week}/{week.Year}");

    private static string RollingLabel(DateOnly to, Language language) =>
        language == Language.En ? $"12 months to {Month(to, language)}" : $"12 Monate bis {Month(to, language)}";

    private static string Month(DateOnly day, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{(language == Language.En ? _monthsEn : _monthsDe)[day.Month - 1]} {day.Year}");
}

/// <param name="To">Included.</param>
/// <param name="Running">More answers will come.</param>
internal sealed record TrendPart(DateOnly From, DateOnly To, string Label, bool Running, Headline Count, ReturnSum Return);
