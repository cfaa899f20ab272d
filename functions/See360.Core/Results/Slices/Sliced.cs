using See360.Core.Results.Facts;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Slices;

/// <summary>A slice of a table, resolved for who asks: everything that a view is computed of.</summary>
/// <param name="Today">In the institute's zone.</param>
/// <param name="Surveys">Those that are looked at, in the order of their names; without the <paramref name="Pending"/> ones.</param>
/// <param name="Pending">Surveys of which an advisor has to give his self-image first: nothing of them is shown to him about himself.</param>
/// <param name="OwnPending">All surveys that want his self-image first, whatever he looks at.</param>
/// <param name="First">The day of the oldest sheet; null: there is none.</param>
internal sealed record Sliced(
    ResultTable Table,
    OrganisationChart Chart,
    ResultScope Scope,
    Slice Slice,
    Language Language,
    DateTimeOffset Now,
    DateOnly Today,
    IReadOnlyList<Survey> Surveys,
    IReadOnlyList<Survey> Pending,
    IReadOnlySet<SurveyId> OwnPending,
    DateOnly? First,
    SlicePart Here,
    SlicePart? Compared)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Chart.Institute.TimeZone);

    /// <summary>False for the sum of the institute.</summary>
    public bool IsPart => Slice.Advisor is not null || (Slice.Unit is { } unit && unit != Chart.Top);

    /// <summary>An advisor looks at himself.</summary>
    public bool IsOwn => Slice.Advisor is not null;

    public ResultPeriod Of(DateOnly from, DateOnly to) =>
        new(from, to, ResultPeriod.Midnight(from, Zone), ResultPeriod.Midnight(to.AddDays(1), Zone));
}

/// <summary>Which sheets are looked at, and whose mails.</summary>
/// <param name="Filter">Customers' sheets.</param>
/// <param name="Advisors">Whose mails count; null: all.</param>
internal sealed record SlicePart(ResultPeriod Period, FactFilter Filter, Func<string, bool>? Advisors)
{
    /// <summary>Mails and self-images of this survey count.</summary>
    public bool Takes(SurveyId survey) => Filter.Surveys?.Contains(survey) != false;

    /// <summary>The same sheets in another period.</summary>
    public SlicePart In(ResultPeriod period) => this with
    {
        Period = period,
        Filter = Filter with { From = FactTime.Of(period.Start), To = FactTime.Of(period.End) },
    };
}
