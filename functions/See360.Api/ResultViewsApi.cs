using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using See360.Api.Access;
using See360.Core;
using See360.Core.Results.Slices;
using See360.Core.Results.Views;
using See360.Core.Texts;
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
        results.MapGet("organisation", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Organisation));
        results.MapGet("questions", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Questions));
        results.MapGet("selfImage", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.SelfImage));
        results.MapGet("return", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Return));
        results.MapGet("loyalty", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Loyalty));
        results.MapGet("management", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Management));
        results.MapGet("maturity", (HttpContext http, [AsParameters] SliceQuery slice, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Maturity));
        results.MapGet("trend", TrendAsync);
        results.MapGet("comments", CommentsAsync);
    }

    private static Task<Results<Ok<ChoicesView>, StatusCodeHttpResult>> ChoicesAsync(HttpContext http, ShowResults show) =>
        ConditionalGet.AnswerAsync(http, async known => (await show.ExecuteAsync(Reader(http), Slice.Everything, ResultViews.Choices, known, http.RequestAborted))!);

    /// <param name="step">week, month (default) or rolling.</param>
    private static Task<Results<Ok<TrendView>, NotFound, StatusCodeHttpResult>> TrendAsync(
        HttpContext http, [AsParameters] SliceQuery slice, string? step, ShowResults show) => AnswerAsync(http, show, slice, ResultViews.Trend(
            One<TrendStep>("step", step, SliceTexts.StepUnknown) ?? TrendStep.Month));

    /// <param name="score">promoter, passive, detractor or none; without it all.</param>
    /// <param name="topic">praise, improve or the id of a question; without it all.</param>
    /// <param name="after">What the part before said is next.</param>
    private static Task<Results<Ok<CommentsView>, NotFound, StatusCodeHttpResult>> CommentsAsync(
        HttpContext http, [AsParameters] SliceQuery slice, string? score, string? topic, string? after,
        [FromHeader(Name = SearchWords.Header)] string? search, ShowResults show)
    {
        var group = One<CommentScore>("score", score, SliceTexts.ScoreUnknown);
        return AnswerAsync(http, show, slice, ResultViews.Comments(new CommentQuery(group, Some(topic), Some(after), SearchWords.Read(search))));
    }

    private static T? One<T>(string name, string? text, LocalizedText unknown)
        where T : struct, Enum
    {
        if (Some(text) is null)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Slice.Id(value) == text)
            {
                return value;
            }
        }

        throw new BadInput(name, $"{name}-unknown", unknown);
    }

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

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

    internal static ResultReader Reader(HttpContext http) => new(
        http.User.Institute(), http.User.UserName(), [.. Enum.GetValues<Role>().Where(http.User.Has)], http.Request.Language());
}
