using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using See360.Api.Access;
using See360.Api.Problems;

namespace See360.Api.Limits;

/// <summary>How often somebody may ask. Named policies go on groups (<c>RequireRateLimiting</c>); the general limit per
/// session, or per address where there is none, stands on everything.</summary>
public static class RateLimiting
{
    public const string SignIn = "sign-in";
    public const string Survey = "survey";
    public const string Upload = "upload";
    public const string Export = "export";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<SignInLimit>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ApiOptions>>((limiter, options) =>
        {
            var limits = options.Value.Limits;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) => new ValueTask(RefuseAsync(context.HttpContext, context.Lease));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                Session(http) is { } session ? Fixed("s" + session, limits.PerSession) : Fixed("a" + Address(http), limits.PerAddress));
            limiter.AddPolicy(SignIn, http => Fixed(Address(http), limits.SignInsPerAddress));
            limiter.AddPolicy(Survey, http => Fixed(http.GetRouteValue("token")?.ToString() ?? "", limits.PerSurvey));
            limiter.AddPolicy(Upload, http => Fixed(Session(http) ?? Address(http), limits.Uploads));
            limiter.AddPolicy(Export, http => Fixed(Session(http) ?? Address(http), limits.Exports));
        });
        return services;
    }

    /// <summary>The remote address; the prefix of an IPv6 address, since one household has the whole of it.</summary>
    internal static string Address(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "";
        }

        return address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    internal static RateLimitPartition<string> Fixed(string key, int perMinute) =>
        perMinute == int.MaxValue ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetFixedWindowLimiter(key, _ => Minute(perMinute));

    internal static FixedWindowRateLimiterOptions Minute(int permits) => new() { PermitLimit = permits, Window = Window, QueueLimit = 0 };

    internal static Task RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problem.Standard(StatusCodes.Status429TooManyRequests, http.Request.Language()).WriteAsync(http);
    }

    private static string? Session(HttpContext http) => http.User.FindFirst(SessionClaims.SessionId)?.Value;
}
