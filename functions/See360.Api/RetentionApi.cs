using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core;
using See360.Core.Retention;

namespace See360.Api;

/// <summary>*Aufbewahrung*: how long what is kept, what is due next, what was deleted. Numbers alone; for sales management.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/retention").WithTags("Retention").RequireAuthorization(Policies.SalesManagement).MapGet("", ShowAsync);

    private static async Task<Ok<RetentionView>> ShowAsync(ClaimsPrincipal user, ShowRetention show, CancellationToken cancel)
    {
        var overview = await show.RunAsync(user.Institute(), cancel);
        var (periods, runs) = (overview.Periods, overview.Runs);
        return TypedResults.Ok(new RetentionView(
            [
                Class(RetentionClass.Participants, periods.ParticipantDays, inMonths: false),
                Class(RetentionClass.Answers, periods.AnswerMonths, inMonths: true),
                Class(RetentionClass.Logs, periods.LogMonths, inMonths: true),
            ],
            overview.DoneOn,
            overview.Today,
            [
                .. runs.Select(run => new RetentionRunView(
                    run.At, run.FromWeek, run.ToWeek, [.. run.Counts.OrderBy(c => c.Key).Select(c => new RetentionCount(c.Key, c.Value))])),
            ]));

        RetentionClassView Class(RetentionClass of, int period, bool inMonths) =>
            new(of, period, inMonths, overview.Next.TryGetValue(of, out var on) ? on : null);
    }
}

/// <param name="DoneOn">On which day everything due had been deleted last; null: the job has not been through yet.</param>
/// <param name="Runs">Those that have deleted something, newest first.</param>
internal sealed record RetentionView(IReadOnlyList<RetentionClassView> Classes, DateOnly? DoneOn, DateOnly Today, IReadOnlyList<RetentionRunView> Runs);

/// <param name="Period">Months or days.</param>
/// <param name="NextOn">When something can be due next; null: there is nothing of it.</param>
internal sealed record RetentionClassView(RetentionClass Of, int Period, bool InMonths, DateOnly? NextOn);

/// <param name="FromWeek">Send or import weeks of what was deleted.</param>
internal sealed record RetentionRunView(DateTimeOffset At, IsoWeek FromWeek, IsoWeek ToWeek, IReadOnlyList<RetentionCount> Counts);

internal sealed record RetentionCount(RetentionItem Item, int Count);
