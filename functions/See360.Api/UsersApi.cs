using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Limits;
using See360.Core.Users;

namespace See360.Api;

/// <summary>The institute's accounts: sending activation links, locking, unlocking. Whose account it is stands in the body,
/// never in an address.</summary>
internal static class UsersApi
{
    /// <summary>So many links are sent within one request; the page asks again until none is left.</summary>
    private const int Portion = 25;

    public static void MapUsers(this IEndpointRouteBuilder endpoints)
    {
        var users = endpoints.MapGroup("/api/users").WithTags("Users").RequireAuthorization(Policies.SalesManagement);
        users.MapGet("", ListAsync);
        users.MapPost("invitation", InviteAsync).RequireRateLimiting(RateLimiting.Upload);
        users.MapPost("invitations", InviteNewAsync).RequireRateLimiting(RateLimiting.Upload);
        users.MapPost("lock", LockAsync);
        users.MapPost("unlock", UnlockAsync);
    }

    private static async Task<Ok<IReadOnlyList<UserLine>>> ListAsync(ClaimsPrincipal user, ListUsers list, CancellationToken cancel) =>
        TypedResults.Ok(await list.RunAsync(user.Institute(), cancel));

    private static async Task<Results<NoContent, NotFound>> InviteAsync(
        AccountRequest request, ClaimsPrincipal user, InviteUser invite, CancellationToken cancel) =>
        await invite.RunAsync(user.Institute(), request.UserName ?? "", cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>The account's sessions end with the answer.</summary>
    private static async Task<Results<NoContent, NotFound>> LockAsync(
        AccountRequest request, ClaimsPrincipal user, LockUser command, SessionCheck check, CancellationToken cancel)
    {
        var done = await command.RunAsync(user.Institute(), request.UserName ?? "", user.UserName(), cancel);
        check.Forget(user.Institute(), request.UserName ?? "");
        return done ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> UnlockAsync(
        AccountRequest request, ClaimsPrincipal user, UnlockUser command, SessionCheck check, CancellationToken cancel)
    {
        var done = await command.RunAsync(user.Institute(), request.UserName ?? "", cancel);

        // Or the locked record would be remembered for some seconds, and a new session be refused.
        check.Forget(user.Institute(), request.UserName ?? "");
        return done ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Ok<InvitedView>> InviteNewAsync(ClaimsPrincipal user, ListUsers list, InviteUser invite, CancellationToken cancel)
    {
        var never = (await list.RunAsync(user.Institute(), cancel)).Where(u => u.State == AccountState.New).ToList();
        foreach (var account in never.Take(Portion))
        {
            await invite.RunAsync(user.Institute(), account.UserName, cancel);
        }

        return TypedResults.Ok(new InvitedView(Math.Min(never.Count, Portion), Math.Max(0, never.Count - Portion)));
    }
}

internal sealed record AccountRequest(string? UserName);

/// <param name="Left">Never invited, and not in this portion.</param>
internal sealed record InvitedView(int Sent, int Left);
