using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Users;

namespace See360.Api.Access;

/// <summary>Who may use an endpoint. Every endpoint names a policy or allows everybody explicitly; one that does
/// neither wants a session (see <see cref="See360Api.MapSee360"/>).</summary>
public static class Policies
{
    /// <summary>*Berater*: own results.</summary>
    public const string Advisor = "Advisor";

    /// <summary>*Vertriebsmanagement*: everything of the institute.</summary>
    public const string SalesManagement = "SalesManagement";

    /// <summary>Customers to be called: an advisor's own, sales management's all.</summary>
    public const string Callbacks = "Callbacks";

    /// <summary>Results: whose, is decided by the slice that is asked for.</summary>
    public const string Results = "Results";

    internal static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Advisor, policy => Wants(policy, Role.Advisor))
            .AddPolicy(SalesManagement, policy => Wants(policy, Role.SalesManagement))
            .AddPolicy(Callbacks, policy => Wants(policy, Role.Advisor, Role.SalesManagement))
            .AddPolicy(Results, policy => Wants(policy, Role.Advisor, Role.SalesManagement, Role.Head));
        return services;
    }

    private static void Wants(AuthorizationPolicyBuilder policy, params Role[] anyOf) =>
        policy.RequireAuthenticatedUser().RequireClaim(SessionClaims.Role, anyOf.Select(role => role.ToString()));
}
