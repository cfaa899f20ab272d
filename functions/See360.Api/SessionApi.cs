using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Limits;
using See360.Api.Problems;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Api;

/// <summary>Sign in, ask who is signed in, sign out.</summary>
internal static class SessionApi
{
    /// <summary>One answer for every reason, so that nobody learns which users there are.</summary>
    private static readonly LocalizedText NotSignedIn = new(
        "Institut, Benutzername oder Passwort stimmen nicht. Nach mehreren Fehlversuchen ist die Anmeldung für bis zu 15 Minuten gesperrt; prüfen Sie dann Ihre Angaben oder lassen Sie sich einen neuen Aktivierungslink senden.",
        "Institute, user name or password is wrong. After several failures sign-in is locked for up to 15 minutes; then check what you typed or ask for a new activation link.");

    public static void MapSession(this IEndpointRouteBuilder endpoints)
    {
        var session = endpoints.MapGroup("/api/session").WithTags("Session");
        session.WithMetadata(new NeverConflicts());
        session.MapPost("", SignInAsync).ProducesProblem(StatusCodes.Status401Unauthorized).AllowAnonymous().WithMetadata(new OwnPagesOnly()).RequireRateLimiting(RateLimiting.SignIn);
        session.MapGet("", ReadAsync).RequireAuthorization();
        session.MapDelete("", SignOutAsync).RequireAuthorization();
        session.MapDelete("all", SignOutEverywhereAsync).RequireAuthorization();
        session.MapPut("password", ChangePasswordAsync).RequireAuthorization();
    }

    private static async Task<Results<Ok<SessionView>, EmptyHttpResult>> SignInAsync(
        SignInRequest request, HttpContext http, SignIn signIn, SignInLimit limit, SessionViews views, TimeProvider time, CancellationToken cancel)
    {
        var (name, userName) = (request.Institute ?? "", request.UserName ?? "");
        using var lease = limit.Take(http, name, userName);
        if (!lease.IsAcquired)
        {
            await RateLimiting.RefuseAsync(http, lease);
            return TypedResults.Empty;
        }

        if (await signIn.RunAsync(name, userName, request.Password ?? "", cancel) is not { } signedIn)
        {
            var language = http.Request.Language();
            await Problem.Standard(StatusCodes.Status401Unauthorized, language).Told("sign-in-failed", NotSignedIn, language).WriteAsync(http);
            return TypedResults.Empty;
        }

        await SessionCookie.BeginAsync(http, signedIn.Institute, signedIn.User, time.GetUtcNow());
        return TypedResults.Ok(await views.OfAsync(http.User, cancel));
    }

    private static async Task<Ok<SessionView>> ReadAsync(ClaimsPrincipal user, SessionViews views, CancellationToken cancel) =>
        TypedResults.Ok(await views.OfAsync(user, cancel));

    private static async Task<NoContent> SignOutAsync(HttpContext http, EndSession end, SessionCheck check, CancellationToken cancel)
    {
        await end.RunAsync(http.User.Institute(), http.User.UserName(), http.User.Value(SessionClaims.SessionId), SessionCookie.Longest, cancel);
        check.Forget(http.User);
        await SessionCookie.EndAsync(http);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutEverywhereAsync(HttpContext http, EndAllSessions end, SessionCheck check, CancellationToken cancel)
    {
        await end.RunAsync(http.User.Institute(), http.User.UserName(), cancel);
        check.Forget(http.User);
        await SessionCookie.EndAsync(http);
        return TypedResults.NoContent();
    }

    /// <summary>All other sessions of the user end; this one goes on under a new cookie and a new CSRF token.</summary>
    private static async Task<Ok<SessionView>> ChangePasswordAsync(
        ChangePasswordRequest request, HttpContext http, ChangePassword change, SessionCheck check, SessionViews views, TimeProvider time, CancellationToken cancel)
    {
        var institute = http.User.Institute();
        var user = await change.RunAsync(institute, http.User.UserName(), request.Password ?? "", request.NewPassword ?? "", cancel);
        check.Forget(http.User);
        await SessionCookie.BeginAsync(http, institute, user, time.GetUtcNow());
        return TypedResults.Ok(await views.OfAsync(http.User, cancel));
    }
}

internal sealed record SignInRequest(string? Institute, string? UserName, string? Password);

internal sealed record ChangePasswordRequest(string? Password, string? NewPassword);
