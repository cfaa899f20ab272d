using See360.Core.Organisation;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;

namespace See360.Core.Results.Views;

/// <summary>*Organisation*: every unit that may be seen, each before those below it, with everything below it pooled; an advisor's own row
/// stands below his unit's.</summary>
public sealed record OrganisationView(ResultHead Head, IReadOnlyList<OrganisationRow> Rows);

/// <param name="Advisor">Null: the unit's sum.</param>
/// <param name="Diffs">Against the rest of the institute; null for the institute itself.</param>
public sealed record OrganisationRow(
    UnitNode Unit, NamedAdvisor? Advisor, int Sheets, Figure Nps, Figure Csat, Figure Mean, Figure ResponseRate, OrganisationDiffs? Diffs);

/// <param name="Number">Empty: the institute, where no single unit stands at the top.</param>
/// <param name="Parent">The next unit above it that may be seen.</param>
public sealed record UnitNode(string Number, string Name, string? Parent, int Depth, bool HasChildren);

public sealed record OrganisationDiffs(Diff? Nps, Diff? Csat, Diff? Mean);

internal static class OrganisationRows
{
    public static OrganisationView Of(Sliced sliced)
    {
        var count = SliceCount.Of(sliced);
        var whole = SliceResolution.Institute(sliced);
        var all = Whole(sliced, whole, count);
        var (sums, scale) = (Sums(sliced, whole), all.Scale);
        var mails = Mails(sliced, whole);
        var (nodes, rows) = (Nodes(sliced), new List<OrganisationRow>());
        foreach (var node in nodes)
        {
            var isWhole = node.Number == (sliced.Chart.Top ?? "");
            var (here, rate) = isWhole ? (all, ReturnSum.Of(sliced, whole)) : (sums.GetValueOrDefault(node.Number) ?? new Headline(), mails.GetValueOrDefault(node.Number));
            rows.Add(Row(node, null, here, rate, isWhole ? null : all.Without(here), scale, count));
            if (sliced.Scope.Own is { } own && sliced.Chart.Employees.GetValueOrDefault(own)?.Unit == node.Number)
            {
                rows.Add(Own(sliced, node, own, whole, scale, count));
            }
        }

        var head = HeadOf.Slice(sliced, count, [.. NotesOf.Return(sliced), ViewTexts.ReturnByToday, ViewTexts.InstituteDrawn]);
        return new OrganisationView(head with { Scale = scale }, rows);
    }

    /// <summary>Everything, counted again only if it was not counted yet.</summary>
    private static Headline Whole(Sliced sliced, SlicePart whole, SliceCount count)
    {
        if (!sliced.IsPart)
        {
            return count.Here;
        }

        if (sliced.IsOwn || sliced.Slice.Compare != Comparison.Institute || count.There is not { } rest)
        {
            return Count(sliced, whole.Filter);
        }

        var all = new Headline();
        all.Add(count.Here);
        all.Add(rest);
        return all;
    }

    /// <summary>Of the surveys that do not want his self-image first.</summary>
    private static OrganisationRow Own(Sliced sliced, UnitNode unit, string own, SlicePart whole, ScoreScale scale, SliceCount count)
    {
        var surveys = sliced.Table.Surveys.Select(s => s.Id)
            .Where(id => (sliced.Slice.Surveys.Count == 0 || sliced.Slice.Surveys.Contains(id)) && !sliced.OwnPending.Contains(id)).ToHashSet();
        var names = sliced.Table.Facts.Names.Advisors;
        var filter = whole.Filter with { Surveys = surveys };
        var part = whole with { Filter = filter with { Advisors = names.Where(a => a == own) }, Advisors = a => a == own };
        var here = Count(sliced, part.Filter);
        var rest = Count(sliced, filter with { Advisors = names.Where(a => a != own) });
        return Row(unit, new NamedAdvisor(own, HeadOf.NameOf(sliced, own)), here, ReturnSum.Of(sliced, part), rest, scale, count);
    }

    private static Headline Count(Sliced sliced, FactFilter filter) =>
        Headline.Of(FactPass.Run(sliced.Table.Facts, filter, MeasureKey.GroupingOf(sliced.Slice)), sliced.Slice);

    private static OrganisationRow Row(
        UnitNode unit, NamedAdvisor? advisor, Headline here, ReturnSum mails, Headline? rest, ScoreScale scale, SliceCount count)
    {
        var (ratings, csat) = (here.Ratings(scale), Share.Csat(here.Csat));
        return new OrganisationRow(
            unit, advisor, here.Sheets, count.Figure(NetPromoterScore.Of(here.Nps)), count.Figure(csat), count.Figure(ratings.Mean(scale)), Figure.Of(mails.Rate),
            rest is null ? null : new OrganisationDiffs(
                Diff.Of(Difference.OfScores(here.Nps, rest.Nps)),
                Diff.Of(Difference.OfShares(csat, Share.Csat(rest.Csat))),
                Diff.Of(Difference.OfMeans(ratings.Sums, rest.Ratings(scale).Sums, scale.Min, scale.Max))));
    }

    /// <summary>One pass counts every unit by itself; then each is added to all above it.</summary>
    private static Dictionary<string, Headline> Sums(Sliced sliced, SlicePart whole)
    {
        var chart = sliced.Chart;
        var places = chart.Preorder.Select((unit, place) => (unit.Number, place)).ToDictionary(u => u.Number, u => u.place);
        var texts = sliced.Table.Facts.Names.Units.Texts;
        int[] partOf = [.. texts.Select(unit => places.GetValueOrDefault(unit, -1))];
        var counts = FactSplit.ByUnit(sliced.Table.Facts, whole.Filter, MeasureKey.GroupingOfParts(sliced.Slice), partOf, places.Count, _ => true);
        var units = new Dictionary<string, Headline>();
        for (var place = 0; place < counts.Count; place++)
        {
            var own = Headline.Of(counts[place], sliced.Slice);
            foreach (var above in UnitTree.Upwards(chart.Preorder[place].Number, chart.Units))
            {
                (units.TryGetValue(above, out var sum) ? sum : units[above] = new Headline()).Add(own);
            }
        }

        return units;
    }

    /// <summary>By unit, with all below it.</summary>
    private static Dictionary<string, ReturnSum> Mails(Sliced sliced, SlicePart whole)
    {
        var sums = new Dictionary<string, ReturnSum>();
        foreach (var (code, own) in ReturnSum.ByAdvisor(sliced, whole).Index().Where(s => s.Item.Sent > 0))
        {
            foreach (var unit in sliced.Chart.Employees.TryGetValue(sliced.Table.Facts.Names.Advisors.At((ushort)code), out var employee) ? UnitTree.Upwards(employee.Unit, sliced.Chart.Units) : [])
            {
                sums[unit] = ReturnSum.Plus(sums.GetValueOrDefault(unit), own);
            }
        }

        return sums;
    }

    private static List<UnitNode> Nodes(Sliced sliced)
    {
        var seen = UnitsSeen.Of(sliced);
        var parents = seen.Select(u => u.Parent).OfType<string>().ToHashSet();
        if (sliced.Chart.Top is not null)
        {
            return [.. seen.Select(u => new UnitNode(u.Unit.Number, u.Unit.Name, u.Parent, u.Depth, parents.Contains(u.Unit.Number)))];
        }

        var institute = new UnitNode("", sliced.Chart.Institute.Name, null, 0, seen.Count > 0);
        return [institute, .. seen.Select(u => new UnitNode(u.Unit.Number, u.Unit.Name, u.Parent ?? "", u.Depth + 1, parents.Contains(u.Unit.Number)))];
    }
}
