using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using See360.Api.Access;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Users;

namespace See360.Api;

/// <summary>A request for a view of results: the slice in the query string, all of it optional, and who asks. A parameter that is given twice
/// arrives with a comma.</summary>
internal sealed class ResultsRequest
{
    public required HttpContext Http { get; init; }

    public required ShowResults Show { get; init; }

    public required CancellationToken Cancel { get; init; }

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

    /// <summary>Who asks: always the one who is signed in.</summary>
    public static ResultReader Reader(HttpContext http) => new(
        http.User.Institute(), http.User.UserName(), [.. Enum.GetValues<Role>().Where(http.User.Has)], http.Request.Language());

    /// <exception cref="Core.BadInput">Not a slice.</exception>
    public Slice Slice() =>
        Core.Results.Slices.Slice.Parse(new SliceParameters(Surveys, Period, Unit, Advisor, Segment, Channel, Field, Factor, Version, Compare));

    /// <summary>What he may not see is not there.</summary>
    public async Task<Results<Ok<T>, NotFound, StatusCodeHttpResult>> AnswerAsync<T>(ResultView<T> view)
        where T : class
    {
        if (await Show.ExecuteAsync(Reader(Http), Slice(), view, ConditionalGet.Known(Http), Cancel) is not { } answer)
        {
            return TypedResults.NotFound();
        }

        Http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{answer.Version}\"");
        return answer.Value is { } value ? TypedResults.Ok(value) : TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }
}
