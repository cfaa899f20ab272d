using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using See360.Api.Access;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Users;

namespace See360.Api;

/// <summary>Every view of the results, of whatever slice: the parameters are those of a page's address. Live: pages ask again with the ETag of
/// what they have. What somebody may not see is not there (404).</summary>
internal static class ResultViewsApi
{
    public static void MapResultViews(this IEndpointRouteBuilder endpoints)
    {
        var results = endpoints.MapGroup("/api/results").WithTags("Results").RequireAuthorization(Policies.Results);
        results.MapGet("choices", (HttpContext http, ShowResults show) => ChoicesAsync(http, show));
        results.MapGet("overview", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Overview));
        results.MapGet("grid", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Grid));
    }

    private static Task<Results<Ok<ChoicesView>, StatusCodeHttpResult>> ChoicesAsync(HttpContext http, ShowResults show) =>
        ConditionalGet.AnswerAsync(http, async known => (await show.ExecuteAsync(Reader(http), Slice.Everything, ResultViews.Choices, known, http.RequestAborted))!);

    private static async Task<Results<Ok<T>, NotFound, StatusCodeHttpResult>> AnswerAsync<T>(HttpContext http, ShowResults show, SliceQuery slice, ResultView<T> view)
        where T : class
    {
        if (await show.ExecuteAsync(Reader(http), slice.Read(), view, ConditionalGet.Known(http), http.RequestAborted) is not { } answer)
        {
            return TypedResults.NotFound();
        }

        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{answer.Version}\"");
        return answer.Value is { } value ? TypedResults.Ok(value) : TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static ResultReader Reader(HttpContext http) => new(
        http.User.Institute(), http.User.UserName(), [.. Enum.GetValues<Role>().Where(http.User.Has)], http.Request.Language());
}
