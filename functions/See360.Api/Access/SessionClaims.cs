using System.Globalization;
using System.Security.Claims;
using See360.Core.Institutes;
using See360.Core.Users;

namespace See360.Api.Access;

/// <summary>What a session's cookie says. The cookie is encrypted and signed, so its claims can be believed; whether
/// the user may still do what they say is asked of the user's record (<see cref="SessionCheck"/>).</summary>
public static class SessionClaims
{
    internal const string InstituteId = "institute";
    internal const string Name = "user";
    internal const string Role = "role";
    internal const string Stamp = "stamp";
    internal const string SessionId = "session";
    internal const string Since = "since";
    internal const string Csrf = "csrf";

    /// <summary>The institute that the session belongs to; every key that an endpoint reads or writes begins with it.</summary>
    public static InstituteId Institute(this ClaimsPrincipal user) => Core.Institutes.InstituteId.Parse(user.Value(InstituteId));

    /// <summary>The user name: an e-mail address in lower case.</summary>
    public static string UserName(this ClaimsPrincipal user) => user.Value(Name);

    public static bool Has(this ClaimsPrincipal user, Role role) => user.HasClaim(Role, role.ToString());

    internal static ClaimsPrincipal Principal(InstituteId institute, User user, SessionTicket ticket) => new(new ClaimsIdentity(
        [
            new Claim(InstituteId, institute.ToString()),
            new Claim(Name, user.UserName),
            .. user.Roles.Select(role => new Claim(Role, role.ToString())),
            new Claim(Stamp, user.SecurityStamp),
            new Claim(SessionId, ticket.Id),
            new Claim(Since, ticket.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new Claim(Csrf, ticket.Csrf),
        ],
        SessionCookie.Scheme, Name, Role));

    internal static string Value(this ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException("The session lacks a claim: the endpoint does not want one.");
}

/// <param name="Id">128 random bits; names the session when it is ended.</param>
/// <param name="Csrf">128 random bits; what the page must send with every unsafe request.</param>
internal sealed record SessionTicket(string Id, string Csrf, DateTimeOffset Since);
