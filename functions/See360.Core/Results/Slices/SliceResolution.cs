using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Slices;

/// <summary>From the words of a slice to the sheets that it means, for who asks.</summary>
internal static class SliceResolution
{
    /// <returns>Null if he may not see that.</returns>
    /// <exception cref="BadInput">The slice names what does not exist.</exception>
    public static Sliced? Resolve(ResultTable table, OrganisationChart chart, ResultReader reader, Slice slice, DateTimeOffset now)
    {
        var scope = ResultScope.Of(reader, chart);
        Check(table, chart, slice);
        if ((slice.Unit is { } number && !scope.MaySee(chart.Units[number])) || (slice.Advisor is { } advisor && !scope.MaySeeAdvisor(advisor)))
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(chart.Institute.TimeZone);
        var today = ResultPeriod.Day(now, zone);
        var first = TableContents.Of(table.Facts).First is { } minute ? ResultPeriod.Day(FactTime.Instant(minute), zone) : (DateOnly?)null;
        var asked = table.Surveys
            .Where(s => slice.Surveys.Count == 0 || slice.Surveys.Contains(s.Id))
            .OrderBy(s => s.Name.In(reader.Language), ResultTexts.Alphabet)
            .ThenBy(s => s.Number)
            .ToList();
        var ownPending = table.Surveys.Where(s => scope.Own is { } own && IsPending(s, table, own, now)).Select(s => s.Id).ToHashSet();
        var pending = asked.Where(s => slice.Advisor is not null && ownPending.Contains(s.Id)).ToList();
        var surveys = asked.Except(pending).ToList();
        var whole = new Sliced(
            table, chart, scope, slice, reader.Language, now, today, surveys, pending, ownPending, first,
            new SlicePart(new ResultPeriod(today, today, now, now), new FactFilter(), null), null);
        var filter = new FactFilter(
            slice.Surveys.Count == 0 && pending.Count == 0 ? null : surveys.Select(s => s.Id).ToHashSet(),
            Segments: slice.Segment is { } segment ? table.Facts.Names.Segments.Where(s => s == segment) : null,
            Channels: slice.Channel is { } channel ? table.Facts.Names.Channels.Where(c => c == channel) : null,
            Version: slice.Version);
        var (from, to) = slice.Period.Days(today, first);
        var here = Part(whole, filter, rest: false).In(whole.Of(from, to));
        return whole with { Here = here, Compared = Compared(whole, filter, here) };
    }

    /// <summary>Also the parts that a page compares by itself, without being asked to.</summary>
    public static SlicePart Before(Sliced sliced)
    {
        var (from, to) = sliced.Slice.Period.Before(sliced.Today);
        return sliced.Here.In(sliced.Of(from, to));
    }

    /// <summary>Everything in the slice's period and surveys, whoever it is about.</summary>
    public static SlicePart Institute(Sliced sliced) => sliced.Here with
    {
        Filter = sliced.Here.Filter with
        {
            Surveys = sliced.Slice.Surveys.Count == 0 ? null : sliced.Slice.Surveys.ToHashSet(),
            Advisors = null,
            Units = null,
        },
        Advisors = null,
    };

    private static SlicePart? Compared(Sliced whole, FactFilter filter, SlicePart here)
    {
        switch (whole.Slice.Compare)
        {
            case Comparison.Previous:
                return Before(whole with { Here = here });
            case Comparison.LastYear:
                var (from, to) = whole.Slice.Period.AYearBefore(whole.Today);
                return here.In(whole.Of(from, to));
            case Comparison.Institute:
                return Part(whole, filter, rest: true).In(here.Period);
            default:
                return null;
        }
    }

    /// <param name="rest">Everybody but those that the slice names.</param>
    private static SlicePart Part(Sliced whole, FactFilter filter, bool rest)
    {
        var (slice, chart, names) = (whole.Slice, whole.Chart, whole.Table.Facts.Names);
        var period = whole.Here.Period;
        if (slice.Advisor is { } advisor)
        {
            return new SlicePart(period, filter with { Advisors = names.Advisors.Where(a => a == advisor != rest) }, a => a == advisor != rest);
        }

        // The unit at the top is the institute: what belongs to it alone, or to a unit that is gone, is in it.
        if (slice.Unit is not { } unit || unit == chart.Top)
        {
            return new SlicePart(period, filter, null);
        }

        var units = chart.Subtree(unit);
        return new SlicePart(
            period,
            filter with { Units = names.Units.Where(u => units.Contains(u) != rest) },
            a => (chart.Employees.TryGetValue(a, out var employee) && units.Contains(employee.Unit)) != rest);
    }

    private static bool IsPending(Survey survey, ResultTable table, string advisor, DateTimeOffset now) =>
        SelfImageGate.Pending(survey, SelfImageSheets.Has(table.Facts, survey.Id, advisor), table.Asks, advisor, now) is not null;

    private static void Check(ResultTable table, OrganisationChart chart, Slice slice)
    {
        var contents = TableContents.Of(table.Facts);
        BadInput.Demand(
            () => Demand(slice.Surveys.All(id => table.Surveys.Any(s => s.Id == id)), "surveys", "survey-unknown"),
            () => Demand(slice.Unit is null || chart.Units.ContainsKey(slice.Unit), "unit", "unit-unknown"),
            () => Demand(slice.Compare != Comparison.Institute || slice.Advisor is not null || slice.Unit != chart.Top, "compare", "compare-institute"),
            () => Demand(slice.Segment is null || contents.Segments.Contains(slice.Segment), "segment", "segment-unknown"),
            () => Demand(slice.Channel is null || contents.Channels.Contains(slice.Channel), "channel", "channel-unknown"),
            () => Demand(slice.Version is null || slice.Surveys is not [var only] || table.Surveys.FirstOrDefault(s => s.Id == only) is not { } survey
                || slice.Version <= survey.Version, "version", "version-unknown"));
    }

    private static void Demand(bool holds, string field, string code)
    {
        if (!holds)
        {
            throw new BadInput(field, code, field switch
            {
                "surveys" => SliceTexts.SurveyUnknown,
                "compare" => SliceTexts.CompareInstitute,
                _ => SliceTexts.Unknown,
            });
        }
    }
}
