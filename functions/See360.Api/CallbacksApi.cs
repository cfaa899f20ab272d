using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Core.Callbacks;
using See360.Core.Participants;
using See360.Core.Results;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Api;

/// <summary>Customers who wish to be called: an advisor's own, for sales management all. Never what they answered.</summary>
internal static class CallbacksApi
{
    public static void MapCallbacks(this IEndpointRouteBuilder endpoints)
    {
        var callbacks = endpoints.MapGroup("/api/callbacks").WithTags("Callbacks").RequireAuthorization(Policies.Callbacks);
        callbacks.MapGet("", ListAsync);
        callbacks.MapPost("{id}/done", DoneAsync);
        callbacks.MapPost("{id}/reopen", ReopenAsync);
    }

    private static Task<Results<Ok<CallbacksView>, StatusCodeHttpResult>> ListAsync(HttpContext http, ListCallbacks list, CancellationToken cancel) =>
        ConditionalGet.AnswerAsync(http, async known =>
        {
            var language = http.Request.Language();
            var all = await list.RunAsync(http.User.Institute(), Viewer(http.User), cancel);
            var view = new CallbacksView([.. all.Open.Select(line => View(line, language))], [.. all.Done.Select(line => View(line, language))]);
            var version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view, RecordJson.Options)).AsSpan(0, 12));
            return new Tagged<CallbacksView>(version, version == known ? null : view);
        });

    private static Task<Results<NoContent, NotFound>> DoneAsync(
        ParticipantId id, CallbackMarkBody body, ClaimsPrincipal user, MarkCallback mark, CancellationToken cancel) =>
        MarkAsync(id, new CallbackMark(Done: true, body.Note ?? "", body.Revision), user, mark, cancel);

    private static Task<Results<NoContent, NotFound>> ReopenAsync(
        ParticipantId id, CallbackMarkBody body, ClaimsPrincipal user, MarkCallback mark, CancellationToken cancel) =>
        MarkAsync(id, new CallbackMark(Done: false, "", body.Revision), user, mark, cancel);

    private static async Task<Results<NoContent, NotFound>> MarkAsync(
        ParticipantId id, CallbackMark wanted, ClaimsPrincipal user, MarkCallback mark, CancellationToken cancel) =>
        await mark.RunAsync(user.Institute(), Viewer(user), id, wanted, cancel) is null ? TypedResults.NotFound() : TypedResults.NoContent();

    private static CallbackViewer Viewer(ClaimsPrincipal user) => new(user.UserName(), user.Has(Role.SalesManagement));

    private static CallbackView View(CallbackLine line, Language language) => new(
        line.Callback.Participant, line.Callback.Revision, line.Name, line.Callback.Phone, line.Callback.Note, line.WishedOn, line.WishedAt,
        line.AdvisorName, line.Survey?.Name.In(language) ?? "", line.Survey?.Confidentiality == ConfidentialityMode.Confidential,
        line.Callback.Done is { } done ? new CallbackDoneView(done.At, line.DoneBy, done.Note) : null);
}

internal sealed record CallbacksView(IReadOnlyList<CallbackView> Open, IReadOnlyList<CallbackView> Done);

/// <param name="Name">"Frau Dr. Valerie Jakubczyk"; empty once the personal data are erased.</param>
/// <param name="WishedAt">Null in a confidential survey.</param>
/// <param name="Confidential">Contact and wish may be known, the answers not.</param>
internal sealed record CallbackView(
    ParticipantId Id, int Revision, string Name, string Phone, string Note, DateOnly WishedOn, DateTimeOffset? WishedAt, string AdvisorName,
    string SurveyName, bool Confidential, CallbackDoneView? Done);

internal sealed record CallbackDoneView(DateTimeOffset At, string By, string Note);

internal sealed record CallbackMarkBody(string? Note, int Revision);
