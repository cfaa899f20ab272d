using System.Globalization;
using See360.Core.Results.Views;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>What a document shows, in words.</summary>
internal static class SliceLines
{
    private static readonly CultureInfo _de = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo _en = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"23. November 2025 bis 22. November 2026".</summary>
    public static string Period(ResultHead head, Language language) =>
        $"{Day(head.Slice.Period.From, language)} {(language == Language.En ? "to" : "bis")} {Day(head.Slice.Period.To, language)}";

    public static string Day(DateOnly day, Language language) =>
        day.ToString(language == Language.En ? "d MMMM yyyy" : "d. MMMM yyyy", language == Language.En ? _en : _de);

    /// <summary>Everything that narrows the answers, without whose they are and when.</summary>
    public static IEnumerable<(LocalizedText Name, string Value)> Filters(ResultHead head)
    {
        var slice = head.Slice;
        if (slice.Surveys.Count > 0)
        {
            yield return (new("Umfrage", "Survey"), string.Join(", ", slice.Surveys.Select(s => s.Name)));
        }

        foreach (var (name, value) in new (LocalizedText, string?)[]
        {
            (new("Segment", "Segment"), slice.Segment),
            (new("Kanal", "Channel"), slice.Channel),
            (new("Geschäftsfeld", "Business field"), slice.Field?.Name),
            (new("Wettbewerbsfaktor", "Competitive factor"), slice.Factor?.Name),
            (new("Fassung", "Version"), slice.Version?.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (value is not null)
            {
                yield return (name, AnswerTexts.Plain(value));
            }
        }
    }
}
