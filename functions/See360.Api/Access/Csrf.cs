using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using See360.Api.Problems;
using See360.Core.Texts;

namespace See360.Api.Access;

/// <summary>
/// Only our own pages may change something with a user's cookie: an unsafe request to an endpoint that wants a session
/// needs the session's token in a header, which a page of another origin neither knows nor may send. A browser that
/// says where the request comes from (Sec-Fetch-Site) is believed when it says "from elsewhere".
/// Endpoints that carry a token of their own (survey, unsubscribe) use no cookie and are left alone.
/// </summary>
internal sealed class Csrf(RequestDelegate next)
{
    public const string Header = "X-See360-Csrf";

    private static readonly LocalizedText Missing = new(
        "Die Anfrage kam nicht von dieser Seite. Bitte laden Sie die Seite neu.",
        "The request did not come from this page. Please reload the page.");

    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || http.GetEndpoint() is not { } endpoint)
        {
            return next(http);
        }

        var usesCookie = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
        var fromOurPage = !(usesCookie || endpoint.Metadata.GetMetadata<OwnPagesOnly>() is not null) || !ComesFromElsewhere(http.Request);
        return fromOurPage && (!usesCookie || HasToken(http)) ? next(http) : RefuseAsync(http);
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static bool HasToken(HttpContext http)
    {
        var sent = http.Request.Headers[Header];
        var wanted = http.User.FindFirst(SessionClaims.Csrf)?.Value;
        return wanted is not null && sent.Count == 1
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent.ToString()), Encoding.UTF8.GetBytes(wanted));
    }

    private static Task RefuseAsync(HttpContext http)
    {
        var language = http.Request.Language();
        return Problem.Standard(StatusCodes.Status403Forbidden, language).Told("csrf", Missing, language).WriteAsync(http);
    }
}

/// <summary>Marks an endpoint without a session (sign-in, activation) that a page of another origin may not use either.</summary>
public sealed class OwnPagesOnly;
