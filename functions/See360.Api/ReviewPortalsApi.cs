using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Decisions;
using See360.Core.Institutes;
using See360.Core.ReviewPortals;

namespace See360.Api;

/// <summary>*Bewertungsportale*: which the thank-you page names, and to whom. For sales management alone.</summary>
internal static class ReviewPortalsApi
{
    public static void MapReviewPortals(this IEndpointRouteBuilder endpoints)
    {
        var portals = endpoints.MapGroup("/api/review-portals").WithTags("Review portals").RequireAuthorization(Policies.SalesManagement);
        portals.MapGet("", ShowAsync);
        portals.MapPost("", ChooseAsync);
    }

    private static async Task<Ok<ReviewPortalsView>> ShowAsync(
        HttpContext http, ShowReviewPortals show, DecidedByNames people, CancellationToken cancel)
    {
        var (institute, language) = (http.User.Institute(), http.Request.Language());
        var status = await show.RunAsync(institute, cancel);
        var names = await people.OfAsync(institute, status.History, language, cancel);
        return TypedResults.Ok(new ReviewPortalsView(
            [.. status.Portals.Select(portal => Link(portal.Link, portal.IsGoogle))],
            status.History.Count == 0 ? 0 : status.History[0].Number,
            ReviewLinkChecks.MostLinks,
            ReviewPortalTexts.Warning.In(language),
            [
                .. status.History.Select(d => new ReviewLinksLine(
                    d.Number, [.. d.Links.Select(link => new ChosenPortal(link.Portal, link.PromotersOnly))], d.WarningAccepted, names[d.By], d.At)),
            ]));
    }

    private static async Task<NoContent> ChooseAsync(ChooseRequest request, HttpContext http, ChooseReviewLinks choose, CancellationToken cancel)
    {
        await choose.RunAsync(
            http.User.Institute(), request.Links ?? [], request.WarningAccepted, http.User.UserName(), request.Seen, cancel);
        return TypedResults.NoContent();
    }

    private static ReviewLinkView Link(ReviewLink link, bool isGoogle) =>
        new(link.Portal, link.Url, link.Label.De, link.Label.En, link.PromotersOnly && !isGoogle, isGoogle);
}

/// <param name="Number">Of the latest decision, to be sent back as <c>seen</c>; 0: none.</param>
/// <param name="Warning">To be shown before a portal is restricted to promoters.</param>
/// <param name="History">Newest first.</param>
internal sealed record ReviewPortalsView(
    IReadOnlyList<ReviewLinkView> Links, int Number, int Most, string Warning, IReadOnlyList<ReviewLinksLine> History);

/// <param name="IsGoogle">Shown to everybody, always.</param>
internal sealed record ReviewLinkView(string Portal, string Url, string LabelDe, string LabelEn, bool PromotersOnly, bool IsGoogle);

internal sealed record ReviewLinksLine(int Number, IReadOnlyList<ChosenPortal> Portals, bool WarningAccepted, string By, DateTimeOffset At);

internal sealed record ChosenPortal(string Portal, bool PromotersOnly);

/// <param name="WarningAccepted">That the warning was shown and accepted.</param>
internal sealed record ChooseRequest(IReadOnlyList<NewReviewLink?>? Links, bool WarningAccepted, int Seen);
