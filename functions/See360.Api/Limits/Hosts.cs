using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace See360.Api.Limits;

/// <summary>Which host names are answered: another one in the Host header is refused, so that no link is ever made of it.</summary>
internal static class Hosts
{
    public static IServiceCollection AddHosts(this IServiceCollection services)
    {
        services.AddHostFiltering(_ => { });
        services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<ApiOptions>>((filter, options) =>
        {
            filter.IncludeFailureMessage = false;
            filter.AllowedHosts = options.Value.AllowedHosts is { Count: > 0 } hosts ? [.. hosts] : ["*"];
        });
        return services;
    }
}
