using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core.Results;

namespace See360.Api;

/// <summary>Results. Institute and user always come from the session: there is no way to name those of somebody else.</summary>
internal static class ResultsApi
{
    private const int UsualWeeks = 12;

    public static void MapResults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/results/own", OwnAsync).RequireAuthorization(Policies.Advisor).WithTags("Results");
        endpoints.MapGet("/api/return", ReturnAsync).RequireAuthorization(Policies.SalesManagement).WithTags("Results");
    }

    /// <param name="survey">One survey; without it all are consolidated.</param>
    private static Task<Results<Ok<OwnResults>, StatusCodeHttpResult>> OwnAsync(
        HttpContext http, AdvisorResults results, string? survey, CancellationToken cancel) =>
        ConditionalGet.AnswerAsync(http, known => results.ExecuteAsync(
            http.User.Institute(), http.User.UserName(), http.Request.Language(), string.IsNullOrEmpty(survey) ? null : survey, known, cancel));

    /// <param name="weeks">The last so many send weeks, 1 to 53.</param>
    private static Task<Results<Ok<ReturnView>, StatusCodeHttpResult>> ReturnAsync(
        HttpContext http, ReturnByWeek results, int? weeks, CancellationToken cancel) =>
        ConditionalGet.AnswerAsync(http, known => results.ExecuteAsync(http.User.Institute(), weeks ?? UsualWeeks, known, cancel));
}
