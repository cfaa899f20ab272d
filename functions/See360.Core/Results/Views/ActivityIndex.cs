using System.Globalization;
using See360.Core.Results.Slices;
using See360.Core.Results.Statistics;
using See360.Core.Texts;

namespace See360.Core.Results.Views;

/// <summary>*Activity Index* of a unit or the institute over twelve weeks, with its parts.</summary>
/// <param name="Value">0–100; null: too few advisors, or no part is known.</param>
/// <param name="Parts">Those that are known.</param>
/// <param name="Missing">Names of those that dropped out.</param>
/// <param name="TooFew">Fewer than five advisors: it would speak of persons.</param>
/// <param name="To">Included.</param>
public sealed record ActivityIndexView(
    double? Value, IReadOnlyList<ActivityPart> Parts, IReadOnlyList<string> Missing, bool TooFew, DateOnly From, DateOnly To);

/// <param name="Weight">Among those that are known: they add up to 1.</param>
/// <param name="Value">As measured, e.g. 0.31 of those asked.</param>
/// <param name="Target">At which the part counts in full.</param>
/// <param name="Detail">"31 von 99".</param>
public sealed record ActivityPart(string Id, string Name, double Weight, double Value, double? Target, string Detail);

internal static class ActivityIndex
{
    private const int Weeks = 12;

    private static readonly LocalizedText _planned = new("Versendete von geplanten Einladungen", "Invitations sent of those planned");
    private static readonly LocalizedText _advisors = new("Berater mit Einladungen", "Advisors with invitations");
    private static readonly LocalizedText _response = new("Rücklaufquote", "Response rate");
    private static readonly LocalizedText _selfImages = new("Berater mit Selbstbild", "Advisors with a self-image");
    private static readonly LocalizedText _cases = new("Rechtzeitig abgeschlossene Fälle", "Cases closed in time");

    /// <param name="unit">Number; null: the institute.</param>
    public static ActivityIndexView Of(Sliced sliced, string? unit)
    {
        var to = IsoWeek.Of(sliced.Today).Monday.AddDays(-1);
        var from = to.AddDays(1 - (7 * Weeks));
        var units = unit is null || unit == sliced.Chart.Top ? null : sliced.Chart.Subtree(unit);
        var advisors = sliced.Chart.Employees.Values
            .Where(e => e.Active && e.Specialism.Trim().Length > 0 && units?.Contains(e.Unit) != false)
            .Select(e => e.UserName)
            .ToHashSet();
        if (advisors.Count < ActivityScore.LeastAdvisors)
        {
            return new ActivityIndexView(null, [], [], TooFew: true, from, to);
        }

        var part = new SlicePart(
            sliced.Of(from, to), SliceResolution.Institute(sliced).Filter,
            units is null ? null : a => sliced.Chart.Employees.TryGetValue(a, out var e) && units.Contains(e.Unit));
        return Of(sliced, part, advisors, from, to);
    }

    private static ActivityIndexView Of(Sliced sliced, SlicePart part, HashSet<string> advisors, DateOnly from, DateOnly to)
    {
        var (rules, language) = (sliced.Chart.Institute.ActivityIndex ?? ActivityIndexRules.Usual, sliced.Language);
        var (parts, missing) = (new List<(ActivityPart Part, double Ratio)>(), new List<string>());
        var sent = ReturnSum.Invited(sliced, part);
        var planned = rules.PlannedPerAdvisorAndWeek is > 0 and var each ? each * advisors.Count * Weeks : 0;
        Add("planned", _planned, rules.Planned, planned > 0 ? sent.Values.Sum() / planned : null, 1, sent.Values.Sum(), planned);
        var inviting = advisors.Count(a => sent.GetValueOrDefault(a) > 0);
        Add("advisors", _advisors, rules.Advisors, (double)inviting / advisors.Count, 1, inviting, advisors.Count);
        var mails = ReturnSum.Of(sliced, part);
        Add("response", _response, rules.Response, mails.Rate.Value, rules.TargetResponseRate, mails.Answered, mails.Rate.N);
        var asked = sliced.Table.Surveys.Where(s => s.AsksSelfImage && part.Takes(s.Id)).Select(s => s.Id).ToHashSet();
        var images = SelfImageSheets.Newest(sliced.Table.Facts, s => asked.Contains(s.Block.Survey) && advisors.Contains(s.Advisor), int.MaxValue)
            .Select(s => s.Advisor).Distinct().Count();
        Add("selfImages", _selfImages, rules.SelfImages, asked.Count > 0 ? (double)images / advisors.Count : null, 1, images, advisors.Count);
        Add("cases", _cases, rules.Cases, null, 1, 0, 0);

        var weights = parts.Sum(p => p.Part.Weight);
        return new ActivityIndexView(
            ActivityScore.Of([.. parts.Select(p => (p.Part.Weight, p.Ratio))]),
            [.. parts.Select(p => p.Part with { Weight = weights > 0 ? p.Part.Weight / weights : 0 })],
            missing, TooFew: false, from, to);

        void Add(string id, LocalizedText name, double weight, double? value, double target, double count, double of)
        {
            if (value is { } known && weight > 0)
            {
                parts.Add((new ActivityPart(id, name.In(language), weight, known, target, Detail(count, of, language)), target > 0 ? known / target : 1));
            }
            else
            {
                missing.Add(name.In(language));
            }
        }
    }

    private static string Detail(double count, double of, Language language) => string.Create(
        CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "de-DE"), $"{count:N0} {(language == Language.En ? "of" : "von")} {of:N0}");
}
