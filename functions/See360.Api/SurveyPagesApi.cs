using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using See360.Api.Responses;
using See360.Core.Responses;
using See360.Core.Storage;

namespace See360.Api;

/// <summary>The pages that links in mails lead to: <c>/s/{token}</c> (survey) and <c>/w/{token}</c> (objection).
/// Opening one changes nothing. They are static files; the server adds what the API would answer, and a text for
/// browsers without JavaScript.</summary>
internal static class SurveyPagesApi
{
    public static void MapSurveyPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").ExcludeFromDescription().ForLinkHolders();
        pages.MapGet("/s/{token}", (string token, HttpContext http, SurveyFiles files, OpenSurvey open) =>
            PageAsync(http, files, open, token, NoScript.Survey));
        pages.MapGet("/w/{token}", (string token, HttpContext http, SurveyFiles files, OpenSurvey open) =>
            PageAsync(http, files, open, token, NoScript.Objection));
        pages.MapPost("/w/{token}", ObjectAsync);

        endpoints.MapGet("/s/assets/{name}", AssetAsync).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task PageAsync(
        HttpContext http, SurveyFiles files, OpenSurvey open, string token, Func<SurveySheet?, string, string> noScript, int status = StatusCodes.Status200OK)
    {
        var sheet = await open.ExecuteAsync(token, http.RequestAborted);
        if (files.Shell(noScript(sheet, token), sheet is null ? null : SurveyView.Of(sheet)) is not { } page)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        http.Response.StatusCode = sheet is null ? StatusCodes.Status404NotFound : status;
        http.Response.Headers.Link = files.Preloads;
        await Compressed.WriteAsync(http, page, "text/html; charset=utf-8");
    }

    /// <summary>The button of the page without JavaScript.</summary>
    private static async Task ObjectAsync(string token, HttpContext http, SurveyFiles files, OpenSurvey open, ObjectToSurveys objection)
    {
        try
        {
            await objection.ExecuteAsync(token, http.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            // A person looks at this answer: the page again, which says that the click has to be repeated.
            await PageAsync(http, files, open, token, NoScript.ObjectionNotSaved, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = "/w/" + Uri.EscapeDataString(token);
    }

    /// <summary>The names carry a hash of the content: kept for good by the browser.</summary>
    private static Task AssetAsync(string name, HttpContext http, SurveyFiles files)
    {
        if (files.Asset(name) is not { } asset)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return asset.WriteAsync(http);
    }
}
