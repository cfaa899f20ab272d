using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using See360.Api.Access;
using See360.Api.Decisions;
using See360.Api.Limits;
using See360.Api.Problems;
using See360.Core.Storage;
using See360.Core.Users;

namespace See360.Api;

/// <summary>The HTTP side of See360, the same in every host: services, pipeline, endpoints.</summary>
public static class See360Api
{
    /// <summary>A host adds <see cref="Readiness"/>, where Data Protection keeps its keys, and its <see cref="ApiOptions"/>.</summary>
    public static IServiceCollection AddSee360Api(this IServiceCollection services)
    {
        // As records, but nothing is left out: what there is not is said as null.
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (var converter in RecordJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.Encoder = RecordJson.Options.Encoder;
        });
        services.AddOptions<ApiOptions>().ValidateDataAnnotations().ValidateOnStart();

        // So that the problem handler can say which field could not be read.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        // The framework would log every address asked for or redirected to, and survey links and names searched for are in addresses.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Http.Result", LogLevel.Warning));
        services.AddDataProtection().SetApplicationName("See360");
        services.AddSingleton<IPasswordHash, PasswordHash>();
        services.AddSingleton<DecidedByNames>();
        services.AddSingleton<Health>();
        return services.AddSessionCookie().AddPolicies().AddRateLimits().AddOpenApiDocument().AddSurveyPages().AddImportViews();
    }

    /// <summary>The middleware that every request passes, in order.</summary>
    public static IApplicationBuilder UseSee360(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeaders>()
        .UseMiddleware<ProblemMiddleware>()
        .UseMiddleware<Hosts>()
        .UseRouting()
        .UseMiddleware<SizeLimits>()
        .UseAuthentication()
        .UseRateLimiter()
        .UseAuthorization()
        .UseMiddleware<Csrf>();

    public static IEndpointRouteBuilder MapSee360(this IEndpointRouteBuilder endpoints)
    {
        // Uploads too are protected by the header that Csrf wants, so the framework's form tokens are not needed.
        var all = endpoints.MapGroup("").DisableAntiforgery();
        ((IEndpointConventionBuilder)all).Finally(WantSessionUnlessSaid);

        all.MapHealth();
        all.MapOpenApiDocument();
        all.MapSession();
        all.MapSurveys();
        all.MapOutbox();
        all.MapResponses();
        all.MapWeek();
        all.MapConcept();
        all.MapApprovals();
        all.MapReviewPortals();
        all.MapImports();
        all.MapImportColumns();
        all.MapOrganisation();
        all.MapOrganisationImports();
        all.MapActivation();
        all.MapUsers();
        all.MapParticipants();
        all.MapResults();
        all.MapResultViews();
        all.MapReports();
        all.MapResultExports();
        all.MapCallbacks();
        all.MapRetention();
        return endpoints;
    }

    /// <summary>An endpoint that says nothing of who may use it wants a session.</summary>
    private static void WantSessionUnlessSaid(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(m => m is IAuthorizeData or IAllowAnonymous or AuthorizationPolicy))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute());
        }
    }
}

/// <summary>Set by the host once the product can be used.</summary>
public sealed class Readiness
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void Declare() => _ready = true;
}
