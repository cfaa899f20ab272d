using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using See360.Core;
using See360.Core.Storage;

namespace See360.Api.Problems;

/// <summary>The one place where an error becomes an answer: exceptions by their kind, and every error status that
/// has no body yet.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (IsGone(http, exception))
        {
            // Nobody waits for the answer any more.
            http.Abort();
            return;
        }
        catch (Exception exception)
        {
            await Problem(http, exception).WriteAsync(http);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 })
        {
            await Problems.Problem.Standard(http.Response.StatusCode, http.Request.Language()).WriteAsync(http);
        }
    }

    private static bool IsGone(HttpContext http, Exception exception) =>
        http.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException;

    private Problem Problem(HttpContext http, Exception exception)
    {
        var language = http.Request.Language();
        switch (exception)
        {
            case BadInput bad:
                return Problems.Problem.Of(bad, language);
            case RuleBroken broken:
                return Problems.Problem.Of(broken, language);
            case BadHttpRequestException bad:
                return UnreadableRequest.Problem(http, bad, language);
            case InvalidDataException:
                // What the framework's form reader throws at a broken multipart body.
                return Problems.Problem.Standard(StatusCodes.Status400BadRequest, language);
            case InvalidOperationException when UnreadableRequest.HasUnknownCharset(http.Request):
                return Problems.Problem.Standard(StatusCodes.Status415UnsupportedMediaType, language);
            case StorageUnavailableException:
                log.LogError("The store is unavailable: {Method} {Route}", http.Request.Method, Route(http));
                return Problems.Problem.Standard(StatusCodes.Status503ServiceUnavailable, language);
            case IOException:
                // An upload is buffered on disk before any of our code sees it, and the disk may be full.
                log.LogError("A file can't be written or read: {Method} {Route}", http.Request.Method, Route(http));
                return Problems.Problem.Standard(StatusCodes.Status503ServiceUnavailable, language);
            default:
                LogBug(http, exception);
                return Problems.Problem.Standard(StatusCodes.Status500InternalServerError, language);
        }
    }

    /// <summary>Types and stack, without messages: those of the framework quote what was sent, which may be a person's data.</summary>
    private void LogBug(HttpContext http, Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            log.LogError("{Method} {Route} failed with {Exception} at {Stack}", http.Request.Method, Route(http), e.GetType().FullName, e.StackTrace);
        }
    }

    /// <summary>The route's pattern, not the path: a path may hold a customer's token.</summary>
    private static string Route(HttpContext http) =>
        (http.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
