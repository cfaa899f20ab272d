using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using See360.Api.Access;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Responses;

namespace See360.Api;

/// <summary>*Postausgang*: what has left, where mails go to a folder. Without such a folder there are no endpoints.</summary>
internal static partial class OutboxApi
{
    private const int Page = 50;

    /// <summary>A mail is somebody else's HTML: no script, no network, no forms. Links open a page of their own.</summary>
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    public static void MapOutbox(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<IOutbox>() is null)
        {
            return;
        }

        var outbox = endpoints.MapGroup("/api/outbox").WithTags("Outbox").RequireAuthorization(Policies.SalesManagement);
        outbox.MapGet("", ListAsync);
        outbox.MapGet("/{id}", OpenAsync);
        outbox.MapGet("/{id}/html", HtmlAsync);
        outbox.MapGet("/{id}/raw", RawAsync);
    }

    private static async Task<Ok<OutboxPageView>> ListAsync(
        string? after, [FromHeader(Name = SearchWords.Header)] string? search, ClaimsPrincipal user, IOutbox outbox, CancellationToken cancel)
    {
        var page = await outbox.ListAsync(user.Institute(), after, Page, SearchWords.Read(search), cancel);
        return TypedResults.Ok(new OutboxPageView(page.Mails, page.Next, page.Total));
    }

    private static async Task<Results<Ok<OutboxMailView>, NotFound>> OpenAsync(
        string id, ClaimsPrincipal user, IOutbox outbox, SurveyLinks links, CancellationToken cancel)
    {
        if (await outbox.OpenAsync(user.Institute(), id, cancel) is not { } mail)
        {
            return TypedResults.NotFound();
        }

        var link = SurveyAddress().Match(mail.Text) is { Success: true } address ? await links.FindAsync(address.Groups["token"].Value, cancel) : null;
        var participant = link?.Institute.Id == user.Institute() && link.Participant.Kind == ParticipantKind.Customer ? link.Participant.Id : (ParticipantId?)null;
        var line = mail.Line;
        return TypedResults.Ok(new OutboxMailView(
            line.Id, line.At, line.From, line.To, line.Subject, line.Kind, mail.Headers, mail.Text, mail.Html is not null, participant));
    }

    private static async Task<Results<ContentHttpResult, NotFound>> HtmlAsync(string id, HttpContext http, IOutbox outbox, CancellationToken cancel)
    {
        if ((await outbox.OpenAsync(http.User.Institute(), id, cancel))?.Html is not { } html)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = MailPolicy;
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return TypedResults.Content(html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> RawAsync(string id, ClaimsPrincipal user, IOutbox outbox, CancellationToken cancel) =>
        await outbox.RawAsync(user.Institute(), id, cancel) is { } eml
            ? TypedResults.File(eml, "message/rfc822", id + ".eml")
            : TypedResults.NotFound();

    [GeneratedRegex("/[sw]/(?<token>[A-Za-z0-9_-]+)")]
    private static partial Regex SurveyAddress();
}

/// <param name="Next">For <c>?after=</c>; null on the last page.</param>
internal sealed record OutboxPageView(IReadOnlyList<OutboxLine> Items, string? Next, int Total);

/// <param name="Participant">Whom the link in the mail belongs to; null if it holds none, or somebody of the bank.</param>
internal sealed record OutboxMailView(
    string Id, DateTimeOffset At, string From, string To, string Subject, string Kind, IReadOnlyList<MailHeader> Headers, string Text, bool HasHtml,
    ParticipantId? Participant);
