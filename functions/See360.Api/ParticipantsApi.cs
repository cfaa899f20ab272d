using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Participants;
using See360.Core;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Api;

/// <summary>Everybody from the imports: where they stand, what happened, which mails they got. Never what they answered.</summary>
internal static class ParticipantsApi
{
    public static void MapParticipants(this IEndpointRouteBuilder endpoints)
    {
        var participants = endpoints.MapGroup("/api/participants").WithTags("Participants").RequireAuthorization(Policies.SalesManagement);
        participants.MapGet("", ListAsync);
        participants.MapGet("{id}", ShowAsync);
    }

    private static async Task<Ok<Part<ParticipantLine>>> ListAsync(
        string? week,
        string? state,
        string? after,
        [FromHeader(Name = SearchWords.Header)] string? search,
        ClaimsPrincipal user,
        HttpRequest request,
        ListParticipants list,
        CancellationToken cancel)
    {
        ParticipantId? from = string.IsNullOrEmpty(after) ? null : ParticipantId.TryParse(after, out var id) ? id : throw Bad("after");
        var part = await list.RunAsync(user.Institute(), Filter(week, state, SearchWords.Read(search)), from, cancel);
        var language = request.Language();
        return TypedResults.Ok(new Part<ParticipantLine>(
            [.. part.Items.Select(item => ParticipantViews.Line(item.Participant, item.Answer, item.AdvisorName, item.Survey, language))],
            part.Next?.ToString(),
            null));
    }

    private static async Task<Results<Ok<ParticipantView>, NotFound>> ShowAsync(
        ParticipantId id, ClaimsPrincipal user, HttpRequest request, ShowParticipant show, IEnumerable<IOutbox> outbox, CancellationToken cancel) =>
        await show.RunAsync(user.Institute(), id, cancel) is { } file
            ? TypedResults.Ok(ParticipantViews.View(file, request.Language(), outbox.Any()))
            : TypedResults.NotFound();

    /// <param name="state">A state of a participant, or <c>answered</c>, or <c>callback</c>.</param>
    private static ParticipantFilter Filter(string? week, string? state, string words)
    {
        IsoWeek? ofWeek = string.IsNullOrEmpty(week) ? null : IsoWeek.TryParse(week, out var w) ? w : throw Bad("week");
        return state switch
        {
            null or "" => new ParticipantFilter(ofWeek, Words: words),
            "answered" => new ParticipantFilter(ofWeek, Answered: true, Words: words),
            "callback" => new ParticipantFilter(ofWeek, WishesCall: true, Words: words),
            _ when StateParameter.TryRead(state, out var named) => new ParticipantFilter(ofWeek, named, Words: words),
            _ => throw Bad("state"),
        };
    }

    private static BadInput Bad(string field) => new(field, "filter-invalid", new LocalizedText(
        "Diesen Filter gibt es nicht. Bitte setzen Sie die Filter zurück.",
        "There is no such filter. Please reset the filters."));
}
