using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Decisions;
using See360.Api.Imports;
using See360.Core.Concepts;
using See360.Core.Cycles;

namespace See360.Api;

/// <summary>*Berechtigungskonzept*: that it is agreed, with whom and since when. For sales management alone.</summary>
internal static class ConceptApi
{
    public static void MapConcept(this IEndpointRouteBuilder endpoints)
    {
        var concept = endpoints.MapGroup("/api/concept").WithTags("Concept").RequireAuthorization(Policies.SalesManagement);
        concept.MapGet("", ShowAsync);
        concept.MapPost("agree", AgreeAsync);
        concept.MapPost("withdraw", WithdrawAsync);
    }

    private static async Task<Ok<ConceptView>> ShowAsync(HttpContext http, ShowConcept show, DecidedByNames people, CancellationToken cancel)
    {
        var (institute, language) = (http.User.Institute(), http.Request.Language());
        var status = await show.RunAsync(institute, cancel);
        var names = await people.OfAsync(institute, status.History, language, cancel);
        return TypedResults.Ok(new ConceptView(
            status.Lock is { } code ? new CodeText(code, SendReasonTexts.Of(code).In(language)) : null,
            status.History.Count == 0 ? 0 : status.History[0].Number,
            status.SendingFrom,
            status.Today,
            [
                .. status.History.Select(d => new ConceptLine(
                    d.Number, d.Step, d.Version, d.AgreedWith, d.AgreedOn, d.EffectiveFrom, d.Title, d.Note, names[d.By], d.At)),
            ]));
    }

    private static async Task<NoContent> AgreeAsync(AgreeRequest request, HttpContext http, AgreeConcept agree, CancellationToken cancel)
    {
        await agree.RunAsync(
            http.User.Institute(),
            new NewAgreement(request.AgreedWith, request.AgreedOn, request.EffectiveFrom, request.Title, request.Note),
            http.User.UserName(),
            request.Seen,
            cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> WithdrawAsync(WithdrawRequest request, HttpContext http, WithdrawConcept withdraw, CancellationToken cancel)
    {
        await withdraw.RunAsync(http.User.Institute(), request.Reason, http.User.UserName(), request.Seen, cancel);
        return TypedResults.NoContent();
    }
}

/// <param name="Lock">Why no mail may leave; null: the concept stands in nobody's way.</param>
/// <param name="Number">Of the latest decision, to be sent back as <c>seen</c>; 0: none.</param>
/// <param name="SendingFrom">From when mails may leave.</param>
/// <param name="History">Newest first.</param>
internal sealed record ConceptView(CodeText? Lock, int Number, DateOnly? SendingFrom, DateOnly Today, IReadOnlyList<ConceptLine> History);

internal sealed record ConceptLine(
    int Number, ConceptStep Step, int Version, string AgreedWith, DateOnly? AgreedOn, DateOnly? EffectiveFrom, string Title, string Note,
    string By, DateTimeOffset At);

/// <param name="Seen">Number of the latest decision that the page shows: if it is another one by now, nothing is recorded.</param>
internal sealed record AgreeRequest(string? AgreedWith, DateOnly? AgreedOn, DateOnly? EffectiveFrom, string? Title, string? Note, int Seen);

internal sealed record WithdrawRequest(string? Reason, int Seen);
