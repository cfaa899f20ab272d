using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace See360.Api.Limits;

/// <summary>Sign-ins per address and user. The user stands in the body, so the endpoint asks, not the middleware.</summary>
internal sealed class SignInLimit(IOptions<ApiOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(key => RateLimiting.Fixed(key, options.Value.Limits.SignInsPerUser));

    public RateLimitLease Take(HttpContext http, string institute, string userName) =>
        _limiter.AttemptAcquire($"{RateLimiting.Address(http)}\n{institute}\n{userName}");

    public void Dispose() => _limiter.Dispose();
}
