using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core.Results.Reports;
using See360.Core.Users;

namespace See360.Api;

/// <summary>The *Managementreport* by mail: who gets it, how often, and how the latest went. For sales management.</summary>
internal static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        var report = endpoints.MapGroup("/api/results/report").WithTags("Results").RequireAuthorization(Policies.SalesManagement);
        report.MapGet("", ShowAsync);
        report.MapPut("", SaveAsync);
    }

    private static async Task<Ok<ReportScheduleView>> ShowAsync(ClaimsPrincipal user, ShowReportSchedule show, CancellationToken cancel) =>
        TypedResults.Ok(await show.RunAsync(user.Institute(), cancel));

    private static async Task<Ok<ReportScheduleView>> SaveAsync(
        ClaimsPrincipal user, WantedReport wanted, SaveReportSchedule save, ShowReportSchedule show, CancellationToken cancel)
    {
        await save.RunAsync(user.Institute(), wanted.Rhythm, wanted.Roles ?? [], user.UserName(), cancel);
        return TypedResults.Ok(await show.RunAsync(user.Institute(), cancel));
    }
}

/// <param name="Roles">salesManagement, head.</param>
internal sealed record WantedReport(ReportRhythm Rhythm, IReadOnlyList<Role>? Roles);
