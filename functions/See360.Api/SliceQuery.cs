using Microsoft.AspNetCore.Mvc;
using See360.Core.Results.Slices;

namespace See360.Api;

/// <summary>The slice in a query string; all of it optional. A parameter that is given twice arrives with a comma.</summary>
internal sealed class SliceQuery
{
    /// <summary>Ids, with commas; without it all.</summary>
    [FromQuery(Name = "surveys")]
    public string? Surveys { get; init; }

    /// <summary>12m (default), 6m, 3m, 4w, year, lastYear, all, 2026-Q3 or 2026-01-01..2026-06-30.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary>Number of a unit, with all below it.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; init; }

    /// <summary>User name.</summary>
    [FromQuery(Name = "advisor")]
    public string? Advisor { get; init; }

    [FromQuery(Name = "segment")]
    public string? Segment { get; init; }

    [FromQuery(Name = "channel")]
    public string? Channel { get; init; }

    /// <summary>E.g. financing.</summary>
    [FromQuery(Name = "field")]
    public string? Field { get; init; }

    /// <summary>E.g. adviceQuality.</summary>
    [FromQuery(Name = "factor")]
    public string? Factor { get; init; }

    /// <summary>Only with exactly one survey.</summary>
    [FromQuery(Name = "version")]
    public string? Version { get; init; }

    /// <summary>previous, lastYear or institute.</summary>
    [FromQuery(Name = "compare")]
    public string? Compare { get; init; }

    /// <exception cref="Core.BadInput">Not a slice.</exception>
    public Slice Read() =>
        Slice.Parse(new SliceParameters(Surveys, Period, Unit, Advisor, Segment, Channel, Field, Factor, Version, Compare));
}
