using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Limits;
using See360.Core.Users;

namespace See360.Api;

/// <summary>The activation link's page: whose link it is, and the chosen password. The token is in the body, never in a URL.</summary>
internal static class ActivationApi
{
    public static void MapActivation(this IEndpointRouteBuilder endpoints)
    {
        var activation = endpoints.MapGroup("/api/activation").WithTags("Session")
            .AllowAnonymous().WithMetadata(new OwnPagesOnly()).RequireRateLimiting(RateLimiting.SignIn);
        activation.MapPost("check", CheckAsync);
        activation.MapPost("", ActivateAsync);
    }

    private static async Task<Results<Ok<ActivationView>, NotFound>> CheckAsync(
        ActivationRequest request, CheckActivation check, CancellationToken cancel) =>
        await check.RunAsync(request.Institute, request.Token, cancel) is { } open
            ? TypedResults.Ok(new ActivationView(open.Institute.Name, open.UserName, open.Name, open.ExpiresAt, PasswordRules.Shortest))
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> ActivateAsync(
        ActivationRequest request, ActivateUser activate, CancellationToken cancel) =>
        await activate.RunAsync(request.Institute, request.Token, request.Password ?? "", cancel) ? TypedResults.NoContent() : TypedResults.NotFound();
}

internal sealed record ActivationRequest(string? Institute, string? Token, string? Password = null);

internal sealed record ActivationView(string InstituteName, string UserName, string Name, DateTimeOffset ExpiresAt, int MinimumLength);
