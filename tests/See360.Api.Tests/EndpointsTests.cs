using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;

namespace See360.Api.Tests;

/// <summary>Whoever adds an endpoint without a session has to add it here too.</summary>
public sealed class EndpointsTests : IAsyncDisposable
{
    private static readonly string[] WithoutSession =
    [
        "GET /api/health",
        "GET /api/openapi.json",
        "POST /api/session",
        "POST /api/activation/check",
        "POST /api/activation",
        "GET /api/survey/{token}",
        "GET /api/survey/{token}/photo",
        "PUT /api/survey/{token}/answers",
        "POST /api/survey/{token}/complete",
        "POST /api/survey/{token}/opened",
        "POST /api/survey/{token}/callback",
        "POST /api/survey/{token}/objection",
        "GET /api/unsubscribe/{token}",
        "POST /api/unsubscribe/{token}",
        "GET /s/{token}",
        "GET /s/assets/{name}",
        "GET /w/{token}",
        "POST /w/{token}",
    ];

    /// <summary>Those that want a session, but no particular role.</summary>
    private static readonly string[] WithAnyRole =
    [
        "GET /api/session",
        "DELETE /api/session",
        "DELETE /api/session/all",
        "PUT /api/session/password",
        "GET /api/surveys",
    ];

    private readonly See360Application _application = new();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public void Endpoints_WithoutASession_AreTheListedOnes()
    {
        var open = Endpoints().Where(e => e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.Name);

        Assert.Equal(WithoutSession.Order(), open.Order());
    }

    [Fact]
    public void Endpoints_AllOthers_WantASession() =>
        Assert.All(
            Endpoints().Where(e => e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null),
            e => Assert.NotNull(e.Endpoint.Metadata.GetMetadata<IAuthorizeData>()));

    [Fact]
    public void Endpoints_WithoutARole_AreTheListedOnes()
    {
        var any = Endpoints()
            .Where(e => e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => !e.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is Policies.Advisor or Policies.SalesManagement or Policies.Callbacks or Policies.Results))
            .Select(e => e.Name);

        Assert.Equal(WithAnyRole.Order(), any.Order());
    }

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Endpoints() =>
        from endpoint in _application.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select ($"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint);
}
