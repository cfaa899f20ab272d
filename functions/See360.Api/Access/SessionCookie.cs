using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Api.Access;

/// <summary>The session cookie: readable by the server alone, sent by the browser only from our own pages, gone with
/// the browser, ended after 8 hours without use and after 12 hours in any case.</summary>
internal static class SessionCookie
{
    public const string Scheme = "see360";

    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static IServiceCollection AddSessionCookie(this IServiceCollection services)
    {
        services.AddSingleton<SessionCheck>().AddSingleton<SessionViews>();
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "see360";
            cookie.Cookie.Path = "/";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.IsEssential = true;
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
            cookie.Events.OnValidatePrincipal = ValidateAsync;
        });
        return services;
    }

    /// <summary>Begins a session with a new id: a cookie planted before the sign-in is worth nothing after it.</summary>
    public static Task BeginAsync(HttpContext http, InstituteId institute, User user, DateTimeOffset now)
    {
        var principal = SessionClaims.Principal(institute, user, new SessionTicket(Random(), Random(), now));
        http.User = principal;
        return http.SignInAsync(Scheme, principal);
    }

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(Scheme);

    public static DateTimeOffset Since(System.Security.Claims.ClaimsPrincipal user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.Value(SessionClaims.Since), CultureInfo.InvariantCulture));

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        if (context.Principal is null || !await check.IsGoodAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
        }
    }
}
