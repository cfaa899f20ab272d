using System.Text;
using System.Text.Json;
using See360.Core.Surveys;

namespace See360.Core.Results.Slices;

/// <summary>What is compared with what is looked at.</summary>
public enum Comparison
{
    /// <summary>The period of the same length before.</summary>
    Previous,

    /// <summary>The same days a year earlier.</summary>
    LastYear,

    /// <summary>The rest of the institute: everybody but the unit or the advisor.</summary>
    Institute,
}

/// <summary>
/// What somebody wants to look at, as it stands in the address of a page, of an export and of the API: so a view can be bookmarked. Says
/// nothing of what there is, nor of who may see it (<see cref="SliceResolution"/>).
/// </summary>
/// <param name="Surveys">In their order, each once; empty: all.</param>
/// <param name="Unit">Number of a unit, with all below it; null: the institute.</param>
/// <param name="Advisor">User name; then the unit does not matter.</param>
/// <param name="Version">Only with exactly one survey.</param>
public sealed record Slice(
    IReadOnlyList<SurveyId> Surveys,
    SlicePeriod Period,
    string? Unit = null,
    string? Advisor = null,
    string? Segment = null,
    string? Channel = null,
    BusinessField? Field = null,
    CompetitiveFactor? Factor = null,
    int? Version = null,
    Comparison? Compare = null)
{
    /// <summary>Longer than any name in a bank's export.</summary>
    private const int Longest = 200;

    private const int MostSurveys = 100;

    private const int HighestVersion = 9_999;

    public static Slice Everything { get; } = new([], SlicePeriod.Usual);

    /// <param name="parameters">By name; null or empty: not given.</param>
    /// <exception cref="BadInput">For each parameter that says nothing that could be meant.</exception>
    public static Slice Parse(SliceParameters parameters)
    {
        Slice slice = Everything;
        BadInput.Demand(
            () => slice = slice with { Surveys = SurveysOf(parameters.Surveys) },
            () => slice = slice with { Period = SlicePeriod.Parse(parameters.Period) },
            () => slice = slice with { Unit = Name("unit", parameters.Unit) },
            () => slice = slice with { Advisor = Name("advisor", parameters.Advisor)?.ToLowerInvariant() },
            () => slice = slice with { Segment = Name("segment", parameters.Segment) },
            () => slice = slice with { Channel = Name("channel", parameters.Channel) },
            () => slice = slice with { Field = One<BusinessField>("field", parameters.Field) },
            () => slice = slice with { Factor = One<CompetitiveFactor>("factor", parameters.Factor) },
            () => slice = slice with { Version = VersionOf(parameters.Version) },
            () => slice = slice with { Compare = One<Comparison>("compare", parameters.Compare) });
        BadInput.Demand(
            () => Demand(slice.Version is null || slice.Surveys.Count == 1, "version", "version-without-survey", SliceTexts.VersionWithoutSurvey),
            () => Demand(slice.Compare is null or Comparison.Institute || !slice.Period.IsEverything, "compare", "compare-everything", SliceTexts.CompareEverything),
            () => Demand(slice.Compare != Comparison.Institute || slice.Unit is not null || slice.Advisor is not null, "compare", "compare-institute", SliceTexts.CompareInstitute));
        return slice;
    }

    /// <summary>Always the same text for the same slice; empty for the usual one.</summary>
    public override string ToString()
    {
        var query = new StringBuilder();
        Add("surveys", Surveys.Count > 0 ? string.Join(',', Surveys) : null);
        Add("period", Period == SlicePeriod.Usual ? null : Period.Token);
        Add("unit", Unit);
        Add("advisor", Advisor);
        Add("segment", Segment);
        Add("channel", Channel);
        Add("field", Field is { } field ? Id(field) : null);
        Add("factor", Factor is { } factor ? Id(factor) : null);
        Add("version", Version?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("compare", Compare is { } compare ? Id(compare) : null);
        return query.ToString();

        void Add(string name, string? value) =>
            _ = value is null ? query : query.Append(query.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>As it stands in addresses and answers: <c>adviceQuality</c>.</summary>
    public static string Id<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static IReadOnlyList<SurveyId> SurveysOf(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ids = new SortedSet<SurveyId>(Comparer<SurveyId>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString())));
        foreach (var name in names)
        {
            Demand(SurveyId.TryParse(name, out var id), "surveys", "survey-unknown", SliceTexts.SurveyUnknown);
            ids.Add(id);
        }

        Demand(ids.Count <= MostSurveys, "surveys", "surveys-too-many", SliceTexts.SurveyUnknown);
        return [.. ids];
    }

    private static string? Name(string field, string? text)
    {
        Demand(text is not { Length: > Longest }, field, $"{field}-unknown", SliceTexts.Unknown);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static T? One<T>(string field, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Id(value) == text)
            {
                return value;
            }
        }

        throw new BadInput(field, $"{field}-unknown", SliceTexts.Unknown);
    }

    private static int? VersionOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        Demand(int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            && version is >= 1 and <= HighestVersion, "version", "version-unknown", SliceTexts.Unknown);
        return version;
    }

    private static void Demand(bool holds, string field, string code, Texts.LocalizedText text)
    {
        if (!holds)
        {
            throw new BadInput(field, code, text);
        }
    }
}

/// <summary>A slice as it stands in an address, before it is read. A parameter that is given twice arrives with a comma.</summary>
public sealed record SliceParameters(
    string? Surveys = null,
    string? Period = null,
    string? Unit = null,
    string? Advisor = null,
    string? Segment = null,
    string? Channel = null,
    string? Field = null,
    string? Factor = null,
    string? Version = null,
    string? Compare = null);
