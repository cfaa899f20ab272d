using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;

namespace See360.Api;

/// <summary>Every view of the results, of whatever slice: the parameters are those of a page's address. Live: pages ask again with the ETag of
/// what they have. What somebody may not see is not there (404).</summary>
internal static class ResultViewsApi
{
    public static void MapResultViews(this IEndpointRouteBuilder endpoints)
    {
        var results = endpoints.MapGroup("/api/results").WithTags("Results").RequireAuthorization(Policies.Results);
        results.MapGet("choices", ChoicesAsync);
        results.MapGet("overview", ([AsParameters] ResultsRequest request) => request.AnswerAsync(ResultViews.Overview));
        results.MapGet("grid", ([AsParameters] ResultsRequest request) => request.AnswerAsync(ResultViews.Grid));
    }

    private static Task<Results<Ok<ChoicesView>, StatusCodeHttpResult>> ChoicesAsync(
        HttpContext http, ShowResults show, CancellationToken cancel) =>
        ConditionalGet.AnswerAsync(http, async known => (await show.ExecuteAsync(ResultsRequest.Reader(http), Slice.Everything, ResultViews.Choices, known, cancel))!);
}
