using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Imports;
using See360.Core.Imports;
using See360.Core.Participants;

namespace See360.Api;

/// <summary>What the bank calls its columns, and reading a preview anew with it. For sales management alone.</summary>
internal static class ImportColumnsApi
{
    public static void MapImportColumns(this IEndpointRouteBuilder endpoints)
    {
        var imports = endpoints.MapGroup("/api/imports").WithTags("Imports").RequireAuthorization(Policies.SalesManagement);
        imports.MapGet("/columns", ListAsync);
        imports.MapPost("/columns", AddAsync);
        imports.MapPost("/columns/remove", RemoveAsync);
        imports.MapGet("/{id}/headers", HeadersAsync);
        imports.MapPost("/{id}/reread", RereadAsync);
    }

    private static async Task<Ok<IReadOnlyList<KnownColumn>>> ListAsync(ClaimsPrincipal user, ListOwnColumns list, CancellationToken cancel) =>
        TypedResults.Ok(await list.RunAsync(user.Institute(), cancel));

    private static async Task<Ok<IReadOnlyList<KnownColumn>>> AddAsync(
        OwnColumnRequest request, ClaimsPrincipal user, AddOwnColumn add, ListOwnColumns list, CancellationToken cancel)
    {
        await add.RunAsync(user.Institute(), request.Name, request.Column, cancel);
        return TypedResults.Ok(await list.RunAsync(user.Institute(), cancel));
    }

    private static async Task<Results<Ok<IReadOnlyList<KnownColumn>>, NotFound>> RemoveAsync(
        OwnColumnRequest request, ClaimsPrincipal user, RemoveOwnColumn remove, ListOwnColumns list, CancellationToken cancel) =>
        await remove.RunAsync(user.Institute(), request.Name, cancel)
            ? TypedResults.Ok(await list.RunAsync(user.Institute(), cancel))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<HeaderCheck>, NotFound>> HeadersAsync(
        string id, ClaimsPrincipal user, ImportRecords imports, UnknownHeaders unknown, CancellationToken cancel) =>
        BatchId.TryParse(id, out var batch) && await imports.ReadAsync(user.Institute(), batch, cancel) is { } import
            ? TypedResults.Ok(await unknown.RunAsync(user.Institute(), import.Value, cancel))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ImportView>, NotFound>> RereadAsync(
        string id, HttpContext http, RereadImport reread, ImportViews views, CancellationToken cancel) =>
        BatchId.TryParse(id, out var batch) && await reread.RunAsync(http.User.Institute(), batch, cancel) is { } import
            ? TypedResults.Ok(await views.OfAsync(http.User.Institute(), import, http.Request.Language(), cancel: cancel))
            : TypedResults.NotFound();
}

/// <param name="Name">A header of the bank's files.</param>
/// <param name="Column">Name of the column in our templates.</param>
internal sealed record OwnColumnRequest(string? Name, string? Column = null);
