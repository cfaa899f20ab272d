using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Storage;

namespace See360.Api;

/// <summary>The HTTP side of See360, the same in every host: services, pipeline, endpoints.</summary>
public static class See360Api
{
    public static IServiceCollection AddSee360Api(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (var converter in RecordJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.DefaultIgnoreCondition = RecordJson.Options.DefaultIgnoreCondition;
            json.SerializerOptions.Encoder = RecordJson.Options.Encoder;
        });
        services.AddProblemDetails();
        return services;
    }

    /// <summary>The middleware that every request passes, in order.</summary>
    public static IApplicationBuilder UseSee360(this IApplicationBuilder app) => app;

    public static IEndpointRouteBuilder MapSee360(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        return endpoints;
    }

    private static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/health", (Readiness readiness) => readiness.IsReady
            ? Results.Ok(new { status = "ready" })
            : Results.Json(new { status = "starting" }, statusCode: StatusCodes.Status503ServiceUnavailable));
}

/// <summary>Set by the host once the product can be used.</summary>
public sealed class Readiness
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void Declare() => _ready = true;
}
