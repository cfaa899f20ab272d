using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using See360.Api.Problems;
using See360.Core.Texts;

namespace See360.Api.Limits;

/// <summary>Which host names are answered. Another one in the Host header is refused: no link is ever made of it, and a
/// stranger's name that was made to point to this machine (DNS rebinding) reaches nothing.</summary>
internal sealed class Hosts(RequestDelegate next, IOptions<ApiOptions> options)
{
    private static readonly LocalizedText Unknown = new(
        "Unter diesem Namen antwortet See360 nicht. Bitte öffnen Sie die Adresse, die Ihr Institut Ihnen genannt hat. Wer See360 betreibt, stellt sie als öffentliche Adresse ein.",
        "See360 does not answer to this name. Please open the address that your institute has told you. Whoever runs See360 sets it as the public address.");

    private readonly IList<StringSegment> _allowed = [.. options.Value.AllowedHosts.Select(host => new StringSegment(host))];

    public Task InvokeAsync(HttpContext http) => IsAllowed(new HostString(http.Request.Headers.Host.ToString())) ? next(http) : RefuseAsync(http);

    /// <summary>A request without the header (HTTP/1.0) asks for no name, so it can't ask for a wrong one.</summary>
    /// <param name="host">As it was sent: in its ASCII form.</param>
    private bool IsAllowed(HostString host) => _allowed.Count == 0 || !host.HasValue || HostString.MatchesAny(host.Host, _allowed);

    private static Task RefuseAsync(HttpContext http)
    {
        var language = http.Request.Language();
        return Problem.Standard(StatusCodes.Status400BadRequest, language).Told("host-unknown", Unknown, language).WriteAsync(http);
    }
}
