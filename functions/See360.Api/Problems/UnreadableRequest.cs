using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using See360.Core.Texts;

namespace See360.Api.Problems;

/// <summary>Says what the framework could not read: which field of a JSON body, which parameter. Values are never quoted.</summary>
internal static partial class UnreadableRequest
{
    private const int LongestField = 60;

    public static Problem Problem(HttpContext http, BadHttpRequestException bad, Language language)
    {
        var standard = Problems.Problem.Standard(bad.StatusCode, language);
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
        {
            return standard;
        }

        if (bad.InnerException is JsonException json)
        {
            return Field(standard, "json-invalid", PathOf(json), ProblemTexts.MalformedJson, language);
        }

        if (ParameterName().Match(bad.Message) is not { Success: true } match)
        {
            return standard;
        }

        // An id in the path that can't be one names nothing that is there.
        var name = match.Groups[1].Value;
        return http.Request.RouteValues.ContainsKey(name)
            ? Problems.Problem.Standard(StatusCodes.Status404NotFound, language)
            : Field(standard, "parameter-invalid", name, ProblemTexts.WrongParameter, language);
    }

    /// <summary>The framework takes a body in a charset that there is not for a bug of ours.</summary>
    public static bool HasUnknownCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
        {
            return false;
        }

        try
        {
            Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString());
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static Problem Field(Problem problem, string code, string field, LocalizedText text, Language language) =>
        problem.Told(code, text, language) with { Errors = new Dictionary<string, string[]> { [field] = [text.In(language)] } };

    /// <summary>"$.answers.q1" → "answers.q1"; whatever is not a plain path is named "body".</summary>
    private static string PathOf(JsonException json)
    {
        var path = json.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : "";
        return path.Length is > 0 and <= LongestField && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '[' or ']') ? path : "body";
    }

    [GeneratedRegex("parameter \"\\S+ (\\w+)\"")]
    private static partial Regex ParameterName();
}
