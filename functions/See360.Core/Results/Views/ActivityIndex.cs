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

internal sealed class ActivityIndex
{
    private const int Weeks = 12;

    private static readonly LocalizedText _planned = new("Versendete von geplanten Einladungen", "Invitations sent of those planned");
    private static readonly LocalizedText _advisors = new("Berater mit Einladungen", "Advisors with invitations");
    private static readonly LocalizedText _response = new("Rücklaufquote", "Response rate");
    private static readonly LocalizedText _selfImagesName = new("Berater mit Selbstbild", "Advisors with a self-image");
    private static readonly LocalizedText _cases = new("Rechtzeitig abgeschlossene Fälle", "Cases closed in time");

    private readonly Sliced _sliced;
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    /// <summary>By the number of the advisor's name: all mails, and those to which no more answers will come.</summary>
    private readonly ReturnSum[] _sent;
    private readonly ReturnSum[] _mails;
    private readonly ReturnSum _allMails;
    private readonly bool _asksSelfImages;
    private readonly HashSet<string> _selfImages;

    /// <summary>What the indexes of all units are made of.</summary>
    public ActivityIndex(Sliced sliced)
    {
        _sliced = sliced;
        _to = IsoWeek.Of(sliced.Today).Monday.AddDays(-1);
        _from = _to.AddDays(1 - (7 * Weeks));
        var part = new SlicePart(sliced.Of(_from, _to), SliceResolution.Institute(sliced).Filter, null);
        (_sent, _mails) = (ReturnSum.ByAdvisor(sliced, part, running: true), ReturnSum.ByAdvisor(sliced, part));
        _allMails = ReturnSum.Of(sliced, part);
        var asked = sliced.Table.Surveys.Where(s => s.AsksSelfImage && part.Takes(s.Id)).Select(s => s.Id).ToHashSet();
        _asksSelfImages = asked.Count > 0;
        _selfImages = [.. SelfImageSheets.Newest(sliced.Table.Facts, s => asked.Contains(s.Block.Survey), int.MaxValue).Select(s => s.Advisor)];
    }

    /// <param name="unit">Number; null: the institute.</param>
    public ActivityIndexView Of(string? unit)
    {
        var chart = _sliced.Chart;
        var units = unit is null || unit == chart.Top ? null : chart.Subtree(unit);
        var advisors = chart.Employees.Values
            .Where(e => e.Active && e.Specialism.Trim().Length > 0 && units?.Contains(e.Unit) != false)
            .Select(e => e.UserName)
            .ToHashSet();
        if (advisors.Count < ActivityScore.LeastAdvisors)
        {
            return new ActivityIndexView(null, [], [], TooFew: true, _from, _to);
        }

        var names = _sliced.Table.Facts.Names.Advisors;
        var (sent, mails, inviting) = (0, default(ReturnSum), 0);
        for (var code = 0; code < _sent.Length; code++)
        {
            // Most have sent nothing: then nobody asks who they are.
            if (_sent[code].Sent == 0)
            {
                continue;
            }

            var advisor = names.At((ushort)code);
            inviting += advisors.Contains(advisor) ? 1 : 0;
            if (units is null || (chart.Employees.TryGetValue(advisor, out var employee) && units.Contains(employee.Unit)))
            {
                (sent, mails) = (sent + _sent[code].Sent, code < _mails.Length ? ReturnSum.Plus(mails, _mails[code]) : mails);
            }
        }

        return Of(advisors, sent, inviting, units is null ? _allMails : mails);
    }

    private ActivityIndexView Of(HashSet<string> advisors, int sent, int inviting, ReturnSum mails)
    {
        var (rules, language) = (_sliced.Chart.Institute.ActivityIndex ?? ActivityIndexRules.Usual, _sliced.Language);
        var (parts, missing) = (new List<(ActivityPart Part, double Ratio)>(), new List<string>());
        var planned = rules.PlannedPerAdvisorAndWeek is > 0 and var each ? each * advisors.Count * Weeks : 0;
        Add("planned", _planned, rules.Planned, planned > 0 ? sent / planned : null, 1, sent, planned);
        Add("advisors", _advisors, rules.Advisors, (double)inviting / advisors.Count, 1, inviting, advisors.Count);
        Add("response", _response, rules.Response, mails.Rate.Value, rules.TargetResponseRate, mails.Answered, mails.Rate.N);
        var images = _selfImages.Count(advisors.Contains);
        Add("selfImages", _selfImagesName, rules.SelfImages, _asksSelfImages ? (double)images / advisors.Count : null, 1, images, advisors.Count);
        Add("cases", _cases, rules.Cases, null, 1, 0, 0);

        var weights = parts.Sum(p => p.Part.Weight);
        return new ActivityIndexView(
            ActivityScore.Of([.. parts.Select(p => (p.Part.Weight, p.Ratio))]),
            [.. parts.Select(p => p.Part with { Weight = weights > 0 ? p.Part.Weight / weights : 0 })],
            missing, TooFew: false, _from, _to);

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
