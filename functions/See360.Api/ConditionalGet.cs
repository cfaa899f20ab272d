using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using See360.Core.Results;

namespace See360.Api;

/// <summary>Live pages ask again and again with the ETag of what they have; if that is still so, the answer is 304 and
/// has cost almost nothing.</summary>
internal static class ConditionalGet
{
    /// <summary>The version that the page has, or null.</summary>
    public static string? Known(HttpContext http) =>
        http.Request.GetTypedHeaders().IfNoneMatch is [{ Tag: { Length: > 2 } tag }, ..] ? tag.Substring(1, tag.Length - 2) : null;

    /// <param name="read">Gets the version that the page has, or null.</param>
    public static async Task<Results<Ok<T>, StatusCodeHttpResult>> AnswerAsync<T>(HttpContext http, Func<string?, Task<Tagged<T>>> read)
        where T : class
    {
        var answer = await read(Known(http));
        http.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue($"\"{answer.Version}\"");
        return answer.Value is { } value ? TypedResults.Ok(value) : TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }
}
