using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Approvals;
using See360.Api.Decisions;
using See360.Core.Surveys;

namespace See360.Api;

/// <summary>*Freigaben*: the surveys with what the checks say, and their approval. For sales management alone.</summary>
internal static class ApprovalsApi
{
    public static void MapApprovals(this IEndpointRouteBuilder endpoints)
    {
        var approvals = endpoints.MapGroup("/api/approvals").WithTags("Approvals").RequireAuthorization(Policies.SalesManagement);
        approvals.MapGet("", ListAsync);
        approvals.MapGet("{survey}", ShowAsync);
        approvals.MapPost("{survey}/publish", PublishAsync);
        approvals.MapPost("{survey}/approve", ApproveAsync);
        approvals.MapPost("{survey}/withdraw", WithdrawAsync);
    }

    private static async Task<Ok<List<ApprovalLine>>> ListAsync(HttpContext http, ReviewSurvey review, CancellationToken cancel)
    {
        var language = http.Request.Language();
        return TypedResults.Ok((await review.AllAsync(http.User.Institute(), cancel)).Select(each => ApprovalViews.Line(each, language)).ToList());
    }

    private static async Task<Results<Ok<ApprovalView>, NotFound>> ShowAsync(
        SurveyId survey, HttpContext http, ReviewSurvey review, DecidedByNames people, CancellationToken cancel)
    {
        var (institute, language) = (http.User.Institute(), http.Request.Language());
        if (await review.OneAsync(institute, survey, cancel) is not { } reviewed)
        {
            return TypedResults.NotFound();
        }

        var names = await people.OfAsync(institute, reviewed.History, language, cancel);
        return TypedResults.Ok(ApprovalViews.View(reviewed, names, language));
    }

    private static async Task<Results<NoContent, NotFound>> PublishAsync(
        SurveyId survey, HttpContext http, PublishSurvey publish, CancellationToken cancel) =>
        await publish.PublishAsync(http.User.Institute(), survey, cancel) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static async Task<Results<NoContent, NotFound>> ApproveAsync(
        SurveyId survey, ApproveRequest request, HttpContext http, ApproveSurvey approve, CancellationToken cancel) =>
        await approve.ApproveAsync(http.User.Institute(), survey, http.User.UserName(), request.Version, cancel) is null
            ? TypedResults.NotFound()
            : TypedResults.NoContent();

    private static async Task<Results<NoContent, NotFound>> WithdrawAsync(
        SurveyId survey, WithdrawApprovalRequest request, HttpContext http, WithdrawApproval withdraw, CancellationToken cancel) =>
        await withdraw.RunAsync(http.User.Institute(), survey, request.Reason, http.User.UserName(), cancel) is null
            ? TypedResults.NotFound()
            : TypedResults.NoContent();
}

/// <param name="Version">The version that was looked at: another one is not approved unseen.</param>
internal sealed record ApproveRequest(int Version);

internal sealed record WithdrawApprovalRequest(string? Reason);
