using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core.Surveys;

namespace See360.Api;

/// <summary>The surveys of the institute, for everybody who is signed in.</summary>
internal static class SurveysApi
{
    public static void MapSurveys(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/surveys", ListAsync).WithTags("Surveys").RequireAuthorization();

    private static async Task<Ok<List<SurveyLine>>> ListAsync(
        ClaimsPrincipal user, HttpRequest request, SurveyRecords surveys, CancellationToken cancel)
    {
        var language = request.Language();
        var all = await surveys.AllAsync(user.Institute(), cancel);
        return TypedResults.Ok(all
            .OrderBy(s => s.Number)
            .Select(s => new SurveyLine(s.Id, s.Name.In(language), s.Kind, s.IsLive ? SurveyState.Live : SurveyState.Draft))
            .ToList());
    }
}

/// <param name="Name">In the caller's language.</param>
internal sealed record SurveyLine(SurveyId Id, string Name, SurveyKind Kind, SurveyState State);

internal enum SurveyState
{
    /// <summary>Not published or not approved: no mail leaves.</summary>
    Draft,
    Live,
}
