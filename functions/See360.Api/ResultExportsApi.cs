using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Limits;
using See360.Api.Participants;
using See360.Core.Organisation;
using See360.Core.Results.Exports;

namespace See360.Api;

/// <summary>Results as documents, of the slice in the address; and who has taken what along. Whoever may not see a slice, or may not take it
/// along, finds nothing (404).</summary>
internal static class ResultExportsApi
{
    public static void MapResultExports(this IEndpointRouteBuilder endpoints)
    {
        var exports = endpoints.MapGroup("/api/results").WithTags("Results").RequireAuthorization(Policies.Results).RequireRateLimiting(RateLimiting.Export);
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            exports.MapGet($"export.{format.ToString().ToLowerInvariant()}", (HttpContext http, [AsParameters] SliceQuery slice, ExportResults export) => ExportAsync(http, slice, export, format));
        }

        endpoints.MapGet("/api/results/exports", ListAsync).WithTags("Results").RequireAuthorization(Policies.SalesManagement);
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> ExportAsync(HttpContext http, SliceQuery slice, ExportResults export, ExportFormat format)
    {
        if (await export.ExecuteAsync(ResultViewsApi.Reader(http), slice.Read(), format, http.RequestAborted) is not { } document)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(output => document.WriteAsync(output, http.RequestAborted), document.ContentType, document.FileName);
    }

    private static async Task<Ok<Part<ExportLine>>> ListAsync(
        string? after, HttpContext http, ListExports list, OrganisationRecords organisation, CancellationToken cancel)
    {
        var institute = http.User.Institute();
        var part = await list.RunAsync(institute, string.IsNullOrEmpty(after) ? null : after, cancel);
        var names = new Dictionary<string, string>();
        foreach (var user in part.Items.Select(e => e.By).Distinct())
        {
            names[user] = (await organisation.EmployeeAsync(institute, user, cancel))?.FullName ?? user;
        }

        return TypedResults.Ok(new Part<ExportLine>([.. part.Items.Select(e => new ExportLine(e.At, e.By, names[e.By], e.Format, e.Slice, e.Sheets))], part.Next, null));
    }
}

/// <param name="Name">Who is no employee (any more) is called by the user name.</param>
/// <param name="Slice">As it stands in the address of a page; empty: the usual one.</param>
/// <param name="Sheets">Answer sheets that the document rests on.</param>
internal sealed record ExportLine(DateTimeOffset At, string By, string Name, ExportFormat Format, string Slice, int Sheets);
