using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using See360.Api.Limits;
using See360.Api.Problems;
using See360.Api.Responses;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Api;

/// <summary>The survey page's side of the API. The token in the path is all that a customer has: no cookie, no
/// session. Only POST and PUT change anything, because link scanners read mail too.</summary>
internal static class ResponsesApi
{
    private const long LargestBody = 64 * 1024;

    private static readonly LocalizedText UnknownLink = new(
        "Diesen Link kennen wir nicht. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder rufen Sie Ihre Bank an.",
        "We do not know this link. Please open it again from the mail, or call your bank.");

    private static readonly LocalizedText Conflict = new(
        "Sie haben dieselbe Frage auf einem anderen Gerät anders beantwortet. Bitte wählen Sie, welche Antwort gelten soll.",
        "You have answered the same question differently on another device. Please choose which answer should count.");

    private static readonly LocalizedText Incomplete = new(
        "Es fehlen noch Antworten. Bitte beantworten Sie die genannten Fragen.",
        "Some answers are missing. Please answer the questions named.");

    public static IServiceCollection AddSurveyPages(this IServiceCollection services) => services.AddSingleton<SurveyFiles>();

    public static void MapResponses(this IEndpointRouteBuilder endpoints)
    {
        var survey = endpoints.MapGroup("/api/survey/{token}").WithTags("Survey").ForLinkHolders();
        survey.MapGet("", OpenAsync).Produces<SurveyView>();
        survey.MapGet("/photo", PhotoAsync).Produces(StatusCodes.Status200OK, contentType: "image/jpeg");
        survey.MapPut("/answers", SaveAsync).Produces<SavedView>();
        survey.MapPost("/complete", CompleteAsync).Produces<SavedView>();
        survey.MapPost("/opened", OpenedAsync).WithMetadata(new NeverConflicts());
        survey.MapPost("/callback", CallbackAsync);
        survey.MapPost("/objection", ObjectAsync).WithMetadata(new NeverConflicts());

        var unsubscribe = endpoints.MapGroup("/api/unsubscribe/{token}").WithTags("Survey").ForLinkHolders();
        unsubscribe.MapPost("", UnsubscribeAsync).WithMetadata(new NeverConflicts());
        unsubscribe.MapGet("", (string token) => TypedResults.Redirect("/w/" + Uri.EscapeDataString(token)));
        endpoints.MapSurveyPages();
    }

    /// <summary>No session, limited per link, small bodies, nothing for search engines.</summary>
    internal static RouteGroupBuilder ForLinkHolders(this RouteGroupBuilder group)
    {
        group.AllowAnonymous().RequireRateLimiting(RateLimiting.Survey).WithMetadata(new BodyLimit(LargestBody)).AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
            context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        return group;
    }

    private static async Task OpenAsync(string token, HttpContext http, OpenSurvey open, CancellationToken cancel)
    {
        if (await open.ExecuteAsync(token, cancel) is { } sheet)
        {
            await Compressed.WriteAsync(http, RecordJson.Write(SurveyView.Of(sheet)).ToArray(), "application/json; charset=utf-8");
        }
        else
        {
            await NotFoundAsync(http);
        }
    }

    private static async Task PhotoAsync(string token, HttpContext http, ShowPhoto show, CancellationToken cancel)
    {
        if (await show.ExecuteAsync(token, cancel) is not { } photo)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var content = photo.Content;
        http.Response.ContentType = photo.ContentType;
        await content.CopyToAsync(http.Response.Body, cancel);
    }

    private static async Task SaveAsync(string token, AnswersRequest request, HttpContext http, SaveAnswers save, CancellationToken cancel) =>
        await AnswerAsync(http, await save.ExecuteAsync(token, request.ToInput(), cancel), withSheet: false);

    private static async Task CompleteAsync(string token, AnswersRequest request, HttpContext http, CompleteResponse complete, CancellationToken cancel) =>
        await AnswerAsync(http, await complete.ExecuteAsync(token, request.ToInput(), cancel), withSheet: true);

    private static Task AnswerAsync(HttpContext http, AnswerOutcome outcome, bool withSheet)
    {
        var language = http.Request.Language();
        if (outcome.Missing is { } missing)
        {
            var problem = Problem.Standard(StatusCodes.Status400BadRequest, language).Told("answers-missing", Incomplete, language);
            return (problem with { Errors = missing.ToDictionary(m => m.Key, m => new[] { m.Value.In(language) }) }).WriteAsync(http);
        }

        if (outcome.Sheet is not { } sheet)
        {
            return NotFoundAsync(http);
        }

        if (outcome.Conflicts.Count == 0)
        {
            return http.Response.WriteAsJsonAsync(
                new SavedView(sheet.Revision, withSheet || outcome.OthersChanged ? sheet : null), RecordJson.Options, http.RequestAborted);
        }

        var standard = Problem.Standard(StatusCodes.Status409Conflict, language);
        http.Response.StatusCode = standard.Status;
        return http.Response.WriteAsJsonAsync(
            new ConflictProblem(standard.Type, standard.Title, standard.Status, Conflict.In(language), "answers-conflict", outcome.Conflicts, sheet),
            RecordJson.Options,
            "application/problem+json",
            http.RequestAborted);
    }

    private static async Task OpenedAsync(string token, HttpContext http, RecordOpening record, CancellationToken cancel) =>
        await DoneAsync(http, await record.ExecuteAsync(token, cancel));

    private static async Task CallbackAsync(
        string token, CallbackRequestBody request, HttpContext http, RequestCallback callback, CancellationToken cancel) =>
        await DoneAsync(http, await callback.ExecuteAsync(token, request.Phone ?? "", request.Note ?? "", cancel));

    private static async Task ObjectAsync(string token, HttpContext http, ObjectToSurveys objection, CancellationToken cancel) =>
        await DoneAsync(http, await objection.ExecuteAsync(token, cancel));

    /// <summary>RFC 8058: what a mail program sends by itself. 200 whatever the token: a link that means nothing any
    /// more has nobody left to unsubscribe.</summary>
    private static async Task<Ok> UnsubscribeAsync(string token, ObjectToSurveys objection, CancellationToken cancel)
    {
        await objection.ExecuteAsync(token, cancel);
        return TypedResults.Ok();
    }

    private static Task DoneAsync(HttpContext http, bool isKnown)
    {
        if (!isKnown)
        {
            return NotFoundAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task NotFoundAsync(HttpContext http)
    {
        var language = http.Request.Language();
        return Problem.Standard(StatusCodes.Status404NotFound, language).Told("survey-unknown", UnknownLink, language).WriteAsync(http);
    }

    private sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
