using System.Text.Json;
using Microsoft.AspNetCore.Http;
using See360.Core;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Api.Problems;

/// <summary>An error as everybody outside sees it (RFC 9457).</summary>
/// <param name="Code">Stable, in kebab case: what a program decides by.</param>
/// <param name="Detail">What happened and what to do next, in the language of the request.</param>
/// <param name="Errors">For 400: the texts by field, camel case.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public static Problem Of(BadInput bad, Language language)
    {
        var text = bad.Text.In(language);
        return Standard(StatusCodes.Status400BadRequest, language) with
        {
            Code = bad.Code,
            Detail = text,
            Errors = bad.Each.GroupBy(each => each.Field).ToDictionary(field => field.Key, field => field.Select(each => each.Text.In(language)).ToArray()),
        };
    }

    public static Problem Of(RuleBroken broken, Language language) =>
        Standard(StatusCodes.Status409Conflict, language) with { Code = broken.Code, Detail = broken.Text.In(language) };

    /// <summary>What a status alone says.</summary>
    public static Problem Standard(int status, Language language)
    {
        var text = ProblemTexts.Of(status);
        return new Problem("about:blank", text.Title.In(language), status, text.Detail.In(language), text.Code);
    }

    public Problem Told(string code, LocalizedText detail, Language language) => this with { Code = code, Detail = detail.In(language) };

    /// <summary>Writes the problem unless an answer is already on its way.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Options);
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/problem+json";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ETag = default;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
